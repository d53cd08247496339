import { sampleFile } from '../../src/samples/generate';
import { visits } from '../../src/samples/visits';
import {
  cellOf,
  dropFile,
  expect,
  expectAllFresh,
  expectState,
  openStart,
  test,
} from './support/app';
import { violationsIn } from './support/axe';

const DAY = 86_400_000;
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** The figures that the CSV itself comes to, reckoned apart from our code. */
function reckon(csv: string, gapMinutes: number) {
  const times = new Map<string, number[]>();
  const lines = csv.trim().split('\n').slice(1);
  for (const line of lines) {
    const [user = '', time = ''] = line.split(',');
    times.set(user, [...(times.get(user) ?? []), Date.parse(`${time.replace(' ', 'T')}Z`)]);
  }
  const users = [...times.values()].map((each) => each.sort((a, b) => a - b));
  const last = Math.max(...users.map((each) => each.at(-1)!));
  const reference = (Math.floor(last / DAY) + 1) * DAY;
  const sessions = users.reduce(
    (sum, each) =>
      sum + each.filter((ms, i) => i === 0 || ms - each[i - 1]! > gapMinutes * 60_000).length,
    0,
  );
  const active = users.filter((each) => each.at(-1)! >= reference - 30 * DAY).length;
  const share = Math.round((100 * active) / users.length);
  const each = (lines.length / sessions).toFixed(1);
  return {
    events: lines.length,
    users: users.length,
    sessions,
    finding: `${share} % 的用户在最近 30 天来过，一次会话平均 ${each} 个事件。`,
  };
}

test('a log of events becomes users, users become segments', async ({ page }) => {
  await openStart(page, 'zh');
  const csv = await sampleFile(visits).text();
  const known = reckon(csv, 30);
  await dropFile(page, { name: '日志.csv', bytes: csv });
  await expectAllFresh(page);
  const sequence = cellOf(page, 'sequence');

  await test.step('the file is taken for what it is, and the finding is that of the file', async () => {
    await expect(page.getByText('日志 · 用户行为分群').first()).toBeVisible();
    await expect(sequence.locator('h2')).toHaveText(known.finding);
    await expect(sequence).toContainText(
      `${grouped(known.users)} 位用户 · ${grouped(known.sessions)} 次会话`,
    );
    await expect(sequence).toContainText(`${grouped(known.events)} 行都是事件。`);
    await expect(sequence.getByRole('img')).toHaveCount(6);
    expect(await violationsIn(page, 'sequence')).toEqual([]);
  });

  await test.step('the users are clustered by what they do', async () => {
    await expect(cellOf(page, 'features')).toContainText('最近活跃距今天数');
    await expect(cellOf(page, 'segments')).toContainText('活跃天数');
    await expect(cellOf(page, 'segments')).toContainText(grouped(known.users));
  });

  await test.step('another gap gives other sessions, and undo brings them back', async () => {
    const gap = sequence.getByLabel('隔多少分钟算新会话').last();
    await gap.fill('2');
    await gap.blur();
    await expectState(page, 'sequence', 'fresh');
    const shorter = reckon(csv, 2);
    await expect(sequence).toContainText(`${grouped(shorter.sessions)} 次会话`);
    await page.getByRole('button', { name: /^撤销/ }).first().click();
    await expect(sequence.locator('h2')).toHaveText(known.finding);
  });

  await test.step('the sessions come out as a table', async () => {
    await sequence.getByText('一次会话', { exact: true }).last().click();
    await expectState(page, 'sequence', 'fresh');
    await sequence.getByText('输出的数字列', { exact: true }).click();
    await expect(sequence.getByRole('rowheader', { name: '分钟数' })).toBeVisible();
  });
});
