import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { createRandom } from '../../../src/core/random';
import { STORES } from '../../fixtures/databases/stores';
import { writeVersion, type ReleasedDatabase } from '../../fixtures/databases/write-version';
import { KillableBrowser, site, visit } from './browser';
import { print, rounds, spread } from './rounds';

const KILLS = rounds(50);
const ROUNDS = rounds(20);
const TOLD_WITHIN_MS = 3000;
const NOTEBOOKS = 60;
const CELLS = 20;
const STATES = 10;

/** A database of version 1 with so much in it that bringing it up to date takes a while. */
function databaseOf1(notebooks = NOTEBOOKS): ReleasedDatabase {
  const ids = Array.from({ length: notebooks }, (_, i) => `n${i}`);
  const cellsOf = (id: string) =>
    Array.from({ length: CELLS }, (_, i) => {
      const params = { text: `${id} ${i} ${'thought of for hours '.repeat(40)}` };
      return { id: `c${i}`, kind: 'note', version: 1, params, inputs: {} };
    });
  const frameOf = (title: string) => {
    return { format: 1, title, language: 'en', seed: 1, sources: [], unknown: {} };
  };
  const head = { language: 'en', revision: 7, hash: '', updatedMs: 1763000000000, summary: null };
  const rows = {
    notebooks: ids.map((id) => {
      const cellIds = cellsOf(id).map((cell) => cell.id);
      return { ...head, id, title: `Notebook ${id}`, frame: frameOf(`Notebook ${id}`), cellIds };
    }),
    cells: ids.flatMap((id) => cellsOf(id).map((cell) => ({ notebookId: id, revision: 7, cell }))),
    history: ids.flatMap((id) =>
      Array.from({ length: STATES }, (_, i) => {
        const notebook = { ...frameOf(`Notebook ${id}`), cells: cellsOf(id) };
        return { notebookId: id, revision: i + 1, name: `kept ${i}`, atMs: 1, notebook };
      }),
    ),
  };
  return { version: 1, stores: STORES[1], rows };
}

const nameOfDatabase = () => `fenqun:${new URL(site()).pathname}`;

