import type { Page } from '@playwright/test';
import { cellOf, dropFile, expect, expectAllFresh, expectState, test } from './support/app';
import { violationsIn } from './support/axe';
import { openPlainHost } from './support/hosts';
import { drawCustomers, toCsv } from './support/shop';

const JOIN = `SELECT p."区域", count(*) AS n, sum(o."金额") AS "总额"
FROM orders o JOIN regions p ON o."客户" = p."客户"
GROUP BY ALL ORDER BY "总额" DESC`;

const ORDERS = `客户,金额,说明
001,10.5,a
001,20,b
002,,c
003,7,d
009,100,e
`;
const REGIONS = `客户,区域
001,华北
002,华东
003,华北
`;

/** Adds a cell of this name below the selected one. */
async function add(page: Page, name: RegExp) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.getByRole('button', { name }).first().click();
}

/** Adds a cell that reads a file of its own. */
async function load(page: Page, file: { readonly name: string; readonly text: string }) {
  await add(page, /读入数据/);
  const cell = page.locator('[data-kind="load"]').last();
  await cell
    .locator('input[type=file]')
    .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) });
  await expect(cell).toHaveAttribute('data-state', 'fresh');
  await cell.locator('h2').click();
}

const editorIn = (page: Page) => cellOf(page, 'sql').locator('.cm-content');

async function write(page: Page, query: string) {
  await editorIn(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(query);
}

const rowsOf = (page: Page) =>
  cellOf(page, 'sql')
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => Array.from(row.querySelectorAll('td'), (cell) => cell.textContent.trim())),
    );

test('SQL over two tables, with the network cut after the first run', async ({ page, context }) => {
  test.setTimeout(300_000);
  const site = await openPlainHost();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await page.addInitScript(() => localStorage.setItem('fenqun.language', 'zh'));
  await page.goto(site.address);
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(60, 3)) });
  await expectAllFresh(page);
  await cellOf(page, 'load').locator('h2').click();
  await load(page, { name: 'orders.csv', text: ORDERS });
  await load(page, { name: 'regions.csv', text: REGIONS });
  asked.length = 0;
  const before = site.seen.length;

  await test.step('a new cell passes its table on, and loads nothing', async () => {
    await add(page, /SQL/);
    await expectState(page, 'sql', 'fresh');
    await expect(cellOf(page, 'sql').locator('h2')).toHaveText(/regions 的 3 行、2 列原样通过/);
    await cellOf(page, 'sql').getByRole('button', { name: '加一张表: orders' }).click();
    await expect(cellOf(page, 'sql').getByLabel(/^表名: orders\.csv/)).toHaveValue('orders');
    await expect(cellOf(page, 'sql').getByText('从本站载入 SQL 引擎')).toBeVisible();
    expect(site.seen.slice(before)).toEqual([]);
  });

  await test.step('the first run loads the engine, from this site, and the badge counts it', async () => {
    await write(page, JOIN);
    await page.keyboard.press('Control+Enter');
    // 34 MB are unpacked and compiled; a busy machine takes its time.
    await expectState(page, 'sql', 'fresh', 150_000);
    expect(await rowsOf(page)).toEqual([
      ['华北', '3', '37.5'],
      ['华东', '1', '—缺失'],
    ]);
    const names = site.seen.slice(before).map((line) => line.replace(/.*\/|-[\w-]+(?=\.)/g, ''));
    expect(names.sort()).toEqual(['duckdb.wasm.gz', 'sql.worker.js']);
    await expect(page.getByText(/加载后 2 次请求|2 次/).first()).toBeVisible();
  });

  await site.close();
  await context.setOffline(true);

  await test.step('without a network another query runs', async () => {
    await write(page, 'SELECT count(*) AS n, max("金额") AS m FROM orders WHERE "客户" <> \'009\'');
    await page.keyboard.press('Control+Enter');
    await expect(cellOf(page, 'sql').locator('th').first()).toHaveText(/^n/);
    await expectState(page, 'sql', 'fresh');
    expect(await rowsOf(page)).toEqual([['4', '20']]);
  });

  await test.step('an error is underlined where it is', async () => {
    await write(page, 'SELECT "金额", 客护 FROM orders');
    await page.keyboard.press('Control+Enter');
    await expectState(page, 'sql', 'failed');
    await expect(cellOf(page, 'sql').locator('h2')).toHaveText(/没有叫「客护」的列/);
    await expect(cellOf(page, 'sql').locator('.fault')).toHaveText('客护');
    await expect(editorIn(page)).toHaveAttribute('aria-invalid', 'true');
  });

  await test.step('nothing reaches beyond the tables', async () => {
    await write(page, "SELECT * FROM read_csv('https://example.org/x.csv')");
    await page.keyboard.press('Control+Enter');
    await expect(cellOf(page, 'sql').locator('h2')).toHaveText(/这里不能用 read_csv\(\)/);
    await write(page, "ATTACH 'x.db' AS x");
    await page.keyboard.press('Control+Enter');
    await expect(cellOf(page, 'sql').locator('h2')).toHaveText(
      /不能用 ATTACH|file system|disabled/,
    );
  });

  await test.step('a long query is cancelled, and the next one runs', async () => {
    await write(page, 'SELECT sum(a.i * b.i) AS s FROM range(300000) a(i), range(300000) b(i)');
    await page.keyboard.press('Control+Enter');
    await expectState(page, 'sql', 'running');
    await page.keyboard.press('Escape');
    await expect(cellOf(page, 'sql')).not.toHaveAttribute('data-state', 'running', {
      timeout: 1000,
    });
    await write(page, 'SELECT 1 AS one FROM regions');
    await page.keyboard.press('Control+Enter');
    await expect(cellOf(page, 'sql').locator('th').first()).toHaveText(/^one/);
    expect(await rowsOf(page)).toEqual([['1'], ['1'], ['1']]);
  });

  await test.step('columns are completed, and Escape leaves the editor', async () => {
    await write(page, 'SELECT r.');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('SELECT r. FROM regions r');
    for (let i = 0; i < ' FROM regions r'.length; i++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Space');
    const options = cellOf(page, 'sql').locator('.cm-tooltip-autocomplete li');
    await expect(options.first()).toHaveText(/^客户|^区域/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(cellOf(page, 'sql')).toBeFocused();
  });

  await test.step('nothing in the cell keeps anybody out', async () => {
    expect(await violationsIn(page, 'sql')).toEqual([]);
  });
  const away = asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(site.address));
  expect(away).toEqual([]);
});
