import type { Page } from '@playwright/test';
import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { violationsIn } from './support/axe';
import { drawCustomers, toCsv } from './support/shop';

/** Asks for one segment fewer, as the form of the clustering takes it. */
async function askForFewer(page: Page): Promise<void> {
  await cellOf(page, 'cluster').locator('h2').click();
  await page.keyboard.press('Enter');
  const field = page.getByRole('spinbutton', { name: '簇数 k' });
  await field.fill(String(Number(await field.inputValue()) - 1));
  await field.press('Enter');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expectAllFresh(page);
}

test('personas are named, written about, and say when a new run makes them untrue', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openStart(page, 'zh');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(400, 9)) });
  await expectAllFresh(page);
  const cell = cellOf(page, 'persona');
  const cards = cell.getByRole('article');
  const names = () => cards.locator('h3').allInnerTexts();
  const suggested = await names();

  await test.step('every segment has a card with a name of its own, as a suggestion', async () => {
    expect(suggested.length).toBeGreaterThan(1);
    expect(new Set(suggested).size).toBe(suggested.length);
    await expect(cell.getByText('建议的名字')).toHaveCount(suggested.length);
    await expect(
      cards
        .first()
        .getByText(/95\s%\s区间.*与其余的差.*n\s=\s\d+/)
        .first(),
    ).toBeVisible();
    await expect(cellOf(page, 'segments').getByText(suggested[0]!)).toHaveCount(0);
  });

  await test.step('one press takes all names, and every cell shows them', async () => {
    await cell.getByRole('button', { name: '采用全部名字' }).click();
    await expect(cell.getByText('建议的名字')).toHaveCount(0);
    for (const name of suggested) {
      await expect(cellOf(page, 'segments').getByTitle(name, { exact: true })).toHaveCount(1);
    }
    await expect(cellOf(page, 'scatter').getByText(suggested[0]!).first()).toBeVisible();
  });

  await test.step('a name is written anew in its place; undo takes each back', async () => {
    await cards
      .first()
      .getByRole('button', { name: /的名字$/ })
      .click();
    await page.keyboard.type('秋天的老朋友');
    await page.keyboard.press('Enter');
    await expect(cellOf(page, 'segments').getByTitle('秋天的老朋友')).toHaveCount(1);
    await page.getByRole('button', { name: '撤销' }).first().click();
    await expect(cards.first().locator('h3')).toHaveText(suggested[0]!);
  });

  await test.step('a mark picks its segment out in every view', async () => {
    const mark = cards.first().getByRole('button', { name: /突出这一群$/ });
    await mark.click();
    await expect(mark).toHaveAttribute('aria-pressed', 'true');
    await mark.click();
    await expect(mark).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('axe finds nothing wrong', async () => {
    expect(await violationsIn(page, 'persona')).toEqual([]);
  });

  const kept = cell.locator('li[data-written="true"]');
  await test.step('sentences are kept as they are or in own words', async () => {
    for (let card = 0; card < suggested.length; card++) {
      await cards
        .nth(card)
        .getByRole('button', { name: /^改写这一句/ })
        .first()
        .click();
      if (card === 0) await page.getByRole('textbox', { name: '这一句' }).fill('最近没来。');
      await cards.nth(card).getByRole('button', { name: '保留', exact: true }).click();
    }
    await expect(kept).toHaveCount(suggested.length);
    await expect(cards.first().getByText('最近没来。')).toBeVisible();
    await expect(cell.getByText(/^过期/)).toHaveCount(0);
  });

  await test.step('another number of segments makes some of them stale, old and new shown', async () => {
    await askForFewer(page);
    await expect(cell.getByText(/^过期：/).first()).toBeVisible();
    await expect(cell.getByText(/^过期：(全体 )?\S+( %)? → \S+( %)?$/).first()).toBeVisible();
  });

  await test.step('updating one makes it say what is now', async () => {
    const stale = kept
      .filter({ hasText: /过期：[^全]+ → / })
      .filter({ hasNotText: '最近没来。' })
      .first();
    const update = stale.getByRole('button', { name: '更新' });
    const count = await cell.getByText(/^过期/).count();
    await update.click();
    await expect(cell.getByText(/^过期/)).toHaveCount(count - 1);
  });

  await test.step('undo brings back the run in which all of them are true', async () => {
    await page.getByRole('button', { name: '撤销' }).first().click();
    await page.getByRole('button', { name: '撤销' }).first().click();
    await expectAllFresh(page);
    await expect(kept).toHaveCount(suggested.length);
    await expect(cell.getByText(/^过期/)).toHaveCount(0);
  });
});
