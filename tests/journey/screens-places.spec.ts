import type { Page } from '@playwright/test';
import {
  cellOf,
  chooseFile,
  expect,
  expectAllFresh,
  expectSaved,
  openStart,
  test,
  type Language,
  type Theme,
} from './support/app';
import { Looks } from './support/dresses';
import { drawCustomers, toCsv } from './support/shop';

const ALL = { widths: [1280, 1920, 390] } as const;
const LONG =
  '二〇二六年秋季促销活动之前华东华南华北三个大区全部门店会员与线上商城顾客的综合价值分群与复购潜力评估报告（第三版，市场部内部讨论稿）';
const looks = new Looks();

// A database that is refused or gone is complained about, rightly.
test.use({ trace: 'off', reducedMotion: 'reduce', complaints: [] });
test.describe.configure({ timeout: 900_000 });

test.afterAll(() => {
  console.log(looks.violations.join('\n'));
  console.log(String(looks));
});

const databaseName = () => `fenqun:${new URL(process.env['FENQUN_SITE']!).pathname}`;

async function openNotebook(page: Page, name = 'customers.csv'): Promise<void> {
  await openStart(page, 'en');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await chooseFile(page, { name, bytes: toCsv(drawCustomers(200, 3)) });
  await expectAllFresh(page);
  await expectSaved(page, 'en');
}

async function toStart(page: Page): Promise<void> {
  await page.goto(process.env['FENQUN_SITE']!);
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await expect(page.locator('h1').first()).toBeVisible();
}

async function openKeeping(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Storage and backup' }).click();
  await expect(page.getByRole('button', { name: 'Back up everything' })).toBeEnabled();
}

/** The notebook is called this, and the browser has it. */
async function entitle(page: Page, title: string): Promise<void> {
  const field = page.locator('header input').first();
  await field.fill(title);
  await field.press('Enter');
  await expect(page.locator('main h1').first()).toContainText(title.slice(0, 20));
  await expectSaved(page, 'en');
}

test('the bin of the start page, a running backup, everything erased', async ({ page }) => {
  await openNotebook(page);
  await entitle(page, LONG);
  await toStart(page);
  await openKeeping(page);
  await looks.at(page, 'storage and backup, with a notebook', ALL);
  await page.locator('button.remove').first().click();
  await looks.at(page, 'a notebook asked about');
  await page.locator('button.yes').click();
  await expect(page.getByRole('button', { name: 'Put back' })).toBeVisible();
  await looks.at(page, 'bin of the start page', ALL);
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(page.locator('a[href^="#/notebook/"]')).toBeVisible();

  // Its data come never: the backup stays under way.
  await page.evaluate(() => (Blob.prototype.arrayBuffer = () => new Promise(() => undefined)));
  await page.getByRole('checkbox', { name: 'With the data files' }).check();
  await page.getByRole('button', { name: 'Back up everything' }).click();
  await expect(page.getByRole('progressbar', { name: 'Backing up…' })).toBeVisible();
  await looks.at(page, 'a running backup', ALL);

  await toStart(page);
  await openKeeping(page);
  const erase = page.getByRole('button', { name: 'Erase everything' });
  await erase.click();
  await looks.at(page, 'erase everything asked', ALL);
  // The browser does not answer at once.
  await page.evaluate(() => {
    const list = indexedDB.databases.bind(indexedDB);
    const waited = new Promise((resolve) => document.addEventListener('go-on', resolve));
    IDBFactory.prototype.databases = () => waited.then(() => list());
  });
  await page.getByRole('button', { name: 'Yes, erase everything' }).click();
  await expect(page.getByText('Erasing…')).toBeVisible();
  await looks.at(page, 'erasing', ALL);
  await page.evaluate(() => document.dispatchEvent(new Event('go-on')));
  await expect(page.getByText('Nothing is left.')).toBeVisible();
  await looks.at(page, 'everything erased', ALL);
});

/** What the next visit is dressed in, told by any page of the site. */
function prefer(page: Page, language: Language, theme: Theme): Promise<void> {
  return page.evaluate(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('fenqun.language', chosenLanguage);
      localStorage.setItem('fenqun.theme', chosenTheme);
    },
    [language, theme] as const,
  );
}

/** Holds an old database, whoever asks for it; what was held before is let go. */
function holdOld(page: Page): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const place = globalThis as { held?: IDBDatabase };
        place.held?.close();
        indexedDB.deleteDatabase(name).onsuccess = () => {
          const request = indexedDB.open(name, 1);
          request.onerror = () => reject(request.error ?? new Error('not opened'));
          request.onsuccess = () => {
            place.held = request.result;
            resolve();
          };
        };
      }),
    databaseName(),
  );
}

