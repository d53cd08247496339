import { expect, test, type Page, type Worker } from '@playwright/test';
import { dropFile, expectAllFresh } from './support/app';
import { openPlainHost, openWelcomingHost, type Host } from './support/hosts';
import { drawCustomers, toCsv } from './support/shop';
import { tryWaysOut } from './support/ways-out';

let site: Host;
let elsewhere: Host;

test.beforeAll(async () => {
  site = await openPlainHost();
  elsewhere = await openWelcomingHost();
});

test.afterAll(async () => {
  await site.close();
  await elsewhere.close();
});

async function openReady(page: Page): Promise<void> {
  await page.goto(site.address);
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
}

/** Workers of every level that run now, with the name that they were started with. */
async function namedWorkers(page: Page): Promise<(readonly [string, Worker])[]> {
  const named = page
    .workers()
    .map(async (worker) => [await worker.evaluate(() => self.name), worker] as const);
  return Promise.all(named);
}

/** Whatever was not refused, nor does not exist there. */
function openWays(outcomes: Record<string, string>): string[] {
  return Object.entries(outcomes)
    .filter(([, outcome]) => outcome !== 'none' && !outcome.startsWith('refused'))
    .map(([way]) => way);
}

test('the other origin would welcome everybody who comes', async ({ page }) => {
  // Without this, the refusals below might be those of a host that is not there.
  await page.goto(`${elsewhere.address}page`);
  const outcomes = await page.evaluate(
    tryWaysOut,
    elsewhere.address.replace('127.0.0.1', 'localhost'),
  );
  expect(openWays(outcomes)).toEqual(
    expect.arrayContaining(['fetch', 'fetch without CORS', 'XMLHttpRequest', 'import', 'worker']),
  );
  expect(elsewhere.seen).toEqual(
    expect.arrayContaining([
      'POST /beacon',
      'upgrade /socket',
      'GET /iframe',
      'GET /img',
      'GET /script',
      'GET /link',
    ]),
  );
  elsewhere.seen.length = 0;
});

test('page and workers of every level are refused every other origin', async ({ page }) => {
  await openReady(page);
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(12_000, 7)) });
  await expectAllFresh(page);
  const workers = await namedWorkers(page);
  expect(workers.map(([name]) => name)).toEqual(
    expect.arrayContaining(['fenqun-engine', 'fenqun-reader', 'fenqun-shard']),
  );
  const outcomes = await page.evaluate(tryWaysOut, elsewhere.address);
  expect(openWays(outcomes), 'page').toEqual([]);
  for (const [name, worker] of workers) {
    const refused = await worker.evaluate(tryWaysOut, elsewhere.address);
    expect(openWays(refused), name).toEqual([]);
    expect(refused['fetch'], name).toBe('refused: TypeError');
  }
  expect(elsewhere.seen).toEqual([]);
});

test('nothing is asked of any host once the page is ready', async ({ page, context }) => {
  await openReady(page);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const before = site.seen.length;
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(600, 7)) });
  await expectAllFresh(page);
  expect(site.seen.slice(before)).toEqual([]);
  expect(asked.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
});

/** The browser's own worker, not the test driver's picture of one. */
type PageWorker = InstanceType<typeof globalThis.Worker>;

/** Remembers every worker that the page starts, so that a test can end them all at once. */
function rememberWorkers(): void {
  const started: PageWorker[] = [];
  const Original = globalThis.Worker;
  class Remembered extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      started.push(this);
    }
  }
  Object.assign(globalThis, { Worker: Remembered, started });
}

/** Ends what the page started, silently, with the workers below; returns how many there were. */
function endWorkers(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { started } = globalThis as unknown as { readonly started: readonly PageWorker[] };
    for (const worker of started) worker.terminate();
    return started.length;
  });
}

/** How many workers the page has started so far. */
function countStarted(page: Page): Promise<number> {
  return page.evaluate(
    () => (globalThis as unknown as { readonly started: readonly PageWorker[] }).started.length,
  );
}

test('workers that died are started again without the network', async ({ page }) => {
  await page.addInitScript(rememberWorkers);
  await openReady(page);
  await expect.poll(() => page.workers().length).toBeGreaterThan(2);
  const before = site.seen.length;
  const ended = await endWorkers(page);
  expect(ended).toBeGreaterThan(0);

  const file = { name: 'customers.csv', bytes: toCsv(drawCustomers(600, 7)) };
  await dropFile(page, file);
  // Nobody answers; the page finds out by the silence, says so, and starts others.
  await expect.poll(() => countStarted(page)).toBeGreaterThan(ended);
  await dropFile(page, file);
  await expectAllFresh(page);
  expect(site.seen.slice(before)).toEqual([]);
});
