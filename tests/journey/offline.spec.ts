import { chromium, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGS } from '../../src/tooling/chromium.mjs';
import { chooseFile, expect, expectAllFresh, expectSaved, openStart, test } from './support/app';
import { openPlainHost } from './support/hosts';
import { makeNextBuild } from './support/next-build';
import { drawCustomers, toCsv } from './support/shop';
import { expectResultsStored } from './support/stored';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
/** `npm run hostile:page`, on a quiet machine. */
const isThorough = process.env['FENQUN_HOSTILE'] === '1';
const RELOADS = isThorough ? 20 : 2;
// Recording what happens takes longer than what happens.
if (isThorough) test.use({ trace: 'off' });
const customers = { name: 'customers.csv', bytes: toCsv(drawCustomers(400, 7)) };

async function expectReady(page: Page): Promise<void> {
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
}

/** Loads the page again and again from what is kept, and says how long each took to be ready. */
async function expectQuickReloads(
  page: Page,
  what: string,
  expectWhole: () => Promise<void>,
): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < RELOADS; i++) {
    const from = Date.now();
    await page.reload();
    await expectReady(page);
    times.push(Date.now() - from);
    await expectWhole();
  }
  const median = [...times].sort((a, b) => a - b)[times.length >> 1]!;
  const figures = `median ${median}, most ${Math.max(...times)}: ${times.join(' ')}`;
  console.log(`${RELOADS} of ${RELOADS} offline reloads of ${what}, ms until ready: ${figures}`);
  test.info().annotations.push({ type: `offline reloads of ${what}, ms`, description: figures });
  if (isThorough) expect(Math.max(...times)).toBeLessThan(3000);
}

test('with the host gone the page reloads, computes and keeps', async ({ page }) => {
  const host = await openPlainHost('/a/b/');
  await openStart(page, 'en', 'light', host.address);
  await expectReady(page);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await chooseFile(page, customers);
  await expectAllFresh(page);
  await expectSaved(page, 'en');
  await expectResultsStored(page);
  await host.close();

  await expectQuickReloads(page, 'a notebook', () => expectAllFresh(page));
  // Another start of it, as from the home screen, with other data.
  await page.goto(host.address);
  await chooseFile(page, { name: 'more.csv', bytes: toCsv(drawCustomers(300, 8)) });
  await expectAllFresh(page);
});

test('with the host gone the browser starts anew and finds the work', async () => {
  const host = await openPlainHost('/a/b/');
  const profile = test.info().outputPath('profile');
  const start = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: process.env['CHROMIUM_PATH']!,
      args: CHROMIUM_ARGS,
      locale: 'en',
    });
  const before = await start();
  const first = await before.newPage();
  await openStart(first, 'en', 'light', host.address);
  await expectReady(first);
  await chooseFile(first, customers);
  await expectAllFresh(first);
  await expectSaved(first, 'en');
  await expectResultsStored(first);
  const address = first.url();
  await before.close();
  await host.close();

  const after = await start();
  const page = await after.newPage();
  const from = Date.now();
  await page.goto(host.address);
  await expectReady(page);
  console.log(`offline in a browser started anew, ms until ready: ${Date.now() - from}`);
  await expectQuickReloads(page, 'the start page in a browser started anew', () =>
    expect(page.getByRole('link', { name: 'customers' }).first()).toBeVisible(),
  );
  await page.goto(address);
  await expectAllFresh(page);
  await expectQuickReloads(page, 'a notebook in a browser started anew', () =>
    expectAllFresh(page),
  );
  await after.close();
});

/** Names of the scripts and style sheets that a page was made of. */
function partsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /assets\/.*\.(js|css)$/.test(name)),
  );
}

test('a new version comes when people take it, whole, and loses nothing', async ({ page }) => {
  const next = await makeNextBuild();
  let folder = DIST;
  const host = await openPlainHost('/a/b/', () => folder);
  await openStart(page, 'en', 'light', host.address);
  await expectReady(page);
  await chooseFile(page, customers);
  await expectAllFresh(page);
  const other = await page.context().newPage();
  await other.goto(host.address);
  await expectReady(other);

  folder = next.folder;
  await page.reload();
  const notice = page.getByRole('complementary', { name: 'A new version is ready.' });
  await expect(notice).toBeVisible();
  await expectReady(page);
  expect((await partsOf(page)).filter((name) => name.includes('-Next'))).toEqual([]);

  // What is being typed belongs to the work that is saved first.
  await page.getByRole('textbox', { name: 'Title of the notebook' }).fill('Before the new version');
  await Promise.all([
    page.waitForEvent('load'),
    notice.getByRole('button', { name: 'Reload' }).click(),
  ]);
  await expectReady(page);
  await expect(page).toHaveTitle(/^Before the new version/);
  const parts = await partsOf(page);
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.filter((name) => !name.includes('-Next'))).toEqual([]);
  await expect(notice).toHaveCount(0);

  // The other tab shows the old version as before, and still finds every part of it.
  const old = await partsOf(other);
  expect(old.filter((name) => name.includes('-Next'))).toEqual([]);
  const seen = host.seen.length;
  const found = await other.evaluate(
    (names) => Promise.all(names.map(async (name) => (await fetch(name)).ok)),
    old,
  );
  expect(found).toEqual(old.map(() => true));
  expect(host.seen.slice(seen)).toEqual([]);
  await host.close();
  await next.remove();
});
