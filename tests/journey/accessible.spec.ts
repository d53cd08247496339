import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds, as lines that say where. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate((): Promise<AxeResults> =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

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
