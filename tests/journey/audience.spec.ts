import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
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

async function save(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    cellOf(page, 'audience').getByRole('button', { name: button }).click(),
  ]);
  return download;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

test('an exported file opens again with the same rows and its labels', async ({ page }) => {
  await openStart(page, 'zh');
  const csv = toCsv(drawCustomers(300, 9));
  await dropFile(page, { name: 'customers.csv', bytes: csv });
  await expectAllFresh(page);
  await cellOf(page, 'segments').locator('h2').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.getByRole('button', { name: /^策略 名单/ }).click();
  await expectState(page, 'audience', 'fresh');
  const cell = cellOf(page, 'audience');
  await expect(cell.locator('h2')).toHaveText(/^300 行可以导出，标好了/);
  const sizes = (await cell.locator('label .rows').allTextContents()).map(Number);

  await test.step('nothing in the cell keeps anybody out', async () => {
    expect(await violationsIn(page, 'audience')).toEqual([]);
  });

  const file =
    await test.step('the file has every row, in order, and a label for each', async () => {
      const download = await save(page, '存成文件');
      expect(download.suggestedFilename()).toBe('分群名单.csv');
      await expect(cell.getByText('已交给浏览器保存：分群名单.csv')).toBeVisible();
      const bytes = await bytesOf(download);
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
      const numbers = lines.slice(1).map((line) => Number(line.split(',').at(-4)));
      const counted = sizes.map((_, index) => numbers.filter((n) => n === index + 1).length);
      expect(counted).toEqual(sizes);
      const before = csv.toString().trimEnd().split(/\r?\n/);
      expect(lines).toHaveLength(before.length);
      const firstCell = (line: string) => line.split(',')[0];
      expect(lines.slice(1).map(firstCell)).toEqual(before.slice(1).map(firstCell));
      return bytes;
    });

  await test.step('Parquet is saved as well', async () => {
    await cell.getByRole('button', { name: 'CSV', exact: true }).click();
    await page.locator('select:has(option[value="parquet"])').selectOption('parquet');
    await expectState(page, 'audience', 'fresh');
    const bytes = await bytesOf(await save(page, '存成文件'));
    expect(bytes.subarray(0, 4).toString()).toBe('PAR1');
    expect(bytes.subarray(-4).toString()).toBe('PAR1');
  });

  await test.step('dropped in again it is read without damage, labels and all', async () => {
    await openStart(page, 'zh');
    await dropFile(page, { name: '分群名单.csv', bytes: file });
    await expectAllFresh(page);
    await expect(cellOf(page, 'load').locator('h2')).toContainText('300 行');
    await expect(cellOf(page, 'load').getByText('分群编号').first()).toBeVisible();
  });
});
