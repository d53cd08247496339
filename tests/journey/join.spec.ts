import type { Page } from '@playwright/test';
import { cellOf, dropFile, expect, openStart, test } from './support/app';
import { violationsIn } from './support/axe';

const ORDERS = [
  '订单号,客户编号,金额,日期',
  ...Array.from({ length: 60 }, (_, i) => {
    const customer = i % 20 === 19 ? '' : `K${String(100 + (i % 20))}`;
    return `D${i + 1000},${customer},${(i + 1) * 10},2024-03-${String((i % 28) + 1).padStart(2, '0')}`;
  }),
].join('\n');

// K100 … K114 are known, K102 twice; K115 … K118 are not; K200 has no orders.
const CUSTOMERS = [
  '客户编号,城市,等级',
  ...Array.from({ length: 15 }, (_, i) => `K${100 + i},${i % 2 === 0 ? '北京' : '上海'},${i % 3}`),
  'K102,广州,9',
  'K200,深圳,1',
].join('\n');

async function addFromPalette(page: Page, title: string): Promise<void> {
  const entry = page.locator('section.palette li button', { hasText: title });
  await page.locator('[data-cell]').last().focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await entry.first().click();
}

test('a second file is joined, columns are computed and rows kept', async ({ page }) => {
  await openStart(page, 'zh');
  await page.locator('html[data-ready=true]').waitFor();
  await dropFile(page, { name: '订单.csv', bytes: ORDERS });
  await expect(cellOf(page, 'load')).toHaveAttribute('data-state', 'fresh');

  await addFromPalette(page, '读入数据');
  const second = cellOf(page, 'load').last();
  await second
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from(CUSTOMERS) });
  await expect(second).toHaveAttribute('data-state', 'fresh');

  await addFromPalette(page, '连接两张表');
  const join = cellOf(page, 'join');
  await expect(join).toHaveAttribute('data-state', 'fresh');
  // A notebook about orders makes customers of them first; here the orders themselves are wanted.
  await join.getByLabel('左表', { exact: true }).selectOption({ label: '订单.csv' });
  await expect(join).toHaveAttribute('data-state', 'fresh');
  // 60 orders: 45 of K100 … K114, of which K102 has three and two lines here; 12 of others, 3 of nobody.
  await expect(join.locator('h2')).toContainText(
    '左表 60 行里 45 行对上（75.0 %）；右表有重复的键，行数从 60 变成 63。',
  );
  await expect(join).toContainText('键：客户编号（自动找到） · 3 行没有键，从不对上');
  await expect(join.getByLabel('右表', { exact: true }).locator('option:checked')).toHaveText(
    '客户.csv',
  );
  await expect(join).toContainText('K115、K116、K117、K118');
  await expect(join).toContainText('K102 × 2');

  await addFromPalette(page, '派生与筛选');
  const derive = cellOf(page, 'derive');
  await expect(derive.locator('h2')).toContainText('63 行原样通过');
  await derive.getByRole('textbox', { name: '列名 1' }).fill('含税');
  await derive.getByRole('textbox', { name: '列名 1' }).press('Enter');
  const formula = derive.getByRole('textbox', { name: '公式 1' });
  await formula.click();
  await page.keyboard.type('round（金额 × 1.13, 1');
  await expect(derive).not.toContainText('没有右括号');
  await page.keyboard.type('）');
  await page.keyboard.press('Control+Enter');
  await expect(derive.locator('h2')).toContainText('新增一列。');
  const filter = derive.getByRole('textbox', { name: '只留下这样的行' });
  await filter.click();
  await page.keyboard.type("城是 = '北京'");
  await page.keyboard.press('Control+Enter');
  await expect(derive).toContainText('表里没有「城是」这一列。是不是「城市」？');
  await expect(derive).toHaveAttribute('data-state', 'failed');
  await filter.press('Control+a');
  await page.keyboard.type("城市 = '北京' and 含税 > 100");
  await page.keyboard.press('Control+Enter');
  await expect(derive).toHaveAttribute('data-state', 'fresh');
  await expect(derive.locator('h2')).toContainText('新增一列，留下 20 / 63 行。');
  expect(await violationsIn(page, 'join')).toEqual([]);
  expect(await violationsIn(page, 'derive')).toEqual([]);
  await expect(page.getByText('加载后 0 次网络请求')).toBeVisible();
});
