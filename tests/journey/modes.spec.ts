import type { Page } from '@playwright/test';
import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { violationsOf } from './support/axe';
import { deadControls } from './support/dead-controls';
import { runTheRest } from './support/running';
import { drawCustomers, toCsv } from './support/shop';

async function expectAccessible(page: Page, screen: string): Promise<void> {
  expect(await violationsOf(page), screen).toEqual([]);
}

const slideIs = (page: Page, number: number) =>
  expect(page.locator('[data-mode="present"]')).toHaveAttribute('data-slide', String(number));

test('a notebook as an app with a pinned control, and as slides', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openStart(page, 'en');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(200, 3)) });
  await expectAllFresh(page);
  await cellOf(page, 'cluster').locator('h2').click();
  await page.keyboard.press('Enter');
  await page.locator('[data-pin="clusters"]').first().click();
  await expect(page.locator('[data-pin="clusters"]').first()).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  // The app: exactly that control, and nothing else to write in.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Show as app');
  await page.keyboard.press('Enter');
  const app = page.locator('[data-mode="app"]');
  await expect(app).toBeVisible();
  expect(page.url()).toContain('mode=app');
  await expect(app.locator('[data-param]')).toHaveCount(1);
  await expect(app.locator(':is(textarea, select, input:not([readonly])):visible')).toHaveCount(1);
  const clusters = app.locator('[data-param="clusters"] input');
  const before = Number(await clusters.inputValue());
  await expect(cellOf(page, 'segments').locator('h2')).not.toBeEmpty();
  await expectAccessible(page, 'the app');
  expect(await deadControls(page), 'controls that change nothing').toEqual([]);
  const wanted = before === 3 ? 5 : 3;
  await clusters.fill(String(wanted));
  await clusters.press('Enter');
  // What was quick runs by itself; a machine that took long over it asks first.
  const ways = cellOf(page, 'cluster').locator('input[readonly]');
  await runTheRest(page, app.getByRole('button', { name: /^Run\b/ }), async () => {
    await expect(ways).toHaveCount(wanted, { timeout: 3_000 });
  });

  // A file over the app: it has what the app uses, or it is said what it lacks.
  const offer = page.locator('[data-offer]');
  await dropFile(page, { name: 'cities.csv', bytes: 'city,people\nWuhan,13\nXian,12\n' });
  await expect(offer).toContainText('cities.csv lacks');
  await offer.getByRole('button', { name: 'Close' }).click();
  await dropFile(page, { name: 'later.csv', bytes: toCsv(drawCustomers(90, 5)) });
  await expect(offer).toContainText('later.csv has the columns that this app uses');
  await offer.getByRole('button', { name: 'Leave it' }).click();
  await expect(offer).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The slides begin where one was: title, load, profile, features, cluster.
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await slideIs(page, 5);
  await expectAccessible(page, 'the slides');
  await page.keyboard.press('End');
  const count = Number(await page.locator('[data-mode="present"]').getAttribute('data-slide'));
  expect(count).toBeGreaterThan(3);
  await page.keyboard.press('ArrowRight');
  await slideIs(page, count);
  await page.keyboard.press('PageUp');
  await slideIs(page, count - 1);
  await page.keyboard.press('Home');
  await slideIs(page, 1);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await slideIs(page, 3);
  await page.locator('main').evaluate((main) => {
    const touch = (type: string, clientX: number) =>
      main.dispatchEvent(
        new PointerEvent(type, { pointerType: 'touch', bubbles: true, clientX, clientY: 300 }),
      );
    touch('pointerdown', 700);
    touch('pointerup', 400);
  });
  await slideIs(page, 4);
  await page.keyboard.press('ArrowLeft');
  await slideIs(page, 3);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement === null);
  const shown = await page.locator('[data-mode="present"] [data-cell]').last().getAttribute('id');
  await expect(page.locator('[data-mode="present"] h1')).not.toBeEmpty();
  await page.keyboard.press('p');
  await page.mouse.move(300, 200);
  await expect(page.locator('[data-light]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-mode]')).toHaveCount(0);
  await expect(page.locator(`#${shown!}`)).toBeFocused();
  expect(page.url()).not.toContain('mode=');
  // Nothing that a reader did is an edit of the document.
  await expect(page.getByRole('button', { name: /^Undo: change Clusters/ })).toBeVisible();
});
