import { expect, test } from '@playwright/test';
import { createRandom } from '../../../src/core/random';
import { KillableBrowser, openBlank, site, visit } from './browser';
import { pageWithJournal, typeTitles, type Journal } from './journal';
import { print, rounds, spread } from './rounds';
import { readRows } from './rows';

/** Half of the two hundred; the others strike while something is imported. */
const KILLS = rounds(100);
/** An edit waits at most this long before the disk has it. */
const LOST_TYPING_MS = 1000;

test('a browser that is killed while somebody edits has lost no acknowledged save', async () => {
  const random = createRandom(6, 'kills');
  const browser = new KillableBrowser();
  let thrownAway = 0;
  let [lost, torn, acknowledged] = [0, 0, 0];
  const lostMs: number[] = [];
  const report = (kills: number) =>
    print('killed while editing', {
      kills,
      'with an acknowledged save': acknowledged,
      lost,
      torn,
      'databases thrown away by the browser': thrownAway,
      'typing lost': spread(lostMs),
      'more than 1 s lost': lostMs.filter((ms) => ms > LOST_TYPING_MS).length,
    });
  let before: (Journal & { readonly atMs: number }) | null = null;
  try {
    let context = await browser.start();
    let address = site();
    for (let kill = 0; kill <= KILLS; kill++) {
      const { page, journal } = await pageWithJournal(context);
      await visit(page, address);
      if (kill === 0) address = await openBlank(page);
      await page.waitForSelector('[data-save=saved]');
      if ((await page.locator('[data-trouble=restored]').count()) > 0) thrownAway++;
      const rows = await readRows(page);
      if (!rows || rows.isTorn) torn++;
      if (before) {
        const kept = Number(/^edit (\d+)/.exec(rows?.title ?? '')?.[1] ?? 0);
        if (kept < before.saved) lost++;
        if (before.saved > 0) acknowledged++;
        lostMs.push(Math.max(0, before.atMs - (before.typedAt[kept + 1] ?? before.atMs)));
      }
      if (kill === KILLS) break;
      if (kill % 20 === 19) report(kill);
      const afterMs = 200 + random.below(2200);
      await typeTitles(page);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      before = { ...journal, atMs: Date.now() };
      await browser.kill();
      context = await browser.start();
    }
  } finally {
    await browser.dispose();
  }
  report(KILLS);
  expect([lost, torn]).toEqual([0, 0]);
  expect(Math.max(...lostMs)).toBeLessThanOrEqual(LOST_TYPING_MS);
});
