import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { cellOf, dropFile, expect, expectState, openStart, test } from './support/app';
import { violationsIn } from './support/axe';
import { memberLine, MEMBERS, messyWorkbook, REPEATS } from './support/messy-workbook';

/** Half above, half below; of an even number the middle between the two. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** What the members are once cleaned, worked out here from how the workbook was made. */
function expectedRows(): string[][] {
  const members = Array.from({ length: MEMBERS }, (_, index) => memberLine(index));
  const ages = members.map(([, , age]) => (age === 999 ? null : Number(age)));
  const incomes = members.map(([, , , income]) =>
    income === '保密' ? null : Math.round(parseFloat(String(income)) * 10_000),
  );
  const age = medianOf(ages.flatMap((value) => value ?? []));
  const income = medianOf(incomes.flatMap((value) => value ?? []));
  const days = ['2024-05-01', '2024-05-02', '2024-05-03', '2024-05-04'];
  const rows = members.map(([id, city, , , , answer, spend], index) => [
    String(id),
    String(city).trim(),
    String(ages[index] ?? age),
    String(incomes[index] ?? income),
    days[index % 4]!,
    String(answer === '是'),
    String(spend),
  ]);
  return rows.filter((_row, index) => index !== 33);
}

async function addStep(cell: Locator, name: string): Promise<Locator> {
  const steps = cell.locator('[data-step]');
  const count = await steps.count();
  await cell.getByRole('button', { name: '加一步' }).click();
  await cell.getByRole('button', { name, exact: true }).click();
  await expect(steps).toHaveCount(count + 1);
  return steps.nth(count);
}

async function linesOf(page: Page, cell: Locator, button: string): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    cell.getByRole('button', { name: button }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8').replace(/^\ufeff/, '');
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}

const sentences = (cell: Locator): Promise<string[]> =>
  cell.locator('[data-step] .sentence').allInnerTexts();

test('a messy workbook becomes a clean table', async ({ page }) => {
  test.slow();
  await openStart(page, 'zh');
  await dropFile(page, { name: '会员名单.xlsx', bytes: messyWorkbook() });
  await expectState(page, 'load', 'fresh');
  await expect(cellOf(page, 'load').locator('h2')).toHaveText('读入 72 行、7 列，一行不少。');
  await expectState(page, 'profile', 'fresh');
  const profile = cellOf(page, 'profile');
  const cell = cellOf(page, 'clean');

  await test.step('what the table suggests becomes steps at a press', async () => {
    await profile.getByRole('button', { name: /稳妥的处理放进「清洗」/ }).click();
    await expectState(page, 'clean', 'fresh');
    await profile.getByRole('button', { name: '去掉重复' }).click();
    await expect(cell.locator('h2')).toContainText(`去掉 ${REPEATS} 行重复`);
    await profile.getByRole('button', { name: '设为缺失' }).last().click();
    await expect(cell.locator('[data-step] .sentence').last()).toHaveText(
      '「年收入」里的 保密 当作缺失',
    );
    await expectState(page, 'clean', 'fresh');
  });

  await test.step('what it cannot know is added by hand', async () => {
    const income = await addStep(cell, '换类型');
    await income.getByLabel('列', { exact: true }).selectOption('年收入');
    await expect(income).toContainText('把「年收入」读成数值');
    const joined = await addStep(cell, '换类型');
    await joined.getByLabel('列', { exact: true }).selectOption('入会日期');
    await joined.getByLabel('读成').selectOption('date');
    const filling = await addStep(cell, '填补缺失');
    await expect(filling).toContainText('补上 13 个缺失');
    const outliers = await addStep(cell, '处理异常值');
    await outliers.getByRole('checkbox', { name: /^年龄/ }).uncheck();
    await outliers.getByRole('checkbox', { name: /^近12月消费额/ }).check();
    await outliers.getByLabel('怎么处理').selectOption('set-aside');
    await expect(outliers).toContainText('搁置 1 行');
    await expectState(page, 'clean', 'fresh');
    await expect(cell.locator('h2')).toContainText(`${MEMBERS - 1} 行留下`);
  });

  await test.step('each step tells rows as the workbook numbers them', async () => {
    const repeats = cell.locator('[data-step]').filter({ hasText: '去掉整行重复' });
    await repeats.getByText('改动举例').click();
    await expect(repeats.getByRole('row').nth(1)).toHaveText(/4\s*与第 3 行相同/);
  });

  await test.step('the clean table is the one worked out by hand', async () => {
    await cell.locator('summary', { hasText: '导出' }).click();
    const [head, ...rows] = await linesOf(page, cell, '清洗后的表（CSV）');
    expect(head).toEqual([
      '会员号',
      '城市',
      '年龄',
      '年收入',
      '入会日期',
      '接受短信',
      '近12月消费额',
    ]);
    expect(rows).toEqual(expectedRows());
  });

  await test.step('the row set aside is in a file and a cell of its own', async () => {
    const [head, row] = await linesOf(page, cell, '搁置的行（CSV）');
    expect(head?.slice(0, 3)).toEqual(['原表行号', '步骤', '会员号']);
    // Member 33 stands behind six repeats.
    expect([row?.[0], row?.[2], row?.at(-1)]).toEqual(['41', 'M0033', '990000']);
  });

  await test.step('steps are moved by keyboard and pointer, switched off, and undone', async () => {
    const before = await sentences(cell);
    const [one, other] = before.slice(-2);
    await cell.locator('[data-step] [data-handle]').last().press('ArrowUp');
    await expect.poll(() => sentences(cell)).toEqual([...before.slice(0, -2), other, one]);
    await expect(cell.locator('[data-step] [data-handle]').nth(before.length - 2)).toBeFocused();
    await page.getByRole('button', { name: '撤销' }).first().click();
    await expect.poll(() => sentences(cell)).toEqual(before);
    const from = cell.locator('[data-step] [data-handle]').first();
    const box = (await cell.locator('[data-step]').nth(1).boundingBox())!;
    await from.hover();
    await page.mouse.down();
    await page.mouse.move(box.x + 12, box.y + box.height - 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => sentences(cell)).toEqual([before[1], before[0], ...before.slice(2)]);
    await page.getByRole('button', { name: '撤销' }).first().click();
    await expect.poll(() => sentences(cell)).toEqual(before);
    await cell.getByRole('checkbox', { name: `启用 · 第 ${before.length} 步` }).uncheck();
    await expect(cell.locator('[data-step]').last()).toContainText('已停用');
    await expect(cell.locator('h2')).toContainText(`${MEMBERS} 行留下`);
  });

  await test.step('nothing in the cell keeps anybody out', async () => {
    expect(await violationsIn(page, 'clean')).toEqual([]);
  });
});
