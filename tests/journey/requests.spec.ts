import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS } from '../../src/tooling/chromium.mjs';
import { chooseFile, expect, expectAllFresh, expectSaved, openStart, test } from './support/app';
import { openCatchingProxy } from './support/catching-proxy';
import { openPlainHost } from './support/hosts';
import { drawCustomers, toCsv } from './support/shop';

/** The browser's own services, which it asks whatever page is open; no page of ours could. */
const BROWSERS_OWN =
  /^(?:CONNECT |https?:\/\/)(?:update|accounts|content-autofill)\.google(?:apis)?\.com\b/;

test('a whole session asks no other origin, and nothing once ready but for a new version', async () => {
  const host = await openPlainHost('/x/');
  const proxy = await openCatchingProxy(host.address);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH']!,
    args: [
      ...CHROMIUM_ARGS,
      `--proxy-server=${proxy.address}`,
      '--proxy-bypass-list=<-loopback>',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const page = await (await browser.newContext({ locale: 'en' })).newPage();
  const ready = page.locator('html[data-ready="true"]');
  await openStart(page, 'en', 'light', host.address);
  await expect(ready).toBeAttached();
  const loaded = proxy.seen.length;

  await chooseFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(400, 7)) });
  await expectAllFresh(page);
  await expectSaved(page, 'en');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Export' });
  await expect(panel.getByRole('textbox', { name: 'Link' })).toHaveValue(/#\/share\//);
  await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Save the site' }).click(),
  ]);
  await page.reload();
  await expect(ready).toBeAttached();
  await expectAllFresh(page);
  await browser.close();

  const pages = (urls: readonly string[]) => urls.filter((url) => !BROWSERS_OWN.test(url));
  const foreign = pages(proxy.seen).filter((url) => !url.startsWith(host.address));
  const after = pages(proxy.seen.slice(loaded)).filter(
    (url) => !url.endsWith('/service-worker.js'),
  );
  test.info().annotations.push({
    type: 'requests',
    description: `${loaded} until ready, ${after.length} after, ${foreign.length} to others`,
  });
  expect(loaded).toBeGreaterThan(20);
  expect(foreign).toEqual([]);
  expect(after).toEqual([]);
  await proxy.close();
  await host.close();
});
