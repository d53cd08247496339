import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { createRandom } from '../../../src/core/random';
import { openBlank, visit } from './browser';
import { print, rounds, spread } from './rounds';
import { readRows } from './rows';

const POINTS = rounds(50);
const QUOTA = 5 * 1024 * 1024;
const TOLD_WITHIN_MS = 1000;
/** Room enough to go on, beside what is there already. */
const ROOM = 3 * 1024 * 1024;
/** At every so-manieth point all the room there is comes back, not merely enough. */
const LIFTED_EVERY = 10;

const setTitle = (page: Page, title: string) =>
  page.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('header input')!;
    input.value = text;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, title);

/** Milliseconds from now until the page says that it has, or has not, saved. */
async function until(page: Page, kind: 'saved' | 'failed', title?: string): Promise<number> {
  const sinceMs = Date.now();
  await page.waitForSelector(`[data-save=${kind}]`, { timeout: 20_000 });
  if (title !== undefined) await expect.poll(async () => (await readRows(page))?.title).toBe(title);
  return Date.now() - sinceMs;
}

/** What some other part of the site keeps: alone more than the quota will be. */
const fill = (page: Page, bytes: number) =>
  page.evaluate(async (size) => {
    const file = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536)
      crypto.getRandomValues(file.subarray(at, at + 65_536));
    const cache = await caches.open('filler');
    await cache.put('/filler', new Response(file));
  }, bytes);

/**
 * Asks for more room than there is. The browser goes by what it last knew of the room, for up to
 * half a minute: only who asks for more than that makes it look again.
 */
const askForTooMuch = (page: Page, bytes: number) =>
  page.evaluate(
    (size) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('probe');
        request.onupgradeneeded = () => request.result.createObjectStore('store');
        request.onsuccess = () => {
          const transaction = request.result.transaction('store', 'readwrite');
          const file = new Uint8Array(size);
          for (let at = 0; at < size; at += 65_536)
            crypto.getRandomValues(file.subarray(at, Math.min(size, at + 65_536)));
          transaction.objectStore('store').put(file, 1);
          transaction.oncomplete = transaction.onabort = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    bytes,
  );

const quota = (session: CDPSession, origin: string, quotaSize?: number) =>
  session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize ? { quotaSize } : {}) });

const usageOf = async (session: CDPSession, origin: string) =>
  (await session.send('Storage.getUsageAndQuota', { origin })).usage;

test('a full disk loses nothing, is told at once, and saving resumes by itself', async ({
  context,
}) => {
  const random = createRandom(6, 'full disk');
  await context.addInitScript(() => {
    const really = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function transaction(...given) {
      const made = really.apply(this, given);
      made.addEventListener('abort', () => {
        if (made.error?.name === 'QuotaExceededError') {
          Object.assign(globalThis, { refusedMs: Date.now() });
        }
      });
      return made;
    };
  });
  const page = await visit(context);
  await openBlank(page);
  // What the service worker keeps counts, too.
  await page.waitForSelector('html[data-ready=true]', { timeout: 120_000 });
  await fill(page, QUOTA + 65_536);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  let [kept, downloaded, resumed, lifted] = [0, 0, 0, 0];
  const toldMs: number[] = [];
  const resumedMs: number[] = [];
  const report = (points: number) =>
    print('full disk', {
      points,
      kept,
      told: spread(toldMs),
      downloaded,
      resumed,
      'after the room came back': spread(resumedMs),
      'all room came back': lifted,
    });
  for (let point = 0; point < POINTS; point++) {
    const small = `small ${point}`;
    await setTitle(page, small);
    await until(page, 'saved', small);
    await page.waitForTimeout(random.below(500));
    await quota(session, origin, QUOTA);
    if (point % LIFTED_EVERY > 0) await askForTooMuch(page, ROOM + 65_536);
    await page.evaluate(() => Object.assign(globalThis, { refusedMs: 0 }));
    let edit = 0;
    const refused = page.waitForFunction(
      () => (globalThis as unknown as { refusedMs?: number }).refusedMs,
      { timeout: 60_000 },
    );
    const typing = setInterval(() => void setTitle(page, `no room ${point} ${++edit}`), 200);
    const refusedMs = Number(await (await refused).jsonValue());
    clearInterval(typing);
    await page.waitForSelector('[data-save=failed]', { timeout: 20_000 });
    toldMs.push((await page.evaluate(() => Date.now())) - refusedMs);
    const before = await readRows(page);
    if (before && !before.isTorn && /^(small|no room)/.test(before.title)) kept++;
    const download = page.waitForEvent('download');
    await page.locator('[data-save=failed] button').first().click();
    if (await (await download).path()) downloaded++;
    const isLifted = (point + 1) % LIFTED_EVERY === 0;
    if (isLifted) lifted++;
    await quota(session, origin, isLifted ? undefined : (await usageOf(session, origin)) + ROOM);
    const last = await page.locator('header input').first().inputValue();
    resumedMs.push(await until(page, 'saved', last));
    resumed++;
    if (point % 10 === 9) report(point + 1);
  }
  report(POINTS);
  expect([kept, downloaded, resumed]).toEqual([POINTS, POINTS, POINTS]);
  expect(Math.max(...toldMs)).toBeLessThanOrEqual(TOLD_WITHIN_MS);
});
