import { AXE, violationsOf } from './support/axe';
import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

for (const language of ['zh', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing wrong in ${language}, ${theme}`, async ({ page }) => {
      await page.addInitScript({ path: AXE });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await openStart(page, language, theme);
      await expect(page.getByRole('main')).toBeVisible();
      expect(await violationsOf(page), 'the start page').toEqual([]);
      await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(200, 3)) });
      await expectAllFresh(page);
      expect(await violationsOf(page), 'the notebook').toEqual([]);
      await cellOf(page, 'cluster').locator('h2').click();
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-param="clusters"]').first()).toBeVisible();
      expect(await violationsOf(page), 'the notebook with a form').toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await violationsOf(page), 'the notebook on a phone').toEqual([]);
    });
  }
}
