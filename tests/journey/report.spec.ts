import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

async function saveReport(page: Page, least: number): Promise<string> {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const field = page.getByRole('spinbutton', { name: '少于几行的分群不写进报告' });
  await field.fill(String(least));
  await field.press('Enter');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存报告' }).click();
  const download = await downloading;
  const path = join(mkdtempSync(join(tmpdir(), 'fenqun-report-')), download.suggestedFilename());
  writeFileSync(path, readFileSync(await download.path()));
  await page.keyboard.press('Escape');
  return path;
}

async function readReport(page: Page, browser: Browser): Promise<void> {
  const path = await saveReport(page, 5);
  expect(path.endsWith('会员.html')).toBe(true);
  const html = readFileSync(path, 'utf8');
  expect(html).not.toMatch(/<script|<iframe|<link|\sstyle=|\son\w+=|https?:\/\/(?!www\.w3\.org)/);

  const context = await browser.newContext({ javaScriptEnabled: true });
  const report = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  report.on('request', (request) => asked.push(request.url()));
  report.on('console', (message) => complaints.push(message.text()));
  await report.goto(pathToFileURL(path).href);
  await expect(report.getByRole('heading', { level: 1 })).toHaveText('会员');
  const headline = await cellOf(page, 'segments').locator('h2').textContent();
  await expect(report.getByRole('heading', { name: headline!.trim() })).toBeVisible();
  const figures = (within: Page) => within.locator('section table').last();
  expect((await figures(report).textContent())?.length).toBeGreaterThan(100);
  // The picture of the scatter is inside, and is painted.
  const picture = report.locator('img').first();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    300,
  );
  expect(await report.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe(
    'rgb(27, 29, 31)',
  );
  // Single rows stay behind.
  expect(await report.locator('body').textContent()).not.toContain('00000001');
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(path).href]);
  expect(complaints).toEqual([]);
  await context.close();
}

async function hideSmallSegments(page: Page): Promise<void> {
  // Segments of 240, 180, 120 and 60 rows: hiding 60 alone would leave it to be reckoned.
  const spend = cellOf(page, 'segments').getByRole('row', { name: /^Spend/ });
  const shown = (await spend.locator('td').allTextContents()).map(
    (text) => text.trim().split(/\s/)[0],
  );
  const html = readFileSync(await saveReport(page, 100), 'utf8');
  const body = html.slice(html.indexOf('<body>')).replaceAll(/<[^>]*>/g, ' ');
  expect(body).toContain('没有写出：里面有少于 100 行的分群或逐行的数据。');
  expect(body).toContain('649');
  const hiddenMeans = ['704', '9,504'];
  expect(shown).toEqual(expect.arrayContaining(['649', ...hiddenMeans]));
  for (const mean of hiddenMeans) expect(body).not.toContain(mean);
}

test('a report is still, asks nothing of anybody and hides small segments', async ({
  page,
  browser,
}) => {
  // Made in the dark: a report is light all the same.
  await openStart(page, 'zh', 'dark');
  await page.locator('html[data-ready=true]').waitFor();
  await dropFile(page, { name: '会员.csv', bytes: toCsv(drawCustomers(600, 7)) });
  await expectAllFresh(page);
  await test.step('a report is one still page that asks nothing of anybody', () =>
    readReport(page, browser));
  await test.step('a report hides small segments, and those that would give them away', () =>
    hideSmallSegments(page));
});
