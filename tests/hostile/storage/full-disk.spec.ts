import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { createRandom } from '../../../src/core/random';
import { openBlank, visit } from './browser';
import { print, rounds } from './rounds';
import { readRows } from './rows';

const POINTS = rounds(50);
const QUOTA = 5 * 1024 * 1024;

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

const quota = (session: CDPSession, origin: string, quotaSize?: number) =>
  session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize ? { quotaSize } : {}) });

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
  await fill(page, QUOTA + 65_536);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  let [kept, told, downloaded, resumed, slowestMs] = [0, 0, 0, 0, 0];
  for (let point = 0; point < POINTS; point++) {
    const small = `small ${point}`;
    await setTitle(page, small);
    await until(page, 'saved', small);
    await page.waitForTimeout(random.below(500));
    await page.evaluate(() => Object.assign(globalThis, { refusedMs: 0 }));
    await quota(session, origin, QUOTA);
    // The browser goes by what it last knew of the room, for up to half a minute.
    let edit = 0;
    const refused = page.waitForFunction(
      () => (globalThis as unknown as { refusedMs?: number }).refusedMs,
      { timeout: 60_000 },
    );
    const typing = setInterval(() => void setTitle(page, `no room ${point} ${++edit}`), 200);
    const refusedMs = Number(await (await refused).jsonValue());
    clearInterval(typing);
    await page.waitForSelector('[data-save=failed]', { timeout: 20_000 });
    const ms = (await page.evaluate(() => Date.now())) - refusedMs;
    slowestMs = Math.max(slowestMs, ms);
    if (ms <= 1000) told++;
    const before = await readRows(page);
    if (before && !before.isTorn && /^(small|no room)/.test(before.title)) kept++;
    const download = page.waitForEvent('download');
    await page.locator('[data-save=failed] button').first().click();
    if (await (await download).path()) downloaded++;
    await quota(session, origin);
    const last = await page.locator('header input').first().inputValue();
    await until(page, 'saved', last);
    resumed++;
  }
  const figures = { points: POINTS, kept, 'told within 1 s': told, 'slowest ms': slowestMs };
  print('full disk', { ...figures, downloaded, resumed });
  expect([kept, downloaded, resumed]).toEqual([POINTS, POINTS, POINTS]);
  expect(told).toBe(POINTS);
});
