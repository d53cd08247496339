import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

const january = {
  name: '一月.csv',
  mimeType: '',
  buffer: Buffer.from(toCsv(drawCustomers(120, 3))),
};
const february = {
  name: '二月.csv',
  mimeType: '',
  buffer: Buffer.from(toCsv(drawCustomers(80, 4))),
};

test('monthly files become one table, with the rows of both', async ({ page }) => {
  await openStart(page, 'zh');
  await page.locator('input[type=file]').first().setInputFiles([january, february]);
  await page.getByRole('button', { name: '上下拼成一张表' }).click();
  await expectAllFresh(page);
  await expect(cellOf(page, 'load')).toHaveCount(1);
  await expect(cellOf(page, 'load').locator('h2')).toContainText('读入 200 行');
  await expect(page.getByText('二月.csv').first()).toBeVisible();
});

test('different tables get a cell each, and one more may join them later', async ({ page }) => {
  await openStart(page, 'zh');
  await page.locator('input[type=file]').first().setInputFiles([january, february]);
  await page.getByRole('button', { name: '一本笔记本，每个文件一张表' }).click();
  await expectAllFresh(page);
  await expect(cellOf(page, 'load')).toHaveCount(2);
  const titles = cellOf(page, 'load').locator('h2');
  await expect(titles.nth(0)).toContainText('120 行');
  await expect(titles.nth(1)).toContainText('80 行');

  await dropFile(page, { name: '城市.csv', bytes: 'city,people\n北京,10\n上海,20\n' });
  await page.getByRole('button', { name: '加进这本笔记本' }).click();
  await expect(cellOf(page, 'load')).toHaveCount(3);
  await expect(titles.nth(2)).toContainText('读入 2 行、2 列');
  // One step, taken back in one.
  await page.keyboard.press('Escape');
  await page.keyboard.press('z');
  await expect(cellOf(page, 'load')).toHaveCount(2);
});

test('a table of this site is read by its address, asked first; other sites are not asked', async ({
  page,
}) => {
  await openStart(page, 'en');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) asked.push(request.url());
  });
  // The service worker asks for it, on behalf of the page.
  await page
    .context()
    .route('**/data/customers.csv', (route) =>
      route.fulfill({ body: toCsv(drawCustomers(90, 5)), contentType: 'text/csv' }),
    );
  await page.getByRole('button', { name: 'Read from an address…' }).click();
  const field = page.getByRole('textbox', { name: 'Address of the table' });
  await field.fill('https://elsewhere.example/customers.csv');
  await expect(page.getByRole('link', { name: /elsewhere\.example/ })).toBeVisible();
  await field.fill('data/customers.csv');
  await expect(page.getByText(/This asks 127\.0\.0\.1.* once/)).toBeVisible();
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Request and open customers.csv' }).click();
  await expectAllFresh(page);
  await expect(cellOf(page, 'load').locator('h2')).toContainText('90 rows');
  expect(asked.map((url) => new URL(url).pathname)).toEqual(['/deep/path/data/customers.csv']);
});
