import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectAllFresh, openStart, test } from './support/app';
import { writeLargeTable } from './support/large-table';
import { recordMainTasks } from './support/measure';

/** A page that answers later than this feels stuck. */
const FELT_MS = 100;

test('a hundred thousand rows never hold up the page', async ({ page, browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'fenqun-many-'));
  const table = join(folder, 'many.csv');
  await writeLargeTable(table, 100_000);
  await openStart(page, 'en');
  await expect(page.getByText('0 requests since load')).toBeVisible();
  const stop = await recordMainTasks(browser, page);
  await page.locator('input[type=file]').first().setInputFiles(table);
  await expectAllFresh(page);
  const tasks = await stop();
  rmSync(folder, { recursive: true });
  expect(tasks.length).toBeGreaterThan(10);
  expect(tasks.filter(({ cpuMs }) => cpuMs > FELT_MS)).toEqual([]);
});
