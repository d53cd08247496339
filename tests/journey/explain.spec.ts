import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import {
  cellOf,
  dropFile,
  expect,
  expectAllFresh,
  expectState,
  openStart,
  test,
} from './support/app';
import { drawCustomers, toCsv } from './support/shop';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

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
  await page.addInitScript({ path: AXE });
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
    const found = await page.evaluate(async () => {
      // The script that was added before the page began.
      const { axe } = window as unknown as { axe: { run: (at: string) => Promise<AxeResults> } };
      return (await axe.run('[data-kind="explain"]')).violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);
  });
});
