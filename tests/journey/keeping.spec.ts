import type { Locator, Page } from '@playwright/test';
import { KillableBrowser, openBlank, visit } from '../hostile/storage/browser';
import { lastWord, openToType, pageWithJournal, typeWords } from '../hostile/storage/journal';
import { readRows } from '../hostile/storage/rows';
import { expect, openStart, test } from './support/app';

/**
 * Types through an input method, which hands over the text it was given or another one, and never
 * leaves the field: the text is kept once it is handed over, what is being composed is none yet.
 */
async function composeIn(page: Page, field: Locator, [draft, text]: readonly [string, string]) {
  await field.focus();
  await expect(page.locator('[data-save=saved]').first()).toBeVisible();
  const ime = await page.context().newCDPSession(page);
  const selection = { selectionStart: draft.length, selectionEnd: draft.length };
  await ime.send('Input.imeSetComposition', { text: draft, ...selection });
  await expect.poll(() => textIn(field)).toContain(draft);
  await ime.send('Input.insertText', { text });
  const kept = async () => (await readRows(page))?.text ?? '';
  await expect.poll(kept).toContain(text);
  if (draft !== text) expect(await kept()).not.toContain(draft);
  await expect(field).toBeFocused();
  await expect(page.locator('[data-save=saved]').first()).toBeVisible();
}

const textIn = (field: Locator) =>
  field.evaluate((one) => (one instanceof HTMLInputElement ? one.value : (one.textContent ?? '')));

/** The short version of `npm run hostile:storage` kills: what is typed here was in no document yet. */
test('a browser that is killed while somebody types has lost nothing it called saved', async () => {
  const browser = new KillableBrowser();
  try {
    let context = await browser.start();
    let address = '';
    for (const [round, where] of (['title', 'sql'] as const).entries()) {
      const { page, journal } = await pageWithJournal(context);
      await visit(page, address || undefined);
      address ||= await openToType(page);
      await page.waitForSelector('[data-save=saved]');
      await typeWords(page, where, round);
      await expect.poll(() => journal.saved).toBeGreaterThan(0);
      await browser.kill();
      context = await browser.start();
      const after = await visit(context, address);
      const rows = await readRows(after);
      await after.close();
      expect(rows).toMatchObject({ isTorn: false });
      expect(lastWord(rows?.text ?? '', round)).toBeGreaterThanOrEqual(journal.saved);
    }
    const page = await visit(context, address);
    await composeIn(page, page.locator('header input').first(), ['hui yuan', '会员的名字']);
    await composeIn(page, page.locator('[data-kind=sql] .cm-content'), ['会员表', '会员表']);
    await browser.kill();
    const after = await visit(await browser.start(), address);
    await expect(after.locator('header input').first()).toHaveValue(/会员的名字/);
    await expect(after.locator('[data-kind=sql] .cm-content')).toContainText('会员表');
  } finally {
    await browser.dispose();
  }
});

test('a tab that follows locks its fields, and writes once the other hangs', async ({ page }) => {
  await openStart(page, 'en');
  const address = await openBlank(page);
  const other = await page.context().newPage();
  await other.goto(address);
  const banner = other.locator('[data-tab=following]');
  await expect(banner).toBeVisible();
  const title = other.locator('header input').first();
  await expect(title).toHaveAttribute('readonly', '');
  // Nothing offers to add a cell here, and the key for it says why it does nothing.
  const adding = other.getByRole('button', { name: /^Add a cell/ });
  await expect(page.getByRole('button', { name: /^Add a cell/ }).first()).toBeVisible();
  await expect(adding).toHaveCount(0);
  await other.keyboard.press('b');
  await expect(banner).toContainText('Your change was not made');
  await page.locator('header input').first().fill('What only the other tab knew');
  await page.locator('header input').first().press('Enter');
  await expect(title).toHaveValue('What only the other tab knew');
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await banner.getByRole('button').click();
  await expect(banner).toBeHidden();
  await title.fill('Here');
  await title.press('Enter');
  await expect(other.locator('[data-save=saved]').first()).toBeVisible();
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(page.locator('[data-tab=following]')).toBeVisible();
  await expect(page.locator('header input').first()).toHaveValue('Here');
});
