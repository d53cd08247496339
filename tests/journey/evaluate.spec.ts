import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { violationsIn } from './support/axe';
import { drawCustomers, toCsv } from './support/shop';

test('every segment gets a verdict, which follows the rows that a goal asks for', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openStart(page, 'zh');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(300, 9)) });
  await expectAllFresh(page);
  const cell = cellOf(page, 'evaluate');

  await test.step('clear groups can be used, with what speaks for them', async () => {
    await expect(cell.locator('h2')).toHaveText(/^四群都用得上：稳定度最低 [01]\.\d\d，轮廓系数/);
    await expect(cell.getByText('用得上', { exact: true })).toHaveCount(4);
    await expect(cell.getByText(/换一批行还在（稳定度 [01]\.\d\d）/)).toHaveCount(4);
  });

  await test.step('a segment picked out here is picked out everywhere, until Escape', async () => {
    const pick = cell.getByRole('button', { name: /分群 2/ });
    await pick.click();
    await expect(pick).toHaveAttribute('aria-pressed', 'true');
    const there = cellOf(page, 'segments').locator('button[aria-pressed="true"]');
    await expect(there).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(pick).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('a goal of more rows than a segment has forbids it, and says so', async () => {
    await cell.getByRole('button', { name: '30 行' }).click();
    const field = page.getByRole('spinbutton', { name: '最少行数' });
    await field.fill('50');
    await field.press('Enter');
    await expect(cell.locator('h2')).toHaveText(
      /^四群里三群用得上；「分群 4」别据此行动（只有 30 行，不到 50 行）。$/,
    );
    await expect(cell.getByText('别据此行动', { exact: true })).toBeVisible();
  });

  await test.step('axe finds nothing, wide and on a phone, light and dark', async () => {
    await expectAllFresh(page);
    expect(await violationsIn(page, 'evaluate')).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(cell.locator('li')).toHaveCount(4);
    expect(await violationsIn(page, 'evaluate')).toEqual([]);
    await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
    expect(await violationsIn(page, 'evaluate')).toEqual([]);
  });
});
