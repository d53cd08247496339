import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import {
  cellOf,
  chooseFile,
  dropFile,
  expect,
  expectAllFresh,
  expectSaved,
  openStart,
  test,
  type Language,
  type Theme,
} from './support/app';
import { dress, Looks } from './support/dresses';
import { examplePackage } from './support/example-package';
import { openPlainHost } from './support/hosts';
import { makeNextBuild } from './support/next-build';
import { drawCustomers, toCsv } from './support/shop';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const MAIN = { widths: [1280, 390] } as const;
const customers = { name: 'customers.csv', bytes: toCsv(drawCustomers(200, 3)) };
const looks = new Looks();

// Damaged files and a database that is refused are complained about, rightly.
test.use({ trace: 'off', reducedMotion: 'reduce', complaints: [] });
test.describe.configure({ timeout: 900_000 });

test.afterAll(() => {
  console.log(looks.violations.join('\n'));
  console.log(String(looks));
});

async function openCustomers(page: Page): Promise<void> {
  await openStart(page, 'en');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await chooseFile(page, customers);
  await expectAllFresh(page);
}

/** Asks the palette of commands for something. */
async function command(page: Page, words: string): Promise<void> {
  await page.locator('main').first().focus();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
}

async function close(page: Page, panel: Locator): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
}

test('the start page and what is asked there', async ({ page }) => {
  await openStart(page, 'en');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await looks.at(page, 'start, empty', MAIN);
  await page.getByRole('button', { name: 'Storage and backup' }).click();
  await looks.at(page, 'start, storage and backup', MAIN);
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await looks.at(page, 'start, erase everything asked');
  await page.getByRole('button', { name: 'Read from an address…' }).click();
  const field = page.getByRole('textbox', { name: 'Address of the table' });
  await field.fill('https://elsewhere.example/customers.csv');
  await looks.at(page, 'start, address of another site');
  await field.fill('data/customers.csv');
  await looks.at(page, 'start, address of this site', MAIN);
  // An answer that never comes.
  await page.context().route('**/data/customers.csv', () => undefined);
  const cancel = page.getByRole('button', { name: /^(Cancel|取消)$/ });
  await page.reload();
  await looks.at(page, 'opening', {
    ...MAIN,
    change: async (_page, language, theme) => {
      if (await cancel.isVisible()) await cancel.click();
      await dress(page, language, theme);
      await page.locator('.ask button').click();
      await page.locator('form input').fill('data/customers.csv');
      await page.locator('form button').click();
      await expect(cancel).toBeVisible();
    },
  });
  await cancel.click();
  await chooseFile(page, { name: 'damaged.parquet', bytes: 'PAR1 is not enough' });
  await expect(page.locator('#what')).toBeVisible();
  await looks.at(page, 'problem page', MAIN);
});

test('several files, and the start page with its past', async ({ page }) => {
  await openStart(page, 'en');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  const file = (name: string) => ({ name, mimeType: '', buffer: Buffer.from(customers.bytes) });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('a.csv'), file('b.csv')]);
  await expect(page.getByRole('dialog')).toBeVisible();
  await looks.at(page, 'several files on the start page', MAIN);
  await page.keyboard.press('Escape');
  await chooseFile(page, customers);
  await expectAllFresh(page);
  await expectSaved(page, 'en');
  await dropFile(page, { name: 'more.csv', bytes: customers.bytes });
  await expect(page.getByRole('dialog')).toBeVisible();
  await looks.at(page, 'a file over a notebook', MAIN);
  await page.keyboard.press('Escape');
  await command(page, 'Back to the start');
  await expect(page.locator('.recent, [data-recent], .door').first()).toBeVisible();
  await looks.at(page, 'start, with recent', MAIN);
});

test('the notebook and its panels', async ({ page }) => {
  await openCustomers(page);
  await looks.at(page, 'notebook', { widths: [1280, 1920, 1000, 390] });
  await cellOf(page, 'cluster').locator('h2').click();
  await page.keyboard.press('Enter');
  await looks.at(page, 'notebook, settings open', { widths: [1280, 1920, 390] });
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await looks.at(page, 'palette', MAIN);
  await page.keyboard.insertText('zzzz');
  await looks.at(page, 'palette, nothing found');
  await close(page, page.getByRole('dialog'));
  await page.keyboard.press('b');
  await looks.at(page, 'add palette', MAIN);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await looks.at(page, 'help', MAIN);
  await close(page, page.getByRole('dialog'));
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeVisible();
  await looks.at(page, 'keep a version', MAIN);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('first');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#./);
  await looks.at(page, 'export', MAIN);
  await page.getByText('Original', { exact: true }).click();
  await expect(page.getByText(/rows with \d+ columns leave/)).toBeVisible();
  await looks.at(page, 'share gate', MAIN);
  await page.locator('.gate summary').first().click();
  await looks.at(page, 'share gate, columns', MAIN);
  await close(page, page.getByRole('dialog'));
  await command(page, 'Protect with');
  await expect(page.locator('dialog input[type=password]').first()).toBeVisible();
  await looks.at(page, 'protect', MAIN);
  await close(page, page.getByRole('dialog'));
  await cellOf(page, 'scatter').locator('h2').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await expect(cellOf(page, 'scatter')).toHaveCount(0);
  await page.locator('[data-save] button').first().click();
  const history = page.getByRole('complementary').filter({ has: page.locator('ol') });
  await expect(history.first()).toBeVisible();
  await looks.at(page, 'history and bin', MAIN);
  await history.first().locator('ol button').first().click();
  await looks.at(page, 'compare versions', MAIN);
});

