import { expect, test } from '@playwright/test';
import { createRandom } from '../../../src/core/random';
import { KillableBrowser, site, visit } from './browser';
import { lastWord, openToType, pageWithJournal, TYPED_INTO, typeWords } from './journal';
import { print, rounds, spread } from './rounds';
import { readRows } from './rows';

/** Beyond the two hundred: these strike while a field that takes its text when left has the keyboard. */
const KILLS = rounds(60);
const LOST_TYPING_MS = 1000;

test('a browser that is killed while a field is typed into has lost a second of it at most', async () => {
  const random = createRandom(6, 'typing');
  const browser = new KillableBrowser();
  const lostMs = new Map<string, number[]>(TYPED_INTO.map((where) => [where, []]));
  let [lost, torn] = [0, 0];
  try {
    let address = '';
    let context = await browser.start();
    for (let kill = 0; kill < KILLS; kill++) {
      const where = TYPED_INTO[kill % TYPED_INTO.length]!;
      const { page, journal } = await pageWithJournal(context);
      await visit(page, address || site());
      address ||= await openToType(page);
      await page.waitForSelector('[data-save=saved]');
      await typeWords(page, where, kill);
      await new Promise((resolve) => setTimeout(resolve, 400 + random.below(2200)));
      const atMs = Date.now();
      await browser.kill();
      context = await browser.start();
      const after = await visit(context, address);
      const rows = await readRows(after);
      // A second tab would only follow.
      await after.close();
      if (!rows || rows.isTorn) torn++;
      const kept = lastWord(rows?.text ?? '', kill);
      if (kept < journal.saved) lost++;
      lostMs.get(where)!.push(Math.max(0, atMs - (journal.typedAt[kept + 1] ?? atMs)));
    }
  } finally {
    await browser.dispose();
  }
  for (const [where, times] of lostMs) {
    print(`killed while typing into ${where}`, { kills: times.length, lost: spread(times) });
  }
  print('killed while typing', { kills: KILLS, lost, torn });
  expect([lost, torn]).toEqual([0, 0]);
  expect(Math.max(...[...lostMs.values()].flat())).toBeLessThanOrEqual(LOST_TYPING_MS);
});
