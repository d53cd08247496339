import type { Locator, Page } from '@playwright/test';
import {
  cellOf,
  chooseFile,
  dropFile,
  expect,
  expectAllFresh,
  expectState,
  openStart,
  test,
} from './support/app';
import { violationsIn } from './support/axe';
import { drawCustomers, toCsv, type Customer } from './support/shop';

const customers = drawCustomers(3000, 9);

async function openTable(page: Page, name: RegExp): Promise<Locator> {
  const load = cellOf(page, 'load');
  await load.getByRole('button', { name }).click();
  const grid = load.getByRole('grid');
  await expect(grid.locator('[data-row="0"] [data-column="0"]')).not.toHaveText('');
  return grid;
}

const at = (grid: Locator, row: number, column: number) =>
  grid.locator(`[data-row="${row}"] [data-column="${column}"]`);

/** A column of the first rows in view. */
async function columnOf(grid: Locator, column: number, rows = 6): Promise<string[]> {
  const texts: string[] = [];
  for (let row = 0; row < rows; row++) {
    texts.push((await at(grid, row, column).innerText()).trim());
  }
  return texts;
}

const sorted = (by: (one: Customer, other: Customer) => number) => [...customers].sort(by);
const spendOf = ({ spend }: Customer) =>
  spend.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const SPEND = 4;
const COUNTRY = 1;
const BASKET = 5;

test('a table is sorted, filtered, searched and copied below the cell that gives it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStart(page, 'zh');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(customers) });
  await expectAllFresh(page);
  const load = cellOf(page, 'load');
  const grid = await openTable(page, /^看表 3,000 行 × 7 列$/);
  await expect(page.getByText('加载后 0 次网络请求')).toBeVisible();
  expect(await columnOf(grid, SPEND)).toEqual(customers.slice(0, 6).map(spendOf));

  await test.step('sorted by one column, then among equals by another', async () => {
    const head = at(grid, -1, SPEND);
    await head.locator('.name').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    const rising = sorted((one, other) => one.spend - other.spend);
    await expect.poll(() => columnOf(grid, SPEND)).toEqual(rising.slice(0, 6).map(spendOf));
    await head.locator('.name').click();
    const falling = sorted((one, other) => other.spend - one.spend);
    await expect.poll(() => columnOf(grid, SPEND)).toEqual(falling.slice(0, 6).map(spendOf));
    await at(grid, -1, 3).locator('.name').click();
    await head.locator('.name').click({ modifiers: ['Shift'] });
    const both = sorted((one, other) => one.orders - other.orders || one.spend - other.spend);
    await expect.poll(() => columnOf(grid, SPEND)).toEqual(both.slice(0, 6).map(spendOf));
    await load.getByRole('button', { name: '清除筛选和排序' }).click();
    await expect(head).not.toHaveAttribute('aria-sort');
  });

  await test.step('missing values come last, and look like nothing else', async () => {
    await at(grid, -1, BASKET).locator('.name').click();
    await expect(at(grid, -1, BASKET)).toHaveAttribute('aria-sort', 'ascending');
    await at(grid, 0, BASKET).click();
    await page.keyboard.press('Control+ArrowDown');
    const last = at(grid, 2999, BASKET);
    await expect(last).toBeFocused();
    await expect(last).toHaveText('');
    await expect(last).toHaveAccessibleName(/AverageBasket：缺失$/);
    await load.getByRole('button', { name: '清除筛选和排序' }).click();
    await expect(at(grid, 0, 0)).toHaveText(customers[0]!.id);
  });

  await test.step('filtered by a column and searched, with the counts said', async () => {
    const german = customers.filter(({ country }) => country === 'Germany');
    await at(grid, 0, COUNTRY).click();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('dialog', { name: /^Country/ });
    await menu.getByLabel('筛选').selectOption('其中之一');
    await menu.getByRole('checkbox', { name: /^Germany/ }).check();
    const count = german.length.toLocaleString('en');
    await expect(load.getByText(`筛出 ${count} 行，共 3,000 行`)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await load.getByRole('searchbox').fill(german[7]!.id);
    await expect(load.getByText('筛出 1 行，共 3,000 行')).toBeVisible();
    await expect(at(grid, 0, 0)).toHaveText(german[7]!.id);
    const place = customers.indexOf(german[7]!) + 1;
    await expect(grid.locator('[data-row="0"] [role="rowheader"]')).toHaveText(
      place.toLocaleString('en'),
    );
    await load.getByRole('searchbox').fill('nobody has this');
    await expect(load.getByText('没有一行符合。')).toBeVisible();
    await load.getByRole('button', { name: '清除筛选和排序' }).click();
    await expect(load.getByText('共 3,000 行', { exact: true })).toBeVisible();
  });

  await test.step('copied as a spreadsheet takes it', async () => {
    await at(grid, 1, 0).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(load.getByText('选中 2 行 × 2 列')).toBeVisible();
    await page.keyboard.press('Control+c');
    await expect(load.getByText('已复制 2 行 × 2 列。')).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const lines = customers.slice(1, 3).map(({ id, country }) => `${id}\t${country}`);
    expect(text).toBe(lines.join('\n'));
  });
  expect(await violationsIn(page, 'load')).toEqual([]);
});

