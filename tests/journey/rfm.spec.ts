import { orders } from '../../src/samples/orders';
import { sampleFile } from '../../src/samples/generate';
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

/** The figures that the CSV itself comes to, reckoned apart from our code. */
function reckon(csv: string) {
  const rows = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const sales = rows.filter(([, , member, , , , status]) => member !== '' && status === '已完成');
  const members = new Map<string, number>();
  for (const [, , member, , quantity, price] of sales) {
    members.set(member!, (members.get(member!) ?? 0) + Number(quantity) * Number(price));
  }
  const money = [...members.values()];
  const total = money.reduce((a, b) => a + b, 0);
  const top = money.filter((value) => value > total / money.length);
  const share = top.reduce((a, b) => a + b, 0) / total;
  const returned = rows.filter(
    ([, , member, , , , status]) => member !== '' && status !== '已完成',
  );
  return {
    sales: sales.length,
    members: members.size,
    nobody: rows.filter(([, , member]) => member === '').length,
    returned: returned.length,
    finding: `前 ${Math.round((100 * top.length) / money.length)} % 的客户带来 ${Math.round(100 * share)} % 的收入。`,
  };
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

test('orders become customers, customers become segments', async ({ page }) => {
  await openStart(page, 'zh');
  const csv = await sampleFile(orders).text();
  const known = reckon(csv);
  await dropFile(page, { name: '订单.csv', bytes: csv });
  await expectAllFresh(page);
  const rfm = cellOf(page, 'rfm');

  await test.step('the file is taken for what it is, and the finding is that of the file', async () => {
    await expect(page.getByText('订单 · RFM 客户分群').first()).toBeVisible();
    await expect(rfm.locator('h2')).toHaveText(known.finding);
    await expect(rfm).toContainText(
      `6,000 行里 ${grouped(known.sales)} 行是购买 · ${grouped(known.sales)} 单 · ${grouped(known.members)} 位客户`,
    );
    await expect(rfm).toContainText(`${grouped(known.nobody)} 行 没有客户，不算`);
    await expect(rfm).toContainText(`${grouped(known.returned)} 行 是取消或退货`);
    await expect(rfm).toContainText('状态是「已退款」「已取消」');
  });

  await test.step('the squares hold every customer once, and a group shows where it lies', async () => {
    const counts = await rfm.locator('[data-tile] b').allInnerTexts();
    expect(counts).toHaveLength(25);
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(known.members);
    await rfm.getByRole('button', { name: '重要价值', exact: true }).click();
    await expect(rfm.locator('[data-tile].dim').first()).toBeVisible();
    await rfm.getByRole('button', { name: '重要价值', exact: true }).click();
    await expect(rfm.locator('[data-tile].dim')).toHaveCount(0);
    await rfm.locator('[data-tile="0 4"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(rfm.getByRole('status').first()).toContainText(/^R 4、F 5：\d+ 位客户/);
  });

  await test.step('the customers are clustered and shown in their own units', async () => {
    await expect(cellOf(page, 'features')).toContainText('消费金额');
    await expect(cellOf(page, 'segments')).toContainText('最近购买距今天数');
    await expect(cellOf(page, 'segments')).toContainText(grouped(known.members));
    expect(await violationsIn(page, 'rfm')).toEqual([]);
  });

  await test.step('a rule that is changed changes the customers, and undo brings them back', async () => {
    await rfm.getByText('照常算', { exact: true }).first().click();
    await expectState(page, 'rfm', 'fresh');
    await expect(rfm.locator('h2')).not.toHaveText(known.finding);
    await page.getByRole('button', { name: /^撤销/ }).first().click();
    await expect(rfm.locator('h2')).toHaveText(known.finding);
  });

  await test.step('the check of the groups names what a deleted rule leaves open', async () => {
    await rfm.getByText('分数和分组的规则', { exact: true }).click();
    await expect(rfm.getByText('125 个分数组合都恰好归入一组。')).toBeVisible();
    await rfm.getByRole('button', { name: '流失: 删除', exact: true }).click();
    await expect(rfm.getByText('125 个分数组合都恰好归入一组。')).toBeVisible();
    await rfm.getByRole('button', { name: '冬眠: 删除', exact: true }).click();
    await expect(rfm.getByText(/^16 个组合（R-F-M）没有规则/)).toBeVisible();
    expect(await violationsIn(page, 'rfm')).toEqual([]);
  });
});

test('a file of customers keeps the notebook for customers', async ({ page }) => {
  await openStart(page, 'en');
  await page.getByRole('button', { name: /Shop members/ }).click();
  await expectAllFresh(page);
  await expect(cellOf(page, 'rfm')).toHaveCount(0);
});
