import { expect, test } from '@playwright/test';
import { createRandom } from '../../../src/core/random';
import { journalOf, KillableBrowser, openBlank, typeTitles, visit, type Journal } from './browser';
import { print, rounds } from './rounds';
import { readRows } from './rows';

const KILLS = rounds(200);
/** An edit waits at most this long before the disk has it. */
const LOST_TYPING_MS = 1000;

test('a browser that is killed while somebody edits has lost no acknowledged save', async () => {
  const random = createRandom(6, 'kills');
  const browser = new KillableBrowser();
  let [lost, torn, longestMs] = [0, 0, 0];
  let before: (Journal & { readonly atMs: number }) | null = null;
  try {
    const first = await browser.start();
    let address = await openBlank(await visit(first));
    await first.pages().at(-1)?.close();
    for (let kill = 0; kill <= KILLS; kill++) {
      const page = await visit(kill === 0 ? first : await browser.start(), address);
      await page.waitForSelector('[data-save=saved]');
      const rows = await readRows(page);
      if (!rows || rows.isTorn) torn++;
      if (before && rows) {
        const kept = Number(/^edit (\d+)/.exec(rows.title)?.[1] ?? 0);
        if (kept < before.saved) lost++;
        const firstLostMs = before.typedAt[kept + 1] ?? before.atMs;
        longestMs = Math.max(longestMs, before.atMs - firstLostMs);
      }
      if (kill === KILLS) break;
      address = page.url();
      await typeTitles(page);
      await page.waitForTimeout(200 + random.below(2200));
      before = { ...(await journalOf(page)), atMs: Date.now() };
      await browser.kill();
    }
  } finally {
    await browser.dispose();
  }
  print('killed while editing', {
    kills: KILLS,
    lost,
    torn,
    'ms of typing lost at most': longestMs,
  });
  expect([lost, torn]).toEqual([0, 0]);
  expect(longestMs).toBeLessThanOrEqual(LOST_TYPING_MS);
});
