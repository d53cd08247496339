import type { Page } from '@playwright/test';
import {
  cellOf,
  dropFile,
  expect,
  expectAllFresh,
  expectState,
  openStart,
  test,
} from './support/app';
import { violationsIn } from './support/axe';
import { drawCustomers, toCsv } from './support/shop';

async function addRules(page: Page) {
  await cellOf(page, 'segments').locator('h2').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.getByRole('button', { name: /^理解 规则/ }).click();
  const cell = cellOf(page, 'explain');
  await expectState(page, 'explain', 'fresh');
  return cell;
}

test('rules say who is in each segment, and are copied as text and as SQL', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStart(page, 'zh');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(300, 9)) });
  await expectAllFresh(page);
  const cell = await addRules(page);
  await expect(cell.locator('h2')).toHaveText(/规则，对没学过的行说对\s[\d.]+\s%\s的分群。$/);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  await test.step('as text: a line for every rule shown', async () => {
    await cell.getByRole('button', { name: '复制文字' }).click();
    await expect(cell.getByText('已复制')).toBeVisible();
    expect((await copied()).split('\n')).toHaveLength(await cell.locator('tbody tr').count());
  });

  await test.step('as SQL: one CASE', async () => {
    await cell.getByRole('button', { name: '复制 SQL' }).click();
    await expect.poll(copied).toMatch(/^CASE\n( {2}WHEN .+ THEN '.+'\n)+END$/);
  });

  await test.step('nothing in the cell keeps anybody out', async () => {
    expect(await violationsIn(page, 'explain')).toEqual([]);
  });
});