/** In a language and theme from the start, where no button is in the way of readers. */
async function reopened(page: Page, language: Language, theme: Theme): Promise<void> {
  await page.evaluate(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('fenqun.language', chosenLanguage);
      localStorage.setItem('fenqun.theme', chosenTheme);
    },
    [language, theme] as const,
  );
  await page.reload();
  await expect(page.locator('[data-mode] h1').first()).toBeVisible();
}

test('shown to others: app, slides, embedded', async ({ page }) => {
  await page.goto(process.env['FENQUN_SITE']!);
  await page.evaluate(() => localStorage.setItem('fenqun.language', 'en'));
  await openCustomersAgain(page);
  await command(page, 'Show as app');
  await expect(page.locator('[data-mode="app"]')).toBeVisible();
  await looks.at(page, 'app', MAIN);
  await dropFile(page, { name: 'cities.csv', bytes: 'city,people\nWuhan,13\nXian,12\n' });
  await expect(page.locator('[data-offer]')).toBeVisible();
  await looks.at(page, 'app, a file that does not fit');
  const shown = page.url();
  for (const mode of ['embed', 'present']) {
    await page.goto(shown.replace('mode=app', `mode=${mode}`));
    await looks.at(page, mode, { ...MAIN, change: reopened });
  }
});

async function openCustomersAgain(page: Page): Promise<void> {
  await page.reload();
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await chooseFile(page, customers);
  await expectAllFresh(page);
  await expectSaved(page, 'en');
}

test('two runs, a tab that follows, a locked notebook', async ({ page }) => {
  await openCustomers(page);
  await page.locator('main').focus();
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('before');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Clustering' }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('spinbutton', { name: 'Clusters (k)' }).fill('5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expectAllFresh(page);
  await command(page, 'compare');
  await expect(page.getByRole('table', { name: /^Where they went/ })).toBeVisible();
  await looks.at(page, 'compare runs', { widths: [1280, 1920, 390] });
  await close(page, page.getByRole('dialog'));
  await expectSaved(page, 'en');
  const other = await page.context().newPage();
  await other.emulateMedia({ reducedMotion: 'reduce' });
  await other.goto(page.url());
  await expect(other.locator('[data-tab=following]')).toBeVisible();
  await looks.at(other, 'a tab that follows', MAIN);
  await other.close();
  await command(page, 'Protect with');
  const dialog = page.getByRole('dialog');
  const fields = dialog.locator('input[type=password]');
  await expect(fields).toHaveCount(2);
  for (const field of await fields.all()) await field.fill('a b c d e f g h');
  await dialog.locator('button[type=submit]').click();
  const lock = page.getByRole('button', { name: 'Protected by a passphrase' });
  await expect(lock).toBeVisible();
  await lock.click();
  await looks.at(page, 'protected', MAIN);
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.locator('main input[type=password]')).toBeVisible();
  await looks.at(page, 'locked', MAIN);
  await page.locator('main input[type=password]').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await looks.at(page, 'locked, wrong passphrase');
});

test('cells in trouble: failed, running, cancelled, without their data', async ({ page }) => {
  await openStart(page, 'en');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  const broken = (text: string) => text.replace('bin([Days', 'nonsense([Days');
  await chooseFile(page, await examplePackage('derive', broken));
  await command(page, 'Run');
  await looks.at(page, 'a notebook from a file', MAIN);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.locator('[data-state="failed"], [data-state="fresh"]').last()).toBeVisible();
  await looks.at(page, 'after its run, with what failed', MAIN);
  await page.goto(process.env['FENQUN_SITE']!);
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await chooseFile(page, { name: 'many.csv', bytes: toCsv(drawCustomers(30_000, 5)) });
  await expect(cellOf(page, 'cluster')).toBeVisible();
  await command(page, 'Choose');
  const chooseK = cellOf(page, 'choose-k');
  if ((await chooseK.count()) > 0) {
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(chooseK.first()).toHaveAttribute('data-state', 'running');
    await looks.at(page, 'running');
    await page.keyboard.press('Escape');
    await looks.at(page, 'cancelled', MAIN);
  }
});

test('a new version, and storage in trouble', async ({ browser }) => {
  const next = await makeNextBuild();
  let folder = DIST;
  const host = await openPlainHost('/n/', () => folder);
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await openStart(page, 'en', 'light', host.address);
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  folder = next.folder;
  await page.reload();
  await expect(page.getByRole('complementary', { name: 'A new version is ready.' })).toBeVisible();
  await looks.at(page, 'a new version', MAIN);
  await context.close();
  const blocked = await browser.newContext({ locale: 'en', reducedMotion: 'reduce' });
  await blocked.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  const bare = await blocked.newPage();
  await openStart(bare, 'en', 'light', host.address);
  await expect(bare.locator('[data-trouble]')).toBeVisible();
  await looks.at(bare, 'nothing can be stored', MAIN);
  await blocked.close();
  await host.close();
  await next.remove();
});
