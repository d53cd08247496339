import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import {
  chooseFile,
  dropFile,
  expect,
  expectAllFresh,
  expectState,
  openStart,
  test,
} from './support/app';
import { openPlainHost } from './support/hosts';
import { drawCustomers, toCsv } from './support/shop';
import { passTwoFiles } from './support/two-files';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const drawn = drawCustomers(400, 7);
const customers = { name: 'customers.csv', bytes: toCsv(drawn) };

async function openCustomers(page: Page): Promise<void> {
  await openStart(page, 'en');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await chooseFile(page, customers);
  await expectAllFresh(page);
}

async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  return page.getByRole('dialog', { name: 'Export' });
}

async function closePanel(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Export' })).toHaveCount(0);
}

/** What the browser saves when this is pressed. */
async function saved(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFile(await download.path());
}

async function sendLink(page: Page): Promise<void> {
  const panel = await openPanel(page);
  const field = panel.getByRole('textbox', { name: 'Link' });
  // The link is made by and by.
  await expect(field).toHaveValue(/#./);
  const link = await field.inputValue();
  await expect(panel.locator('[data-link-length]')).toHaveAttribute(
    'data-link-length',
    String(link.length),
  );
  test.info().annotations.push({ type: 'link', description: `${link.length} characters` });
  const cells = await page.locator('[data-kind]').count();

  // Somebody else's browser: nothing stored, no data.
  const other = await page.context().browser()!.newContext({ locale: 'en' });
  const visitor = await other.newPage();
  await visitor.goto(link);
  const note = visitor.getByText('Opened from a link. Nothing has run.');
  await expect(note).toBeVisible();
  await expect(note).toContainText('customers.csv');
  await expect(visitor.locator('[data-kind]')).toHaveCount(cells);
  await expect(visitor.locator('[data-state="fresh"]:not([data-kind="note"])')).toHaveCount(0);
  // The same link again is the same notebook.
  await visitor.reload();
  await expect(visitor.locator('[data-kind]')).toHaveCount(cells);

  await visitor.goto(`${link.slice(0, -40)}`);
  await visitor.reload();
  await expect(visitor.getByText('The notebook in the link cannot be read')).toBeVisible();
  await other.close();
  await closePanel(page);
}

async function sendPackage(page: Page): Promise<void> {
  const panel = await openPanel(page);
  const save = panel.getByRole('button', { name: 'Save the package' });
  expect([...Object.keys(unzipSync(await saved(page, save)))]).toEqual(['notebook.fenqun.md']);

  const withResults = panel.getByRole('checkbox', { name: 'Take the results along' });
  await withResults.check();
  const read = await saved(page, save);
  expect(Object.keys(unzipSync(read))).toEqual(['notebook.fenqun.md', 'results.json']);
  await withResults.uncheck();

  await panel.getByText('Original', { exact: true }).click();
  await expect(panel.getByText(/rows with \d+ columns leave this computer/)).toBeVisible();
  await expect(save).toBeDisabled();
  await panel.getByRole('checkbox', { name: /may pass these data on/ }).check();
  const bytes = await saved(page, save);
  const files = unzipSync(bytes);
  expect(Buffer.from(files['data/customers.csv']!).toString()).toBe(customers.bytes);

  const other = await page.context().browser()!.newContext({ locale: 'en' });
  const visitor = await other.newPage();
  await openStart(visitor, 'en');
  await chooseFile(visitor, { name: 'read.fenqun.zip', bytes: read });
  await expect(visitor.getByText(/results came with the file/)).toBeVisible();
  await expectState(visitor, 'segments', 'fresh');
  const damaged = Buffer.from(bytes);
  const place = damaged.indexOf('data/customers.csv') + 60;
  damaged[place] = damaged[place]! ^ 0x10;
  await dropFile(visitor, { name: 'damaged.fenqun.zip', bytes: damaged });
  await expect(visitor.getByText(/data\/customers\.csv in it is damaged/)).toBeVisible();
  await dropFile(visitor, { name: 'shared.fenqun.zip', bytes });
  await expect(visitor.getByText('From shared.fenqun.zip. Nothing has run.')).toBeVisible();
  await expectState(visitor, 'load', 'waiting');
  await visitor.getByRole('button', { name: /^Run \d+ cells/ }).click();
  await expectAllFresh(visitor);
  await other.close();
  await closePanel(page);
}

/** Somebody has changed a digit of the results and a letter of the data: neither is believed. */
async function openDamaged(page: Page, folder: string, address: string): Promise<void> {
  const places = ['results.json', 'customers.csv'].map((name) => join(folder, 'notebook', name));
  const whole = await Promise.all(places.map((place) => readFile(place)));
  for (const [i, place] of places.entries()) {
    const bytes = Buffer.from(whole[i]!);
    bytes[bytes.length - 20] = bytes[bytes.length - 20]! ^ 1;
    await writeFile(place, bytes);
  }
  const other = await page.context().browser()!.newContext({ locale: 'en' });
  const visitor = await other.newPage();
  await visitor.goto(`${address}?mode=edit`);
  const note = visitor.getByRole('complementary').filter({ hasText: 'of this site' });
  await expect(note).toContainText('not the data this notebook was made with: customers.csv');
  await expect(note).toContainText('The results that came with it are damaged');
  await expect(visitor.locator('[data-kind="segments"][data-state="fresh"]')).toHaveCount(0);
  await other.close();
  await Promise.all(places.map((place, i) => writeFile(place, whole[i]!)));
}

async function publish(page: Page): Promise<void> {
  const panel = await openPanel(page);
  await panel.getByText('Original', { exact: true }).click();
  await panel.getByRole('checkbox', { name: /may pass these data on/ }).check();
  await panel.getByRole('checkbox', { name: 'Take the results along' }).check();
  const bytes = await saved(page, panel.getByRole('button', { name: 'Save the site' }));
  const folder = await mkdtemp(join(tmpdir(), 'fenqun-site-'));
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const host = await openPlainHost('/team/demo/', () => folder);
  await openDamaged(page, folder, host.address);
  const other = await page.context().browser()!.newContext({ locale: 'en' });
  const visitor = await other.newPage();
  await visitor.goto(`${host.address}?mode=edit`);
  await expectAllFresh(visitor);
  await expect(visitor.getByText(/damaged/)).toHaveCount(0);
  await expect(visitor.locator('html[data-ready="true"]')).toBeAttached();
  // It is kept like any build of ours, the data with it.
  await host.close();
  await visitor.reload();
  await expectAllFresh(visitor);
  await other.close();
  await rm(folder, { recursive: true });
}

test('a notebook goes out as a link, as a package and as a site', async ({ page }) => {
  await openCustomers(page);
  await test.step('a link carries the notebook, never rows, and says that nothing has run', () =>
    sendLink(page));
  await test.step('data leave through the gate only, and a package opens elsewhere', () =>
    sendPackage(page));
  await test.step('a published site opens the notebook on any host, with its segments', () =>
    publish(page));
  await closePanel(page);
  await test.step('of two files each is looked at, refused or replaced by itself', () =>
    passTwoFiles({ page, first: customers, customers: drawn, openPanel, saved }));
});

test('?nb= opens a notebook that lies beside the site, with its data', async ({ page }) => {
  await openCustomers(page);
  const text = await saved(
    page,
    (await openPanel(page)).getByRole('button', { name: 'Save the notebook' }),
  );
  const folder = await mkdtemp(join(tmpdir(), 'fenqun-beside-'));
  await cp(DIST, folder, { recursive: true });
  await mkdir(join(folder, 'demo'));
  await writeFile(join(folder, 'demo/members.fenqun.md'), text);
  await writeFile(join(folder, 'demo/customers.csv'), customers.bytes);
  const host = await openPlainHost('/w/', () => folder);
  const visitor = await (await page.context().browser()!.newContext({ locale: 'en' })).newPage();
  await visitor.goto(`${host.address}?nb=demo/members.fenqun.md`);
  await expectAllFresh(visitor);
  await expect(visitor.locator('html[data-ready="true"]')).toBeAttached();
  const before = host.seen.length;
  await visitor.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  expect(host.seen.slice(before).filter((line) => !line.includes('service-worker'))).toEqual([]);
  await visitor.goto(`${host.address}?nb=demo/members.fenqun.md&mode=embed`);
  await expect(visitor.locator('[data-mode="app"] [data-kind="segments"]')).toBeVisible();
  await expect(visitor.getByRole('banner')).toHaveCount(0);
  await visitor.goto(`${host.address}?nb=demo/members.fenqun.md&mode=app`);
  await visitor.getByRole('button', { name: 'Edit a copy' }).click();
  await expect(visitor.getByRole('navigation', { name: 'Outline' })).toBeVisible();
  expect(visitor.url()).toMatch(/#\/notebook\//);
  expect(visitor.url()).not.toContain('mode=');
  await expectAllFresh(visitor);
  await visitor.goto(`${host.address}?nb=../../etc/passwd.md`);
  await expect(visitor.getByText(/is no notebook of this site/)).toBeVisible();
  await visitor.context().close();
  await host.close();
  await rm(folder, { recursive: true });
});
