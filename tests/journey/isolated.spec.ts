import type { Page, Worker } from '@playwright/test';
import { isolatingHeaders } from '../../src/tooling/security-headers.mjs';
import { createSite, listen } from '../../src/tooling/serve.mjs';
import { chooseFile, expect, expectAllFresh, expectSaved, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';
import { readStored } from './support/stored';

interface Watched {
  readonly crossOriginIsolated: boolean;
  SharedArrayBuffer: typeof SharedArrayBuffer;
  sharedMade?: number;
}

/** Counts the shared memory that the worker makes from now on; false where it cannot. */
function watch(worker: Worker): Promise<boolean> {
  return worker.evaluate(() => {
    const scope = globalThis as unknown as Watched;
    if (!scope.crossOriginIsolated) return false;
    scope.sharedMade = 0;
    scope.SharedArrayBuffer = class extends SharedArrayBuffer {
      constructor(bytes: number) {
        super(bytes);
        scope.sharedMade = (scope.sharedMade ?? 0) + 1;
      }
    } as typeof SharedArrayBuffer;
    return true;
  });
}

/** Drops the customers and gives everything stored, sorted. */
async function answersOf(page: Page, bytes: string): Promise<string> {
  await chooseFile(page, { name: 'customers.csv', bytes });
  await expectAllFresh(page);
  await expectSaved(page, 'en');
  return JSON.stringify([...(await readStored(page))].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('a cross-origin isolated page shares memory for its steps, and gives the same answer', async ({
  page,
  browser,
}) => {
  const bytes = toCsv(drawCustomers(20_000, 6));
  await openStart(page, 'en');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const byMessages = await answersOf(page, bytes);

  const site = createSite({ headers: isolatingHeaders });
  const port = await listen(site, { port: 0, host: '127.0.0.1' });
  const context = await browser.newContext({ locale: 'zh-CN' });
  const isolated = await context.newPage();
  await openStart(isolated, 'en', 'light', `http://127.0.0.1:${port}/`);
  expect(await isolated.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(isolated.getByText('0 requests since load')).toBeVisible();
  await expect.poll(() => isolated.workers().length).toBeGreaterThan(2);
  const workers = isolated.workers();
  expect(await Promise.all(workers.map(watch))).toEqual(workers.map(() => true));

  const bySharing = await answersOf(isolated, bytes);
  // Some have done their work and are gone.
  const made = isolated
    .workers()
    .map((worker) => worker.evaluate(() => (globalThis as unknown as Watched).sharedMade ?? 0));
  expect(Math.max(...(await Promise.all(made)))).toBeGreaterThan(0);
  expect(bySharing.length).toBeGreaterThan(1000);
  expect(bySharing).toBe(byMessages);
  await context.close();
  site.closeAllConnections();
  site.close();
});
