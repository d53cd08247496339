import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

test('from a number of segments to names to a report that somebody else opens', async ({
  page,
  browser,
}) => {
  await openStart(page, 'zh');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(300, 9)) });
  await expectAllFresh(page);

  await cellOf(page, 'features').locator('h2').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.getByRole('button', { name: /^建模 选择簇数/ }).click();
  const chooser = cellOf(page, 'choose-k');
  await chooser.getByRole('button', { name: /^运行/ }).click();
  const chart = chooser.getByRole('slider', { name: /^轮廓系数/ });
  await chart.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(chooser.getByText('现在是 3')).toBeVisible();
  await expectAllFresh(page);

  const personas = cellOf(page, 'persona');
  const cards = personas.getByRole('article');
  await expect(cards).toHaveCount(3);
  // The numbers followed their groups, so that they are not in order any more.
  const suggested = await cards.locator('h3').allInnerTexts();
  await personas.getByRole('button', { name: '采用全部名字' }).click();
  await expect(personas.getByText('建议的名字')).toHaveCount(0);
  const names = await cards.locator('h3').allInnerTexts();
  expect(names).toEqual(suggested);
  const heads = cellOf(page, 'segments').locator('thead th .segment .name');
  expect((await heads.allInnerTexts()).slice(0, 3)).toEqual(suggested);

  await page.getByRole('button', { name: '导出', exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存报告' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('customers.html');
  const path = join(mkdtempSync(join(tmpdir(), 'fenqun-journey-')), 'customers.html');
  await download.saveAs(path);

  const reader = await browser.newContext({ javaScriptEnabled: false });
  const report = await reader.newPage();
  await report.goto(pathToFileURL(path).href);
  for (const name of names) {
    await expect(report.getByRole('heading', { level: 3, name })).toBeVisible();
  }
  const headline = (await cellOf(page, 'choose-k').locator('h2').innerText()).trim();
  await expect(report.getByRole('heading', { level: 2, name: headline })).toBeVisible();
  await reader.close();
});
