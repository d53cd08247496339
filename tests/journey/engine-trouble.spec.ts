import { loadavg } from 'node:os';
import { expect, test, type Page } from '@playwright/test';
import { CHROMIUM_ARGS } from '../../src/tooling/chromium.mjs';
import { cellOf, dropFile, expectAllFresh, expectSaved, openStart } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

// A heap that is full soon, instead of after gigabytes.
test.use({
  launchOptions: {
    executablePath: process.env['CHROMIUM_PATH']!,
    args: [...CHROMIUM_ARGS, '--js-flags=--max-old-space-size=160'],
  },
});

/** What is done to every engine worker that runs, as a faulty computation might. */
const HARMS: Readonly<Record<string, string>> = {
  throws: `setTimeout(() => { throw new Error('harm'); })`,
  'loops for ever': `for (;;);`,
  'is refused memory': `(() => {
    const Original = Float64Array;
    globalThis.Float64Array = class extends Original {
      constructor(first, ...rest) {
        if (typeof first === 'number') throw new RangeError('Array buffer allocation failed');
        super(first, ...rest);
      }
    };
  })()`,
  'fills its heap': `(() => { const held = []; for (;;) held.push([held.length, {}]); })()`,
};

/** On every run; the others by `npm run hostile:engine`. */
const SHORT = ['loops for ever'];
const isThorough = process.env['FENQUN_HOSTILE'] === '1';
const chosen = Object.entries(HARMS).filter(([name]) => isThorough || SHORT.includes(name));

/** What the browser keeps of the notebook: every cell, and the revision of the whole. */
function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const finish = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const [{ name } = { name: '' }] = await indexedDB.databases();
    const database = await finish(indexedDB.open(name!));
    const stores = [...database.objectStoreNames].filter((store) => /notebook|cell/.test(store));
    const reading = database.transaction(stores);
    const kept = await Promise.all(
      stores.map(async (store) => [store, await finish(reading.objectStore(store).getAll())]),
    );
    database.close();
    // How far each stage is belongs to the head, too, and may well be told anew.
    return JSON.stringify(kept, (key, value: unknown) => (key === 'summary' ? undefined : value));
  });
}

/** Remembers how long every click waited until the page heard it. */
function watchClicks(): void {
  const waits: number[] = [];
  Object.assign(globalThis, { waits });
  addEventListener('click', ({ timeStamp }) => waits.push(performance.now() - timeStamp), true);
}

const waitsOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (globalThis as unknown as { waits: number[] }).waits.splice(0));

async function harm(page: Page, code: string): Promise<void> {
  for (const worker of page.workers()) {
    // It may never answer, or die of it.
    void worker
      .evaluate(`if (self.name === 'fenqun-engine') { setTimeout(() => { ${code} }); }`)
      .catch(() => undefined);
  }
  // Every worker has taken what it was told before the page goes on.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
}

async function runAgain(page: Page): Promise<void> {
  const cell = cellOf(page, 'cluster');
  await cell.hover();
  await cell.getByText('Cell actions', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Run again', exact: true }).first().click();
}

test('an engine in trouble costs its answer and nothing else', async ({ page }) => {
  test.setTimeout(240_000);
  await page.addInitScript(watchClicks);
  await openStart(page, 'en');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(3000, 7)) });
  await expectAllFresh(page);
  await expectSaved(page, 'en');
  const before = await stored(page);
  const cell = cellOf(page, 'cluster');
  for (const [name, code] of chosen) {
    await harm(page, code);
    const began = Date.now();
    await runAgain(page);
    // The page answers while nobody knows yet what has become of the engine.
    for (let i = 0; i < 3; i++) await cell.locator('h2').click();
    await expect(cell).toHaveAttribute('data-state', /^(failed|fresh)$/);
    const endedMs = Date.now() - began;
    const isFailed = (await cell.getAttribute('data-state')) === 'failed';
    if (isFailed) {
      await expect(cell).toContainText(/Computing stopped \([^)]+\) and was started again/);
      await expect(cell).toContainText(/Run it again/);
      await expect(page.locator('[data-state="fresh"]')).not.toHaveCount(0);
      await cell.getByRole('button', { name: 'Run again' }).first().click();
    }
    await expectAllFresh(page);
    const recoveredMs = Date.now() - began;
    const waits = (await waitsOf(page)).map(Math.round);
    console.log(
      `an engine that ${name}: the cell ${isFailed ? 'says so' : 'is fresh'} after ${endedMs} ms, ` +
        `all is fresh after ${recoveredMs} ms, ${waits.length} clicks waited ${Math.max(...waits)} ms ` +
        `at most, load ${loadavg()[0]!.toFixed(1)}`,
    );
    expect(await stored(page), name).toBe(before);
  }
  if (!isThorough) return;
  // The whole page goes, as when the machine has no memory left.
  const address = page.url();
  const context = page.context();
  await page.goto('chrome://crash').catch(() => undefined);
  const next = await context.newPage();
  await next.goto(address);
  await expectAllFresh(next);
  expect(await stored(next)).toBe(before);
});
