import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectState, openStart, test } from './support/app';
import { writeLargeTable } from './support/large-table';
import { peakRendererBytes, recordMainTasks, type MainTask } from './support/measure';

const GIGABYTE = 2 ** 30;
const FELT_MS = 100;
/** No task of the page may be longer while a cell runs. */
const RUN_MS = 50;
const PATIENCE_MS = 400_000;

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

test('a million rows load, cluster and draw while the page stays awake', async ({
  page,
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'fenqun-large-'));
  const table = join(folder, 'million.csv');
  await writeLargeTable(table, 1_000_000);
  await openStart(page, 'en');
  await expect(page.getByText('0 requests since load')).toBeVisible();
  let opening: readonly MainTask[] = [];
  let stop = await recordMainTasks(browser, page);
  const startedMs = Date.now();
  await page.locator('input[type=file]').first().setInputFiles(table);
  const reached: string[] = [];
  for (const kind of [
    'load',
    'profile',
    'features',
    'cluster',
    'segments',
    'scatter',
    'evaluate',
  ]) {
    await expectState(page, kind, 'fresh', PATIENCE_MS);
    reached.push(`${kind} ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
    // From here on the notebook stands, and all that happens belongs to a run.
    if (kind === 'load') opening = await stop();
    if (kind === 'load') stop = await recordMainTasks(browser, page);
  }
  await page.locator('[data-kind="scatter"] canvas').first().scrollIntoViewIfNeeded();
  const runs = await stop();
  const tasks = [...opening, ...runs];
  const peak = await peakRendererBytes(browser);
  const longest = tasks.toSorted((a, b) => b.wallMs - a.wallMs).slice(0, 5);
  console.log(
    [
      `${megabytes(statSync(table).size)} file; ${reached.join(', ')}`,
      `renderer at most ${megabytes(peak)}`,
      'longest tasks of the page (wall / processor time): ' +
        longest
          .map(({ wallMs, cpuMs }) => `${wallMs.toFixed(0)} / ${cpuMs.toFixed(0)} ms`)
          .join(', '),
    ].join('\n'),
  );
  rmSync(folder, { recursive: true });
  expect(tasks.filter(({ cpuMs }) => cpuMs > FELT_MS)).toEqual([]);
  expect(runs.filter(({ cpuMs }) => cpuMs > RUN_MS)).toEqual([]);
  expect(peak).toBeLessThan(GIGABYTE);
});
