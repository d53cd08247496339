import type { Locator, Page } from '@playwright/test';
import {
  cellOf,
  dropFile,
  dropWhileStarting,
  expect,
  expectAllFresh,
  expectState,
  openStart,
  test,
} from './support/app';
import { violationsOf } from './support/axe';
import { readSegmentTable } from './support/figures';
import { drawCustomers, toCsv } from './support/shop';

async function segmentsShown(page: Page): Promise<number> {
  const lines = await readSegmentTable(cellOf(page, 'segments'));
  return [...lines.values()][0]!.means.length;
}

/** Adds the cell below the features, as a reader would with the keyboard, and runs it. */
async function addChooseK(page: Page): Promise<Locator> {
  await cellOf(page, 'features').locator('h2').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.getByRole('button', { name: /^建模 选择簇数/ }).click();
  const cell = cellOf(page, 'choose-k');
  await cell.getByRole('button', { name: /^运行/ }).click();
  return cell;
}

test('choosing a k in the panel sets it in the clustering cell, which runs again', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openStart(page, 'zh');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(300, 9)) });
  await expectAllFresh(page);
  const before = await segmentsShown(page);
  const cell = await addChooseK(page);

  await test.step('the panel suggests a k, and shows six indices with their own choices', async () => {
    await expectState(page, 'choose-k', 'fresh');
    await expect(cell.locator('h2')).toHaveText(/^建议 k = \d+。六个指标/);
    await expect(cell.getByRole('slider')).toHaveCount(6);
    await expect(cell.getByRole('slider', { name: /轮廓系数，越大越好，指向/ })).toBeVisible();
    await expect(cell.getByText(`现在是 ${before}`)).toBeVisible();
  });

  await test.step('a button sets k and runs the clustering and what follows', async () => {
    await cell.getByRole('button', { name: `用 k = ${before + 2} 分群` }).click();
    await expectAllFresh(page);
    await expect.poll(() => segmentsShown(page)).toBe(before + 2);
    await expect(cell.getByText(`现在是 ${before + 2}`)).toBeVisible();
    // The comparison itself does not depend on what was chosen.
    await expectState(page, 'choose-k', 'fresh');
  });

  await test.step('undo takes it back without computing', async () => {
    await page.getByRole('button', { name: '撤销' }).first().click();
    await expectState(page, 'segments', 'fresh');
    await expect.poll(() => segmentsShown(page)).toBe(before);
  });

  await test.step('in a chart the arrow keys choose a k and Enter sets it', async () => {
    const chart = cell.getByRole('slider', { name: /^轮廓系数/ });
    await chart.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(chart).toHaveAttribute('aria-valuetext', /^k = 3：0\.\d{3}/);
    await page.keyboard.press('Enter');
    await expect(cell.getByText('现在是 3')).toBeVisible();
    await expectAllFresh(page);
    await expect.poll(() => segmentsShown(page)).toBe(3);
  });

  await test.step('a click on a column of a chart sets its k', async () => {
    const chart = cell.getByRole('slider', { name: /^稳定度/ });
    const box = (await chart.boundingBox())!;
    await chart.click({ position: { x: 14, y: box.height / 2 } });
    await expect(cell.getByText('现在是 2')).toBeVisible();
    await expectAllFresh(page);
    await expect.poll(() => segmentsShown(page)).toBe(2);
  });

  await test.step('axe finds nothing wrong', async () => {
    await cell.getByText('表格', { exact: true }).click();
    expect(await violationsOf(page)).toEqual([]);
  });
});

test('another range makes the panel out of date, with the old charts and a reason, until it runs', async ({
  page,
}) => {
  await dropWhileStarting(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(200, 4)) });
  await openStart(page, 'zh');
  await expectAllFresh(page);
  const cell = await addChooseK(page);
  await expectState(page, 'choose-k', 'fresh');
  await cell.getByRole('button', { name: '12', exact: true }).first().click();
  const field = page.getByRole('spinbutton', { name: '最多簇数' });
  await field.fill('6');
  await field.press('Enter');
  await expectState(page, 'choose-k', 'stale');
  await expect(cell.getByText(/最多簇数 12 → 6/)).toBeVisible();
  await expect(cell.getByRole('slider')).toHaveCount(6);
  await cell.getByRole('button', { name: /^运行/ }).first().click();
  await expectState(page, 'choose-k', 'fresh');
  await expect(cell.getByRole('button', { name: '用 k = 6 分群' })).toBeVisible();
  await expect(cell.getByRole('button', { name: '用 k = 7 分群' })).toHaveCount(0);

  await test.step('without a clustering cell, choosing a k adds one', async () => {
    await cellOf(page, 'cluster').locator('h2').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await page.keyboard.press('d');
    await expect(cellOf(page, 'cluster')).toHaveCount(0);
    await cell.getByRole('button', { name: '用 k = 5 分群' }).click();
    await expectState(page, 'cluster', 'fresh');
    await expect(cellOf(page, 'cluster').locator('h2')).toContainText('五个分群');
    await expect(cell.getByText('现在是 5')).toBeVisible();
  });
});

test('where features failed, the panel says what it waits for', async ({ page }) => {
  await openStart(page, 'zh');
  await dropFile(page, { name: 'one.csv', bytes: 'a,b\n1,2\n' });
  await expectState(page, 'features', 'failed');
  await page.getByRole('button', { name: '选择簇数' }).click();
  const cell = cellOf(page, 'choose-k');
  await expect(cell.locator('h2')).toHaveText('等「特征」算完再开始。');
  await expect(cell.getByText(/「特征」没有算成，先解决它/)).toBeVisible();
});