test('the database is of a newer version, or still held by another tab', async ({ page }) => {
  await openNotebook(page);
  const address = page.url();
  // A page of the site on which nothing of ours runs.
  await page.goto(`${process.env['FENQUN_SITE']!}manifest.webmanifest`);
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, 1000);
        request.onerror = () => reject(request.error ?? new Error('not opened'));
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
    databaseName(),
  );
  await page.goto(address);
  await expect(page.locator('[data-trouble="newer"]')).toBeVisible();
  await expect(cellOf(page, 'segments')).toBeVisible();
  await looks.at(page, 'newer data, a notebook', ALL);
  await toStart(page);
  await expect(page.locator('[data-trouble="newer"]')).toBeVisible();
  await looks.at(page, 'newer data, the start page', ALL);

  await page.goto('about:blank');
  const other = await page.context().newPage();
  await other.goto(`${process.env['FENQUN_SITE']!}manifest.webmanifest`);
  const visitor = await page.context().newPage();
  await looks.at(visitor, 'waiting for another tab', {
    ...ALL,
    change: async (_page, language, theme) => {
      await visitor.goto('about:blank');
      await holdOld(other);
      await prefer(other, language, theme);
      await visitor.goto(process.env['FENQUN_SITE']!);
      await expect(visitor.locator('[data-trouble="waiting"]')).toBeVisible();
    },
  });
  await other.close();
});

test('a package and a site, while they are packed and once they are saved', async ({ page }) => {
  await openNotebook(page, `${LONG}.csv`);
  await entitle(page, LONG);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Export' });
  await expect(panel.getByRole('textbox', { name: 'Link' })).toHaveValue(/#./);
  await panel.getByText('Original', { exact: true }).click();
  await expect(panel.getByText(/rows with \d+ columns leave/)).toBeVisible();
  await panel.getByRole('checkbox', { name: /may pass these data on/ }).check();
  await panel.getByRole('checkbox', { name: 'Take the results along' }).check();
  const publish = panel.getByRole('button', { name: 'Save the site' });
  await publish.scrollIntoViewIfNeeded();
  await looks.at(page, 'publish', ALL);
  // Long enough to be looked at: the fingerprints of its files wait.
  await page.evaluate(() => {
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    const waited = new Promise((resolve) => document.addEventListener('go-on', resolve));
    SubtleCrypto.prototype.digest = (...given) => waited.then(() => digest(...given));
  });
  await publish.click();
  await expect(panel.getByRole('progressbar')).toBeVisible();
  await panel.getByRole('progressbar').scrollIntoViewIfNeeded();
  await looks.at(page, 'publish, packing', ALL);
  const download = page.waitForEvent('download');
  await page.evaluate(() => document.dispatchEvent(new Event('go-on')));
  await download;
  await expect(publish).toBeEnabled();
  await publish.scrollIntoViewIfNeeded();
  await looks.at(page, 'publish, saved', ALL);
});

test('a very long title and a file with a very long name', async ({ page }) => {
  await openNotebook(page, `${LONG}.csv`);
  await entitle(page, LONG);
  await page.locator('main').first().focus();
  await looks.at(page, 'long names, notebook', ALL);
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(LONG);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('[data-save] button').first().click();
  const history = page.getByRole('complementary').filter({ has: page.locator('ol') });
  await expect(history.locator('ol button').first()).toBeVisible();
  await looks.at(page, 'long names, history', ALL);
  await history.locator('ol button').first().click();
  await looks.at(page, 'long names, a version', ALL);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  // Another tab, so to say, has saved meanwhile.
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        indexedDB.open(name).onsuccess = (event) => {
          const database = (event.target as IDBOpenDBRequest).result;
          const transaction = database.transaction('notebooks', 'readwrite');
          const store = transaction.objectStore('notebooks');
          store.getAll().onsuccess = (found) => {
            const [row] = (found.target as IDBRequest<{ revision: number }[]>).result;
            store.put({ ...row!, revision: row!.revision + 5 });
          };
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    databaseName(),
  );
  const field = page.locator('header input').first();
  await field.fill(`再改${LONG}`);
  await field.press('Enter');
  await expect(page.locator('[data-tab="forked"]')).toBeVisible();
  await looks.at(page, 'long names, conflict copy', ALL);
  const shown = page.url();
  await toStart(page);
  await expect(page.locator('a[href^="#/notebook/"]').first()).toBeVisible();
  await looks.at(page, 'long names, recent', ALL);
  // A page that keeps what it prefers over its visits.
  const visitor = await page.context().newPage();
  for (const mode of ['present', 'app']) {
    await visitor.goto(shown.replace('#', `?mode=${mode}#`));
    await looks.at(visitor, `long names, ${mode}`, {
      ...ALL,
      change: async (_page, language, theme) => {
        await prefer(visitor, language, theme);
        await visitor.reload();
        await expect(visitor.locator(`[data-mode="${mode}"] h1`).first()).toBeVisible();
      },
    });
  }
});
