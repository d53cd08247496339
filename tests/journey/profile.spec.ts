import { cellOf, dropFile, expect, expectState, openStart, test } from './support/app';

/** Members with stand-ins, two spellings and rows twice; all by rule, so that figures are known. */
const CITIES = ['北京', '上海', '广州'];
const LINES = Array.from({ length: 90 }, (_, i) => {
  const age = i % 30 === 4 ? 999 : 20 + (i % 45);
  const city = `${CITIES[i % 3]!}${i % 18 === 0 ? ' ' : ''}`;
  return `M${1000 + i},1380013${8000 + i},"${city}",${age},${(i * 37) % 500}`;
});
const CSV = `会员编号,手机,城市,年龄,消费\n${[...LINES, ...LINES.slice(0, 2)].join('\n')}\n`;

test('the suggestions of a profile become one cleaning for all that follows', async ({ page }) => {
  await openStart(page, 'zh');
  await dropFile(page, { name: '会员.csv', bytes: CSV });
  await expectState(page, 'profile', 'fresh');
  const profile = cellOf(page, 'profile');
  await expect(profile.getByRole('heading')).toContainText('2 行与前面某行完全相同（2.2 %）');
  await expect(
    profile.getByText('「年龄」有 3 个离其余很远的数', { exact: false }).last(),
  ).toBeVisible();
  await profile.getByRole('button', { name: '把 3 步稳妥的处理放进「清洗」' }).click();
  await expectState(page, 'clean', 'fresh');
  await expect(profile.getByText('已在「清洗」里')).toHaveCount(3);
  await expect(cellOf(page, 'clean')).toContainText('90');
});