test('a table is walked through by keyboard alone, and its letters command nothing', async ({
  page,
}) => {
  await openStart(page, 'en', 'dark');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(customers) });
  await expectAllFresh(page);
  const load = cellOf(page, 'load');
  const way = load.getByRole('button', { name: /^See the table/ });
  await way.focus();
  await page.keyboard.press('Enter');
  const grid = load.getByRole('grid');
  await expect(at(grid, 0, 0)).toHaveText(customers[0]!.id);
  const cells = await page.locator('[data-cell]').count();
  await load.getByRole('searchbox').focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  await expect(at(grid, 0, 0)).toBeFocused();

  for (const key of ['j', 'd', 'd', 'x', 'b', 'ArrowRight']) await page.keyboard.press(key);
  await expect(page.locator('[data-cell]')).toHaveCount(cells);
  await expect(at(grid, 0, 1)).toBeFocused();
  await expect(at(grid, 0, 1)).toHaveAccessibleName(`Row 1, Country: ${customers[0]!.country}`);
  await page.keyboard.press('Control+End');
  await expect(at(grid, 2999, 6)).toBeFocused();
  await expect(grid.locator('[data-row="2999"]')).toHaveAttribute('aria-rowindex', '3001');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Home');
  await expect(at(grid, 0, 0)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(at(grid, -1, 0)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(at(grid, -1, 0)).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Alt+ArrowDown');
  const menu = page.getByRole('dialog', { name: /^CustomerID/ });
  await menu.getByRole('button', { name: 'Pin to the left' }).click();
  await page.keyboard.press('Escape');
  await expect(at(grid, -1, 0)).toBeFocused();

  const gap = customers.findIndex(({ basket }) => basket === null);
  await at(grid, 0, BASKET).click();
  await load.getByRole('button', { name: 'Next missing' }).click();
  await expect(at(grid, gap, BASKET)).toBeFocused();
  await load.getByRole('textbox', { name: 'Go to row' }).fill('1,234');
  await page.keyboard.press('Enter');
  await expect(at(grid, 1233, BASKET)).toBeFocused();

  await load.getByRole('button', { name: 'Expand' }).click();
  await expect(at(grid, 1233, BASKET)).toBeFocused();
  expect((await grid.boundingBox())?.height).toBeGreaterThan(600);
  expect(await violationsIn(page, 'load')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(load.getByRole('button', { name: 'Expand' })).toBeVisible();
  await at(grid, 1233, BASKET).click();
  await page.keyboard.press('Escape');
  await expect(way).toBeFocused();
});

test('changing the type of a column reads the file anew, and the table follows', async ({
  page,
}) => {
  await openStart(page, 'en');
  const bytes = 'customer,note,__proto__\n001,,1\n002,"",2\n003,"=1+1",\n';
  await chooseFile(page, { name: 'odd.csv', bytes });
  await expectState(page, 'load', 'fresh');
  const grid = await openTable(page, /^See the table 3 rows × 3 columns$/);
  await expect(at(grid, 0, 0)).toHaveText('001');
  await expect(at(grid, -1, 2)).toContainText('__proto__');
  await expect(at(grid, 2, 2)).toHaveAccessibleName('missing');
  await at(grid, -1, 0).hover();
  await at(grid, -1, 0).getByRole('button').click();
  const menu = page.getByRole('dialog', { name: /^customer/ });
  await menu.getByLabel('Type').selectOption('number');
  await expect(at(grid, 0, 0)).toHaveText('1');
  await expect(at(grid, -1, 0)).toContainText('number');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(at(grid, 0, 0)).toHaveText('001');
});
