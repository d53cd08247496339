import type { Page } from '@playwright/test';
import { cellOf, expect, expectAllFresh, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

const order = (page: Page) =>
  page
    .locator('[data-cell]')
    .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.cell));

const marked = (page: Page) => page.locator('[data-cell].is-marked');

/** What the page says aloud. */
const said = (page: Page) => page.locator('p[role=status]').first();

async function openCustomers(page: Page): Promise<void> {
  await openStart(page, 'en');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'customers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(toCsv(drawCustomers(120, 3))),
    });
  await expectAllFresh(page);
}

async function chooseMoveAndDelete(page: Page): Promise<void> {
  const before = await order(page);

  await test.step('Shift+J takes the cell below along; Alt+arrow moves both', async () => {
    await page.locator('main').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+J');
    await expect(marked(page)).toHaveCount(2);
    await page.keyboard.press('Alt+ArrowDown');
    await expect
      .poll(() => order(page))
      .toEqual([before[2], before[0], before[1], ...before.slice(3)]);
    await expect(said(page)).toHaveText('Done: move 2 cells');
    await page.keyboard.press('z');
    await expect.poll(() => order(page)).toEqual(before);
    await expect(said(page)).toHaveText('Undone: move 2 cells');
  });

  await test.step('Ctrl+click in the outline adds one; D D deletes them all; the button says so', async () => {
    const rows = page.getByRole('navigation', { name: 'Outline' }).locator('a.cell-row');
    await rows.filter({ hasText: 'Segments' }).click();
    await rows.filter({ hasText: 'Scatter' }).click({ modifiers: ['Control'] });
    await expect(marked(page)).toHaveCount(2);
    await page.locator('.cell.is-selected').focus();
    await page.keyboard.press('d');
    await page.keyboard.press('d');
    await expect(cellOf(page, 'scatter')).toHaveCount(0);
    await expect(cellOf(page, 'segments')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo: delete 2 cells' }).click();
    await expect.poll(() => order(page)).toEqual(before);
    await expectAllFresh(page);
  });

  await test.step('the command palette finds a cell in either language and says what undo undoes', async () => {
    await page.locator('main').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('ControlOrMeta+k');
    const ask = page.getByRole('combobox', { name: /^Find a command/ });
    await ask.fill('散点');
    await page.keyboard.press('Enter');
    await expect(cellOf(page, 'scatter')).toHaveClass(/is-selected/);
  });
}

async function copyElsewhere(page: Page): Promise<void> {
  await page.locator('main').focus();
  await page.keyboard.press('Escape');
  await page.locator('[data-cell]').first().focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowDown');
  const copied = await order(page).then((ids) => ids.slice(0, 3));
  await page.keyboard.press('ControlOrMeta+c');
  await expect(said(page)).toHaveText('Copied 3 cells');

  await test.step('in another tab they stand under ids of their own, and run', async () => {
    const other = await page.context().newPage();
    await openStart(other, 'en');
    await other.getByRole('button', { name: /blank|empty/i }).click();
    await other.locator('main').focus();
    await other.keyboard.press('ControlOrMeta+v');
    await expect.poll(() => order(other)).toEqual(copied);
    await other.keyboard.press('ControlOrMeta+Shift+Enter');
    await expect(other.locator('[data-state]:not([data-state="fresh"])')).toHaveCount(0);
    await expect(cellOf(other, 'load').locator('h2')).toContainText('120');
  });

  await test.step('text that holds no cells pastes nothing', async () => {
    await page.locator('main').focus();
    const before = await order(page);
    await page.evaluate(() => {
      const held = new DataTransfer();
      held.setData('text/plain', 'just text');
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: held }));
    });
    await expect(said(page)).toHaveText('There are no cells on the clipboard');
    expect(await order(page)).toEqual(before);
  });
}

test('several cells are treated as one, and go elsewhere by the clipboard', async ({ page }) => {
  await openCustomers(page);
  await test.step('several cells are chosen, moved, deleted and brought back in one step each', () =>
    chooseMoveAndDelete(page));
  await test.step('cells go to another notebook by the clipboard, as text, with their data', () =>
    copyElsewhere(page));
});
