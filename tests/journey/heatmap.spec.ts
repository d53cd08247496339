import type { Locator, Page } from '@playwright/test';
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
import { drawCustomers, toCsv } from './support/shop';

async function add(page: Page, kind: string, title: RegExp): Promise<Locator> {
  await cellOf(page, 'segments').locator('h2').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.getByRole('button', { name: title }).click();
  await expectState(page, kind, 'fresh');
  return cellOf(page, kind);
}

const tilesOf = (map: Locator) => map.locator('[data-tile]').allInnerTexts();
const segmentsShown = (page: Page) => cellOf(page, 'segments').locator('thead th.segment').count();

async function lookAtHeatMap(page: Page): Promise<void> {
  const map = await add(page, 'heatmap', /^理解 热力图/);
  const deviations = await tilesOf(map);
  expect(deviations.length).toBeGreaterThan(15);
  for (const text of deviations) expect(text).toMatch(/^(?:[+−]?\d+\.\d\d|—)$/);

  await test.step('the switch to TGI changes figures, not the result', async () => {
    await map.getByText('TGI', { exact: true }).first().click();
    await expect.poll(async () => (await tilesOf(map))[0]).toMatch(/^\d+$/);
    await expectState(page, 'heatmap', 'fresh');
  });

  await test.step('from the keyboard: original values at every tile, Enter picks the segment', async () => {
    await map.locator('[data-tile]').first().focus();
    await expect(map.locator('.tip')).toContainText('全体');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(map.locator('[data-tile].dim').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(map.locator('[data-tile].dim')).toHaveCount(0);
  });

  await test.step('nothing in the cell keeps anybody out', async () => {
    await map.getByText('表格：原始单位的均值').click();
    expect(await violationsIn(page, 'heatmap')).toEqual([]);
  });
}

async function mergeAndUndo(page: Page): Promise<void> {
  const tree = await add(page, 'dendrogram', /^理解 分群树/);
  const before = await segmentsShown(page);
  expect(await violationsIn(page, 'dendrogram')).toEqual([]);

  await test.step('merge the closest two', async () => {
    await tree.locator('g[role="button"]').first().press('Enter');
    await expect(tree.getByText(/^合并「.+」和「.+」，失去\s[\d.]+\s%\s的组间差异/)).toBeVisible();
    await tree.getByRole('button', { name: '把这两群合成一群' }).click();
    await expect.poll(() => segmentsShown(page)).toBe(before - 1);
    await expectState(page, 'cluster', 'fresh');
    await expect(cellOf(page, 'cluster').locator('h2')).toContainText('手工合并一次');
  });

  await test.step('a change of k says that the merge no longer fits, and drops it', async () => {
    await cellOf(page, 'cluster').locator('h2').click();
    await page.keyboard.press('Enter');
    await page.getByRole('spinbutton', { name: '簇数' }).fill(String(before + 1));
    await page.keyboard.press('Enter');
    await expectState(page, 'cluster', 'failed');
    await page.getByRole('button', { name: '去掉手工修改，再运行' }).click();
    await expectState(page, 'cluster', 'fresh');
    await expect.poll(() => segmentsShown(page)).toBe(before + 1);
  });

  await test.step('undo goes back through all of it', async () => {
    const undo = page.getByRole('button', { name: /^撤销/ }).first();
    for (const expected of [null, before - 1, before]) {
      await undo.click();
      if (expected !== null) await expect.poll(() => segmentsShown(page)).toBe(expected);
    }
    await expectState(page, 'cluster', 'fresh');
  });
}

async function lookAtLinesAndSplit(page: Page): Promise<void> {
  const lines = await add(page, 'parallel', /^理解 画像线/);
  await lines.getByRole('button', { name: /分群 2/ }).click();
  await expect(lines.locator('.profile.dim').first()).toBeVisible();
  await lines.getByText('标准差', { exact: true }).click();
  await expect(lines.getByText(/与全体均值相差几个标准差/)).toBeVisible();
  expect(await violationsIn(page, 'parallel')).toEqual([]);

  const tree = cellOf(page, 'dendrogram');
  const before = await segmentsShown(page);
  await tree.getByRole('button', { name: '拆成两群' }).click();
  await expect.poll(() => segmentsShown(page)).toBe(before + 1);
}

test('a heat map, a dendrogram and profile lines of the same segments', async ({ page }) => {
  await openStart(page, 'zh');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(300, 9)) });
  await expectAllFresh(page);
  await test.step('a heat map shows deviations, TGI and original values, and picks out a segment everywhere', () =>
    lookAtHeatMap(page));
  await test.step('two segments merged in the dendrogram are one in every table, until it is undone', () =>
    mergeAndUndo(page));
  await test.step('profile lines and a split', () => lookAtLinesAndSplit(page));
});
