import { loadavg } from 'node:os';
import { expect, test, type Page, type PlaywrightWorkerArgs } from '@playwright/test';
import { CHROMIUM_ARGS } from '../../src/tooling/chromium.mjs';
import { cellOf, dropFile, expectAllFresh, expectSaved, openStart } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

/** A heap that is full within a second, instead of after gigabytes. */
const SMALL_HEAP = '--js-flags=--max-old-space-size=160';
const FILL_HEAP = `(() => { const held = []; for (;;) held.push([held.length, {}]); })()`;

/** What the issue gives a page to recover in, on a machine that does nothing else. */
const RECOVER_MS = 5000;

/** What a worker writes to the console when it is refused memory. */
const REFUSED = 'no memory for this array';

/** What is done to every engine worker that runs, as a faulty computation might. */
const HARMS: Readonly<Record<string, string>> = {
  'works as ever': ';',
  throws: `setTimeout(() => { throw new Error('harm'); })`,
  'loops for ever': `for (;;);`,
  'is refused memory': `(() => {
    for (const name of ['Float64Array', 'Float32Array', 'Int32Array', 'Uint32Array', 'Uint8Array']) {
      const Original = globalThis[name];
      globalThis[name] = class extends Original {
        static [Symbol.hasInstance](value) {
          return value instanceof Original;
        }
        constructor(first, ...rest) {
          if (typeof first === 'number') {
            console.log('${REFUSED}');
            throw new RangeError('Array buffer allocation failed');
          }
          super(first, ...rest);
        }
      };
    }
  })()`,
  // Silent for a few seconds, it is ended long before the heap of a tab is full.
  'fills its heap': FILL_HEAP,
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

/** Remembers how long every click waited until the page heard it, and when the last one came. */
function watchClicks(): void {
  const waits: number[] = [];
  Object.assign(globalThis, { waits, pressedAt: 0 });
  const watch = ({ timeStamp, target }: MouseEvent): void => {
    waits.push(performance.now() - timeStamp);
    if ((target as Element).closest('button')?.textContent.trim() === 'Run again') {
      Object.assign(globalThis, { pressedAt: timeStamp });
    }
  };
  addEventListener('click', watch, true);
}

const waitsOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (globalThis as unknown as { waits: number[] }).waits.splice(0));

/** What came of a run, in the page's own time since it was pressed. */
interface Recovery {
  /** What the cell said each time that it had failed. */
  readonly words: readonly string[];
  readonly endedMs: number;
  readonly freshMs: number;
}

/** Waits for a run of the segments to end, runs them again at once whenever that is offered, until all is fresh. */
async function recoverInPage(): Promise<Recovery> {
  const cell = document.querySelector('[data-kind="cluster"]')!;
  const once = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      const everything = { attributes: true, childList: true, subtree: true };
      observer.observe(document.documentElement, everything);
      look();
    });
  const state = () => cell.getAttribute('data-state')!;
  const again = () =>
    [...cell.querySelectorAll('button')].find(
      (button) => button.textContent.trim() === 'Run again' && button.checkVisibility(),
    );
  await once(() => state() === 'running');
  const { pressedAt } = globalThis as unknown as { pressedAt: number };
  const isFresh = () => document.querySelector('[data-state]:not([data-state="fresh"])') === null;
  const hasFailed = () => state() === 'failed' && again() !== undefined;
  await once(() => state() === 'fresh' || hasFailed());
  const endedMs = performance.now() - pressedAt;
  const words: string[] = [];
  while (!isFresh() && words.length < 5) {
    words.push(cell.textContent);
    again()?.click();
    await once(() => !hasFailed());
    await once(() => isFresh() || hasFailed());
  }
  return { words, endedMs, freshMs: performance.now() - pressedAt };
}

/** The engine, and the spare one that is kept beside it. */
async function engineCount(page: Page): Promise<number> {
  const names = page.workers().map((worker) => worker.evaluate<string>('self.name'));
  return (await Promise.all(names)).filter((name) => name === 'fenqun-engine').length;
}

async function harm(page: Page, code: string): Promise<void> {
  for (const worker of page.workers()) {
    // It may never answer, or die of it.
    void worker
      .evaluate(`if (self.name === 'fenqun-engine') { setTimeout(() => { ${code} }); }`)
      .catch(() => undefined);
  }
  // Every worker has taken what it was told before the page goes on, if it still can.
  await page
    .evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
    .catch(() => undefined);
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
  let refusals = 0;
  page.on('console', (message) => (refusals += message.text() === REFUSED ? 1 : 0));
  await openStart(page, 'en');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(3000, 7)) });
  await expectAllFresh(page);
  await expectSaved(page, 'en');
  const before = await stored(page);
  const cell = cellOf(page, 'cluster');
  for (const [name, code] of chosen) {
    // What the engine keeps would be an answer without a computation.
    await page.reload();
    await expect(page.locator('html[data-ready="true"]')).toBeAttached();
    await expectAllFresh(page);
    await expect.poll(() => engineCount(page)).toBeGreaterThan(1);
    await harm(page, code);
    const recovering = page.evaluate(recoverInPage);
    await runAgain(page);
    // The page answers while nobody knows yet what has become of the engine.
    for (let i = 0; i < 3; i++) await cell.locator('h2').click();
    const { words, endedMs, freshMs } = await recovering;
    for (const said of words) {
      expect(said).toMatch(/Computing stopped \([^)]+\) and was started again/);
      expect(said).toMatch(/Run it again/);
    }
    await expectAllFresh(page);
    const waits = (await waitsOf(page)).map(Math.round);
    console.log(
      `an engine that ${name}: the cell ${words.length === 0 ? 'is fresh' : 'says so'} after ` +
        `${Math.round(endedMs)} ms, ${words.length} times run again, all is fresh after ${Math.round(freshMs)} ms, ${waits.length} ` +
        `clicks waited ${Math.max(...waits)} ms at most, load ${loadavg()[0]!.toFixed(1)}`,
    );
    // It was asked for something that it could not do.
    if (name === 'is refused memory') expect(refusals).toBeGreaterThan(0);
    expect(await stored(page), name).toBe(before);
    if (isThorough) expect.soft(freshMs, name).toBeLessThan(RECOVER_MS);
  }
  await cancelTenTimes(page);
});

