import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectState, openStart, test } from './support/app';
import { writeLargeTable } from './support/large-table';
import { peakRendererBytes, watchLongTasks } from './support/measure';

const GIGABYTE = 2 ** 30;

test('a million rows load, cluster and draw while the page stays awake', async ({
  page,
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'fenqun-large-'));
  const table = join(folder, 'million.csv');
  await writeLargeTable(table, 1_000_000);
  const longTasks = await watchLongTasks(page);
  await openStart(page, 'en');
  const startedMs = Date.now();
  await page.locator('input[type=file]').first().setInputFiles(table);
  for (const kind of [
    'load',
    'profile',
    'features',
    'cluster',
    'evaluate',
    'segments',
    'scatter',
  ]) {
    await expectState(page, kind, 'fresh', 300_000);
  }
  const seconds = (Date.now() - startedMs) / 1000;
  await page.locator('[data-kind="scatter"] canvas').first().scrollIntoViewIfNeeded();
  const tasks = await longTasks();
  const peak = await peakRendererBytes(browser);
  const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
  console.log(
    `${megabytes(statSync(table).size)} file, ${seconds.toFixed(1)} s to the last picture, ` +
      `renderer ${megabytes(peak)}, main-thread tasks over 50 ms: ` +
      `[${tasks.map((duration) => Math.round(duration)).join(', ')}]`,
  );
  rmSync(folder, { recursive: true });
  expect(tasks.filter((duration) => duration > 100)).toEqual([]);
  expect(peak).toBeLessThan(GIGABYTE);
});
