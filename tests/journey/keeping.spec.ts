import { KillableBrowser, openBlank, visit } from '../hostile/storage/browser';
import { pageWithJournal, typeTitles, type Journal } from '../hostile/storage/journal';
import { readRows } from '../hostile/storage/rows';
import { expect, openStart, test } from './support/app';

/** The short version of `npm run hostile:storage`. */
test('a browser that is killed twice while somebody types has lost nothing it called saved', async () => {
  const browser = new KillableBrowser();
  try {
    let address: string | undefined;
    let before: Journal | null = null;
    for (let kill = 0; kill <= 2; kill++) {
      const { page, journal } = await pageWithJournal(await browser.start());
      await visit(page, address);
      address ??= await openBlank(page);
      await page.waitForSelector('[data-save=saved]');
      const rows = await readRows(page);
      expect(rows).toMatchObject({ isTorn: false });
      const kept = Number(/^edit (\d+)/.exec(rows?.title ?? '')?.[1] ?? 0);
      expect(kept).toBeGreaterThanOrEqual(before?.saved ?? 0);
      if (kill === 2) break;
      await typeTitles(page);
      await expect.poll(() => journal.saved).toBeGreaterThan(0);
      before = journal;
      await browser.kill();
    }
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
