import type { Page } from '@playwright/test';
import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { violationsOf } from './support/axe';
import { drawCustomers, toCsv } from './support/shop';

/** Looks at the page in every dress; changes of language and theme are presses of its buttons. */
async function inEveryDress(page: Page, look: (dress: string) => Promise<void>): Promise<void> {
  const html = page.locator('html');
  for (const next of ['en', 'zh-CN']) {
    for (let themes = 0; themes < 2; themes++) {
      const theme = (await html.getAttribute('data-theme')) ?? '';
      await look(`${await html.getAttribute('lang')}, ${theme}`);
      await page.getByRole('button', { name: /^(换成.色|Switch to (dark|light))$/ }).click();
      await expect(html).not.toHaveAttribute('data-theme', theme);
    }
    await page.getByRole('button', { name: /(English|中文)$/ }).click();
    await expect(html).toHaveAttribute('lang', next);
  }
}

test('axe finds nothing wrong in either language and theme', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openStart(page, 'zh');
  await expect(page.getByRole('main')).toBeVisible();
  await inEveryDress(page, async (dress) => {
    expect(await violationsOf(page), `the start page, ${dress}`).toEqual([]);
  });
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(200, 3)) });
  await expectAllFresh(page);
  await cellOf(page, 'cluster').locator('h2').click();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-param="clusters"]').first()).toBeVisible();
  await inEveryDress(page, async (dress) => {
    expect(await violationsOf(page), `the notebook with a form, ${dress}`).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.locator('header.top')).toHaveCount(0);
    expect(await violationsOf(page), `the notebook on a phone, ${dress}`).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(page.locator('header.top')).toBeVisible();
  });
});
