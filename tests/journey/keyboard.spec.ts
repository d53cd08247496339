import { readFileSync } from 'node:fs';
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

const NAME = 'Loyal few';

/** The cell of a kind becomes the selected one, from the palette of commands. */
async function goToCell(page: Page, kind: string, called: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(called);
  await page.keyboard.press('Enter');
  await expect(cellOf(page, kind)).toHaveClass(/is-selected/);
}

async function nameSegment(page: Page): Promise<void> {
  await goToCell(page, 'cluster', 'Clustering');
  await tabTo(page, cellOf(page, 'cluster').locator('.caption input').first());
  await page.keyboard.type(NAME);
  await page.keyboard.press('Enter');
  const head = cellOf(page, 'segments').locator('thead').getByText(NAME).first();
  await expect(head).toBeAttached();
}

async function exportSegments(page: Page): Promise<void> {
  await goToCell(page, 'segments', 'Segments');
  await page.keyboard.press('b');
  await page.keyboard.type('Audience');
  await page.keyboard.press('Enter');
  await expectState(page, 'audience', 'fresh');
  await tabTo(page, cellOf(page, 'audience').getByRole('button', { name: 'Save the file' }));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split(/\r?\n/);
  expect(lines).toHaveLength(301);
  expect(lines.filter((line) => line.includes(NAME)).length).toBeGreaterThan(10);
}

/** Types through an input method: its keys are its own until it hands the text over. */
async function composeInto(page: Page, field: Locator, [draft, text]: readonly [string, string]) {
  const ime = await page.context().newCDPSession(page);
  const selection = { selectionStart: draft.length, selectionEnd: draft.length };
  await expect(field).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await ime.send('Input.imeSetComposition', { text: draft, ...selection });
  await expect(field).toHaveValue(draft);
  for (const key of ['Enter', 'Escape', 'j', 'd', 'd', 'z', '?']) {
    // As Chromium tells of a key that an input method has taken.
    const press = { key, code: key, windowsVirtualKeyCode: 229 };
    await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press });
    await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  }
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(draft);
  await ime.send('Input.insertText', { text });
  await expect(field).toHaveValue(text);
  await ime.detach();
}

/** A title, the palette and a name are composed in Chinese: nothing is done before its time. */
async function composeEverywhere(page: Page): Promise<void> {
  const cells = page.locator('[data-cell]');
  const count = await cells.count();
  await goToCell(page, 'profile', 'Profile');
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('combobox', { name: /^Find a command/ });
  await composeInto(page, palette, ['bu cun zai', '不存在的东西']);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Title of your own');
  await page.keyboard.press('Enter');
  const profile = cellOf(page, 'profile');
  await composeInto(page, profile.locator('input.finding'), ['hui yuan', '会员']);
  await page.keyboard.press('Enter');
  await expect(profile.locator('h2')).toHaveText('会员');
  await goToCell(page, 'cluster', 'Clustering');
  const name = cellOf(page, 'cluster').locator('.caption input').nth(1);
  await tabTo(page, name);
  await composeInto(page, name, ['chang ke', '常客']);
  await page.keyboard.press('Enter');
  await expect(cellOf(page, 'segments').locator('thead').getByText('常客').first()).toBeAttached();
  await expect(cells).toHaveCount(count);
}

test('everything is done from the keyboard: open, look, change, undo, name, export', async ({
  page,
}) => {
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

  await test.step('a segment is named where it stands', () => nameSegment(page));
  await test.step('an input method keeps its keys', () => composeEverywhere(page));
  await test.step('the rows go out as CSV, with the name', () => exportSegments(page));
  await test.step('the report goes out, and the keyboard is back in the page', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('Export a report');
    await page.keyboard.press('Enter');
    const report = page.getByRole('button', { name: 'Save the report' });
    await tabTo(page, report);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('customers.html');
    expect(readFileSync(await download.path(), 'utf8')).toContain(NAME);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('main :focus, main:focus')).toHaveCount(1);
  });
});
