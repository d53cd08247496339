import type { Locator, Page } from '@playwright/test';
import { cellOf, expect, expectAllFresh, expectState, openStart, test } from './support/app';
import { readSegmentTable } from './support/figures';
import { drawCustomers, toCsv } from './support/shop';

/** Presses Tab until the control that this finds has the focus, as one looks for it. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((found) => found === document.activeElement)) return;
  }
  throw new Error('Tab never gets there');
}

async function segmentsShown(page: Page): Promise<number> {
  const lines = await readSegmentTable(cellOf(page, 'segments'));
  return lines.get('Share of customers')!.means.length;
}

test('everything is done from the keyboard: open, look, change, undo', async ({ page }) => {
  // Waited for from the start: a browser that is told only now may still open its own dialog.
  const choosing = page.waitForEvent('filechooser');
  await openStart(page, 'en');
  await tabTo(page, page.getByRole('button', { name: 'Choose a file' }));
  await page.keyboard.press('Enter');
  await (
    await choosing
  ).setFiles({
    name: 'customers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(toCsv(drawCustomers(300, 9))),
  });
  await expectAllFresh(page);
  const suggested = await segmentsShown(page);

  await test.step('J goes from cell to cell', async () => {
    await page.keyboard.press('Escape');
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('j');
      if (await cellOf(page, 'cluster').evaluate((cell) => cell.matches('.is-selected'))) break;
    }
    await expect(cellOf(page, 'cluster')).toHaveClass(/is-selected/);
  });

  await test.step('Enter opens the form, and a changed k makes what follows stale or new', async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Algorithm' })).toBeFocused();
    // Beside each field stands the pin that takes it into the app.
    await tabTo(page, page.getByRole('spinbutton', { name: 'Clusters (k)' }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(String(suggested + 1));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('spinbutton', { name: 'Clusters (k)' })).toBeFocused();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expectAllFresh(page);
    expect(await segmentsShown(page)).toBe(suggested + 1);
  });

  await test.step('Z brings the former result back without computing', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await expectState(page, 'segments', 'fresh');
    await expect.poll(() => segmentsShown(page)).toBe(suggested);
  });
});
