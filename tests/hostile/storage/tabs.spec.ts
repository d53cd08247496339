import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { createRandom } from '../../../src/core/random';
import { openBlank, visit } from './browser';
import { print, rounds } from './rounds';

const EDITS = rounds(1000);
const TAKEOVER_MS = 2000;

/** Adds a mark to the title in a tab, as typing would; true when the tab took it. */
const addMark = (page: Page, mark: string) =>
  page.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('header input')!;
    if (document.querySelector('[data-tab=following]')) return false;
    input.value = text;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }, mark);

const takeOver = async (page: Page): Promise<number> => {
  const sinceMs = Date.now();
  await page.locator('[data-tab=following] button').click();
  await page.waitForSelector('[data-tab=following]', { state: 'detached', timeout: 20_000 });
  return Date.now() - sinceMs;
};

/** Titles of all notebooks and all their versions in the database. */
const allTitles = (page: Page) =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await answer(indexedDB.open(`fenqun:${location.pathname}`));
    const heads = await answer(database.transaction('notebooks').objectStore('notebooks').getAll());
    database.close();
    return (heads as { title: string }[]).map(({ title }) => title);
  });

async function openTabs(context: BrowserContext, count: number): Promise<Page[]> {
  const pages = [await visit(context)];
  const address = await openBlank(pages[0]!);
  while (pages.length < count) {
    const page = await visit(context, address);
    await page.waitForSelector('[data-tab=following]', { timeout: 20_000 });
    pages.push(page);
  }
  return pages;
}

for (const tabs of [2, 5]) {
  test(`${tabs} tabs lose no edit, and one of them can always write`, async ({ context }) => {
    const random = createRandom(tabs, 'tabs');
    const pages = await openTabs(context, tabs);
    let [taken, lost, takeovers, slowestMs] = [0, 0, 0, 0];
    for (let edit = 0; edit < EDITS; edit++) {
      const page = pages[random.below(pages.length)]!;
      if (random.below(10) === 0 && (await page.locator('[data-tab=following]').count()) > 0) {
        slowestMs = Math.max(slowestMs, await takeOver(page));
        takeovers++;
      }
      if (!(await addMark(page, `edit ${edit}`))) continue;
      taken++;
      // Half of them are followed by the next before they are saved.
      if (random.below(2) === 0) continue;
      await page.waitForSelector('[data-save=saved]', { timeout: 20_000 });
      const titles = await allTitles(page);
      if (!titles.some((title) => title.includes(`edit ${edit}`))) lost++;
    }
    // The tab that writes hangs; the one that took over from it is closed.
    const states = await Promise.all(
      pages.map((page) => page.locator('[data-tab=following]').count()),
    );
    const writer = pages[states.indexOf(0)]!;
    const next = pages.find((page) => page !== writer)!;
    const thawed = writer.evaluate(() => {
      const endMs = Date.now() + 4000;
      while (Date.now() < endMs);
    });
    const frozenMs = await takeOver(next);
    await thawed;
    await writer.waitForSelector('[data-tab]', { timeout: 20_000 });
    const sinceMs = Date.now();
    await next.close();
    const others = pages.filter((page) => page !== next);
    const mayWrite = async () => {
      const following = others.map((page) => page.locator('[data-tab=following]').count());
      return (await Promise.all(following)).includes(0);
    };
    await expect.poll(mayWrite, { timeout: 20_000, intervals: [50] }).toBe(true);
    const goneMs = Date.now() - sinceMs;
    const figures = { edits: EDITS, taken, lost, takeovers, 'slowest takeover ms': slowestMs };
    print(`${tabs} tabs`, { ...figures, 'writer frozen ms': frozenMs, 'writer gone ms': goneMs });
    expect(lost).toBe(0);
    expect(Math.max(slowestMs, frozenMs, goneMs)).toBeLessThanOrEqual(TAKEOVER_MS);
  });
}
