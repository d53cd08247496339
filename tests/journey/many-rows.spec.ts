import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectAllFresh, openStart, test } from './support/app';
import { writeLargeTable } from './support/large-table';
import { watchLongTasks } from './support/measure';

/** What a longer task than this is felt as; the promise is 100 ms, on a machine of one's own. */
const FELT_MS = 100;

test('a hundred thousand rows never hold up the page', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'fenqun-many-'));
  const table = join(folder, 'many.csv');
  await writeLargeTable(table, 100_000);
  const longTasks = await watchLongTasks(page);
  await openStart(page, 'en');
  await expect(page.getByText('0 requests since load')).toBeVisible();
  const before = (await longTasks()).length;
  await page.locator('input[type=file]').first().setInputFiles(table);
  await expectAllFresh(page);
  rmSync(folder, { recursive: true });
  const tasks = (await longTasks()).slice(before);
  expect(tasks.filter((duration) => duration > FELT_MS)).toEqual([]);
});