/** A page of the site on which nothing of ours runs. */
async function plainPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site()}manifest.webmanifest`);
  return page;
}

/** How much of the database is there, whatever its version. */
const countRows = (page: Page) =>
  page.evaluate(async (name) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const database = await answer(indexedDB.open(name));
    const { version } = database;
    const stores = version === 1 ? ['history'] : ['versions', 'states'];
    const counts: Record<string, number> = {};
    for (const store of ['notebooks', 'cells', ...stores]) {
      counts[store] = await answer(database.transaction(store).objectStore(store).count());
    }
    const rows = await answer(database.transaction('cells').objectStore('cells').getAll());
    const hashed = (rows as { hash?: string }[]).filter(({ hash }) => hash !== undefined).length;
    database.close();
    const held: Record<string, number> = { version, hashed, ...counts };
    return held;
  }, nameOfDatabase());

const erase = (page: Page) =>
  page.evaluate(
    (name) =>
      new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = () => resolve(null))),
    nameOfDatabase(),
  );

const BEFORE = { version: 1, hashed: 0, notebooks: NOTEBOOKS, cells: NOTEBOOKS * CELLS };
const OLD = { ...BEFORE, history: NOTEBOOKS * STATES };
const { history: all, ...REST } = OLD;
const NEW = { ...REST, version: 2, hashed: BEFORE.cells, versions: all, states: all };

/** Opens the site, and calls back when the database begins to be brought up to date, and is. */
async function openTelling(context: BrowserContext, tell: (what: string) => void): Promise<void> {
  const page = await context.newPage();
  await page.exposeFunction('tellUpgrade', tell);
  await page.addInitScript(() => {
    const { tellUpgrade } = globalThis as unknown as { tellUpgrade: (what: string) => void };
    const really = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function open(...given) {
      const request = really.apply(this, given);
      request.addEventListener('upgradeneeded', () => tellUpgrade('begun'));
      request.addEventListener('success', () => tellUpgrade('done'));
      return request;
    };
  });
  await page.goto(site(), { waitUntil: 'commit' });
}

test('a browser that is killed while the database is brought up to date has lost nothing', async () => {
  const random = createRandom(6, 'migration');
  const browser = new KillableBrowser();
  const found = { old: 0, new: 0, neither: 0 };
  let withinMs = 400;
  try {
    let page = await plainPage(await browser.start());
    await page.evaluate(writeVersion, [nameOfDatabase(), databaseOf1()] as const);
    for (let kill = 0; kill < KILLS; kill++) {
      let hasEnded = false;
      await new Promise<void>((resolve) => {
        const afterMs = random.below(withinMs);
        void openTelling(page.context(), (what) => {
          if (what === 'begun') setTimeout(resolve, afterMs);
          else hasEnded = true;
        });
      });
      await browser.kill();
      withinMs = Math.max(40, Math.round(withinMs * (hasEnded ? 0.85 : 1.1)));
      page = await plainPage(await browser.start());
      const rows = JSON.stringify(
        await countRows(page).then((counts) => Object.entries(counts).sort()),
      );
      const isOf = (counts: object) => rows === JSON.stringify(Object.entries(counts).sort());
      if (isOf(OLD)) found.old++;
      else if (isOf(NEW)) found.new++;
      else found.neither++;
      if (isOf(OLD)) continue;
      await erase(page);
      await page.evaluate(writeVersion, [nameOfDatabase(), databaseOf1()] as const);
    }
    // And in the end, left alone, it is brought up to date.
    await visit(page, site());
    await page.getByText('Notebook n0', { exact: true }).first().waitFor();
    expect(await countRows(page)).toEqual(NEW);
  } finally {
    await browser.dispose();
  }
  print('killed while migrating', { kills: KILLS, ...found });
  expect(found.neither).toBe(0);
});

test('an upgrade with an old tab open is done, or says within three seconds what it waits for', async ({
  context,
}) => {
  const saidMs: number[] = [];
  let lost = 0;
  for (let round = 0; round < ROUNDS; round++) {
    // The old tab is of a version that does not give way.
    const old = await plainPage(context);
    await erase(old);
    await old.evaluate(writeVersion, [nameOfDatabase(), databaseOf1(3)] as const);
    await old.evaluate((name) => {
      const request = indexedDB.open(name, 1);
      return new Promise((resolve) => {
        request.onsuccess = () => {
          Object.assign(globalThis, { held: request.result });
          resolve(null);
        };
      });
    }, nameOfDatabase());
    const page = await context.newPage();
    await page.goto(site(), { waitUntil: 'commit' });
    saidMs.push(await sinceAsked(page, '[data-trouble=waiting]'));
    // Loaded again it is not told by the browser any more that another tab is in its way.
    await page.reload({ waitUntil: 'commit' });
    saidMs.push(await sinceAsked(page, 'main[data-trouble]'));
    await old.close();
    await page.getByText('Notebook n2', { exact: true }).first().waitFor();
    expect(await page.locator('[data-trouble]').count()).toBe(0);
    if ((await countRows(page)).notebooks !== 3) lost++;
    await page.close();
  }
  print('an old tab is open', { rounds: ROUNDS, lost, 'said so after': spread(saidMs) });
  expect(lost).toBe(0);
  expect(Math.max(...saidMs)).toBeLessThanOrEqual(TOLD_WITHIN_MS);
});

/** Milliseconds of the page's own clock, from its start to what it shows. */
async function sinceAsked(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector, { timeout: 60_000 });
  return Math.round(await page.evaluate(() => performance.now()));
}

const openNewer = (page: Page, version: number) =>
  page.evaluate(
    ([name, wanted]) =>
      new Promise<number>((resolve) => {
        const sinceMs = performance.now();
        const request = indexedDB.open(name, wanted);
        request.onsuccess = () => {
          request.result.close();
          resolve(Math.round(performance.now() - sinceMs));
        };
      }),
    [nameOfDatabase(), version] as const,
  );

test('a newer version in another tab gets the database, with what was just typed', async ({
  context,
}) => {
  const tookMs: number[] = [];
  let lost = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const other = await plainPage(context);
    await erase(other);
    const page = await visit(context);
    await page.getByRole('button', { name: /^(空白笔记本|Blank notebook)$/ }).click();
    await page.waitForSelector('[data-save=saved]');
    await page.evaluate((title) => {
      const input = document.querySelector<HTMLInputElement>('header input')!;
      input.value = title;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, `just typed ${round}`);
    tookMs.push(await openNewer(other, 9));
    await page.waitForSelector('[data-trouble=outdated]');
    const titles = await titlesOf(other);
    if (!titles.includes(`just typed ${round}`)) lost++;
    await page.close();
    await other.close();
  }
  print('a newer version comes', { rounds: ROUNDS, lost, 'has it after': spread(tookMs) });
  expect(lost).toBe(0);
  expect(Math.max(...tookMs)).toBeLessThanOrEqual(TOLD_WITHIN_MS);
});

const titlesOf = (page: Page) =>
  page.evaluate(
    (name) =>
      new Promise<string[]>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          const database = request.result;
          const heads = database.transaction('notebooks').objectStore('notebooks').getAll();
          heads.onsuccess = () => {
            database.close();
            resolve((heads.result as { title: string }[]).map(({ title }) => title));
          };
        };
      }),
    nameOfDatabase(),
  );

test('an older page on a newer database reads and exports, and writes nothing', async ({
  context,
}) => {
  const saidMs: number[] = [];
  let [lost, readOnly, downloaded] = [0, 0, 0];
  const plain = await plainPage(context);
  await plain.evaluate(writeVersion, [nameOfDatabase(), databaseOf1(3)] as const);
  const first = await visit(context);
  await first.getByText('Notebook n2', { exact: true }).first().waitFor();
  await first.close();
  await openNewer(plain, 9);
  for (let round = 0; round < ROUNDS; round++) {
    const page = await context.newPage();
    await page.goto(site(), { waitUntil: 'commit' });
    saidMs.push(await sinceAsked(page, '[data-trouble=newer]'));
    await page.getByText('Notebook n1', { exact: true }).first().click();
    const title = page.locator('header input').first();
    await title.waitFor();
    if ((await title.getAttribute('readonly')) !== null) readOnly++;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^(导出|Export)/ }).click();
    await page.getByRole('button', { name: /^(保存笔记本|Save the notebook)$/ }).click();
    if (await (await download).path()) downloaded++;
    if ((await titlesOf(plain)).join() !== 'Notebook n0,Notebook n1,Notebook n2') lost++;
    await page.close();
  }
  const figures = { rounds: ROUNDS, lost, 'read-only': readOnly, downloaded };
  print('an older page', { ...figures, 'said so after': spread(saidMs) });
  expect([lost, readOnly, downloaded]).toEqual([0, ROUNDS, ROUNDS]);
  expect(Math.max(...saidMs)).toBeLessThanOrEqual(TOLD_WITHIN_MS);
});
