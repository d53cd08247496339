import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { createRandom, type Random } from '../../../src/core/random';
import { openBlank, visit } from './browser';
import { print, rounds, spread } from './rounds';

const EDITS = rounds(1000);
/** How often the writing tab is stopped in each of the ways. */
const STOPS = rounds(10);
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

const isFollowing = (page: Page) =>
  page.evaluate(() => document.querySelector('[data-tab=following]') !== null);

/** Milliseconds from the click, in the page, to the tab that may write. */
const takeOver = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const banner = () => document.querySelector('[data-tab=following]');
    const sinceMs = performance.now();
    banner()?.querySelector('button')?.click();
    while (banner()) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (performance.now() - sinceMs > 20_000) break;
    }
    return Math.round(performance.now() - sinceMs);
  });

/** Titles of all notebooks in the database. */
const allTitles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await answer(indexedDB.open(`fenqun:${location.pathname}`));
    const heads = await answer(database.transaction('notebooks').objectStore('notebooks').getAll());
    database.close();
    return (heads as { title: string }[]).map(({ title }) => title);
  });

const isKept = async (page: Page, mark: string) =>
  (await allTitles(page)).some((title) => title.split(/[ (（]/).includes(mark));

async function openTabs(context: BrowserContext, count: number): Promise<Page[]> {
  const pages = [await visit(context)];
  const address = await openBlank(pages[0]!);
  while (pages.length < count) pages.push(await follow(context, address));
  return pages;
}

async function follow(context: BrowserContext, address: string): Promise<Page> {
  const page = await visit(context, address);
  await page.waitForSelector('[data-tab=following]', { timeout: 60_000 });
  return page;
}

const untilOneWrites = async (pages: readonly Page[]): Promise<Page> => {
  for (;;) {
    for (const page of pages) if (!(await isFollowing(page))) return page;
  }
};

async function editAtRandom(pages: readonly Page[], random: Random) {
  let [taken, lost, refused] = [0, 0, 0];
  const takeoverMs: number[] = [];
  let last = '';
  for (let edit = 0; edit < EDITS; edit++) {
    const page = pages[random.below(pages.length)]!;
    if (random.below(10) === 0 && (await isFollowing(page))) {
      takeoverMs.push(await takeOver(page));
      // What was typed a moment before the takeover is in the notebook, or in a copy of it.
      if (last !== '' && !(await isKept(page, last))) lost++;
    }
    const mark = `edit${edit}`;
    if (!(await addMark(page, mark))) {
      refused++;
      continue;
    }
    taken++;
    last = mark;
    // Most of them are followed by the next before they are saved.
    if (random.below(3) > 0) continue;
    await page.waitForSelector('[data-save=saved]', { timeout: 60_000 });
    if (!(await isKept(page, mark))) lost++;
  }
  return { taken, refused, lost, takeoverMs };
}

for (const tabs of [2, 5]) {
  test(`${tabs} tabs lose no edit`, async ({ context }) => {
    const pages = await openTabs(context, tabs);
    const done = await editAtRandom(pages, createRandom(tabs, 'tabs'));
    const { takeoverMs, ...figures } = done;
    const takeovers = { takeovers: takeoverMs.length, 'each took': spread(takeoverMs) };
    print(`${tabs} tabs`, { edits: EDITS, ...figures, ...takeovers });
    expect(done.lost).toBe(0);
    expect(Math.max(0, ...takeoverMs)).toBeLessThanOrEqual(TAKEOVER_MS);
  });
}

/** A new tab that follows another, which may meanwhile go on as a copy with an address of its own. */
async function followTo(page: Page): Promise<Page> {
  for (;;) {
    const address = page.url();
    const follower = await visit(page.context(), address);
    const isFollowing = follower.locator('[data-tab=following]');
    await expect
      .poll(async () => (await isFollowing.count()) > 0 || page.url() !== address, {
        timeout: 60_000,
      })
      .toBe(true);
    if (page.url() === address) return follower;
    await follower.close();
  }
}

/** Ways in which the tab that writes stops; each gives the way to let it go on. */
const STOPPED = {
  'in an endless loop': async (page: Page) => {
    void page.evaluate(() => {
      const endMs = Date.now() + 4000;
      while (Date.now() < endMs);
    });
    return () => Promise.resolve();
  },
  frozen: async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    return async () => void (await session.send('Page.setWebLifecycleState', { state: 'active' }));
  },
  'paused in a debugger': async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Debugger.enable');
    const paused = new Promise((resolve) => session.once('Debugger.paused', resolve));
    void session.send('Runtime.evaluate', { expression: 'debugger' }).catch(() => undefined);
    await paused;
    return async () => void (await session.send('Debugger.resume'));
  },
} as const;

for (const [how, stop] of Object.entries(STOPPED)) {
  test(`a writing tab that is ${how} gives way, and loses nothing`, async ({ context }) => {
    const [first, second] = (await openTabs(context, 2)) as [Page, Page];
    let [writer, next] = [first, second];
    let [lost, copies] = [0, 0];
    const tookMs: number[] = [];
    for (let round = 0; round < STOPS; round++) {
      const mark = `${how.replaceAll(' ', '-')}${round}`;
      // Not saved yet when the tab stops: the tab is the only one that knows it.
      await addMark(writer, mark);
      const goOn = await stop(writer);
      tookMs.push(await takeOver(next));
      await goOn();
      await writer.waitForSelector('[data-tab]', { timeout: 60_000 });
      await expect
        .poll(() => isKept(next, mark), { timeout: 30_000 })
        .toBe(true)
        .catch(() => lost++);
      await writer.close();
      [writer, next] = [next, await followTo(next)];
      if ((await writer.locator('[data-tab=forked]').count()) > 0) copies++;
    }
    print(`writer ${how}`, { rounds: STOPS, lost, copies, 'taken over': spread(tookMs) });
    expect(lost).toBe(0);
    expect(Math.max(...tookMs)).toBeLessThanOrEqual(TAKEOVER_MS);
  });
}

test('a writing tab that is killed is followed by another at once', async ({ context }) => {
  let pages = await openTabs(context, 3);
  const tookMs: number[] = [];
  let lost = 0;
  for (let round = 0; round < STOPS; round++) {
    const writer = await untilOneWrites(pages);
    const others = pages.filter((page) => page !== writer);
    const address = writer.url();
    const mark = `killed${round}`;
    await addMark(writer, mark);
    await writer.waitForSelector('[data-save=saved]');
    const session = await context.newCDPSession(writer);
    const sinceMs = Date.now();
    void session.send('Page.crash').catch(() => undefined);
    const next = await untilOneWrites(others);
    tookMs.push(Date.now() - sinceMs);
    if (!(await isKept(next, mark))) lost++;
    await writer.close();
    pages = [...others, await follow(context, address)];
  }
  print('writer killed', { rounds: STOPS, lost, 'another writes': spread(tookMs) });
  expect(lost).toBe(0);
  expect(Math.max(...tookMs)).toBeLessThanOrEqual(TAKEOVER_MS);
});