/** What came of one run, cancelled by its button, in the page's own time. */
interface Cancelled {
  /** Of the cell when it does not run any more. */
  readonly state: string;
  /** From the press; null: it was over before. */
  readonly ms: number | null;
}

/** Starts a cell by its button, lets it run for a while or until it shows something, and presses Cancel. */
function cancelInPage({ kind, afterMs }: { kind: string; afterMs: number | null }) {
  const cell = document.querySelector(`[data-kind="${kind}"]`)!;
  const button = (words: RegExp) =>
    [...cell.querySelectorAll('button')].find(({ textContent }) => words.test(textContent.trim()));
  const isRunning = () => cell.getAttribute('data-state') === 'running';
  const once = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return false;
        observer.disconnect();
        resolve();
        return true;
      };
      const observer = new MutationObserver(look);
      if (look()) return;
      observer.observe(cell, { attributes: true, childList: true, subtree: true });
    });
  const stateNow = () => cell.getAttribute('data-state')!;
  return (async (): Promise<Cancelled> => {
    button(/^Run/)!.click();
    await once(() => isRunning() && button(/^Cancel/) !== undefined);
    if (afterMs !== null) await new Promise((resolve) => setTimeout(resolve, afterMs));
    else await once(() => !isRunning() || cell.querySelector('[role="slider"]') !== null);
    const cancel = button(/^Cancel/);
    if (!isRunning() || !cancel) return { state: stateNow(), ms: null };
    const began = performance.now();
    cancel.click();
    await once(() => !isRunning());
    return { state: stateNow(), ms: performance.now() - began };
  })();
}

/** A long cell, by its own buttons: it stops, keeps what it has, and changes nothing else. */
async function cancelTenTimes(page: Page): Promise<void> {
  await cellOf(page, 'features').locator('h2').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.getByRole('button', { name: /^Model Choose k/ }).click();
  const cell = cellOf(page, 'choose-k');
  await expect(cell.getByRole('button', { name: /^Run/ })).toBeVisible();
  await expectSaved(page, 'en');
  const before = await stored(page);
  const found: Cancelled[] = [];
  for (let i = 0; i < 10; i++) {
    const hasShown = i % 2 === 1;
    const afterMs = hasShown ? null : 10 * i;
    const one = await page.evaluate(cancelInPage, { kind: 'choose-k', afterMs });
    // A machine may be so fast that nothing is left to cancel.
    if (one.ms === null) break;
    found.push(one);
    expect(one.state).toMatch(/^(partial|waiting)$/);
    // What was there to be seen is kept, also when the engine tells it after the cell has stopped.
    if (!hasShown) continue;
    await expect(cell).toHaveAttribute('data-state', 'partial');
    await expect(cell).toContainText('Later cells do not use a partial result');
  }
  const times = found.flatMap(({ ms }) => (ms === null ? [] : [Math.round(ms)]));
  console.log(
    `${found.length} cancels by the button: ${times.join(' ')} ms, ` +
      `${found.filter(({ state }) => state === 'partial').length} partial at once, load ${loadavg()[0]!.toFixed(1)}`,
  );
  expect(Math.max(0, ...times)).toBeLessThan(10_000);
  await expect(
    page.locator('[data-state]:not([data-state="fresh"]):not([data-kind="choose-k"])'),
  ).toHaveCount(0);
  expect(await stored(page)).toBe(before);
}

/**
 * A worker whose heap is full takes the whole tab with it in Chromium, page and all: then what counts is
 * that everything is there when the tab is opened again.
 */
async function dieAndReopen({ chromium }: PlaywrightWorkerArgs['playwright']): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH']!,
    args: [...CHROMIUM_ARGS, SMALL_HEAP],
  });
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await openStart(page, 'en');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(3000, 7)) });
  await expectAllFresh(page);
  await expectSaved(page, 'en');
  const before = await stored(page);
  const address = page.url();
  const crash = page.waitForEvent('crash');
  await harm(page, FILL_HEAP);
  await crash;
  const began = Date.now();
  const next = await context.newPage();
  await next.goto(address);
  await expectAllFresh(next);
  console.log(
    `a tab that died of a full heap: all is fresh ${Date.now() - began} ms after opening`,
  );
  expect(await stored(next)).toBe(before);
  await browser.close();
}

if (isThorough) {
  test('a tab that dies of a full heap is there again as it was', async ({ playwright }) => {
    test.setTimeout(240_000);
    await dieAndReopen(playwright);
  });
}
