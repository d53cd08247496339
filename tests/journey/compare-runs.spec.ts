import type { Locator } from '@playwright/test';
import { cellOf, expect, expectAllFresh, openStart, test } from './support/app';
import { violationsOf } from './support/axe';
import { readSegmentTable, toNumber } from './support/figures';
import { drawCustomers, toCsv } from './support/shop';

/** Figures of a table by row, without its heads. */
function numbersIn(table: Locator): Promise<number[][]> {
  return table.evaluate((found) =>
    [...found.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((value) =>
        Number((value.textContent ?? '').replaceAll(/[,\s]/g, '')),
      ),
    ),
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('a kept run is compared with what came since: parameters, figures, who moved', async ({
  page,
}) => {
  await openStart(page, 'en');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'customers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(toCsv(drawCustomers(300, 9))),
    });
  await expectAllFresh(page);
  const k = (await readSegmentTable(cellOf(page, 'segments'))).get('Share of customers')!.means
    .length;

  await test.step('Ctrl+S keeps the run under a name', async () => {
    await page.locator('main').focus();
    await page.keyboard.press('ControlOrMeta+s');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('before the change');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('k is raised by one, and everything runs', async () => {
    await page.getByRole('link', { name: 'Clustering' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('spinbutton', { name: 'Clusters (k)' }).fill(String(k + 1));
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    await expectAllFresh(page);
  });

  await test.step('the palette opens the comparison', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: /^Find a command/ }).fill('compare');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Then' })).toContainText('before the change');
  });

  const dialog = page.getByRole('dialog', { name: 'Compare two runs' });
  await test.step('exactly the changed parameter differs', async () => {
    const rows = dialog.getByRole('region', { name: 'Parameters that differ' }).locator('tbody tr');
    await expect(rows).toHaveCount(1);
    await expect(rows.locator('td')).toHaveText(['Clusters (k)', String(k), String(k + 1)]);
  });

  await test.step('figures stand side by side', async () => {
    const figures = dialog.locator('[data-pair=cluster] [data-figure=clusters] td.number');
    await expect(figures).toHaveText([String(k), String(k + 1), '+1']);
    const inertia = dialog.locator('[data-pair=cluster] [data-figure=inertia] td.number');
    const [then, now] = (await inertia.allInnerTexts()).map(toNumber);
    expect(now).toBeLessThan(then!);
  });

  await test.step('every row is in the table of who moved, and the headline counts it', async () => {
    const flow = dialog.getByRole('table', { name: /^Where they went/ });
    await expect(flow).toBeVisible();
    const rows = await numbersIn(flow);
    expect(rows).toHaveLength(k);
    expect(rows[0]).toHaveLength(k + 1);
    expect(sum(rows.flat())).toBe(300);
    const stayed = sum(rows.map((row, i) => row[i] ?? 0));
    const headline = `${300 - stayed} of 300 rows are in another segment.`;
    await expect(dialog.locator('.headline')).toHaveText(headline);
    await expect(dialog.getByRole('img', { name: headline })).toBeVisible();
    // Both runs by their marks: in the table with words, in the flow without.
    await expect(flow.getByRole('img', { name: 'segment 1, A, circle' })).toHaveCount(2);
    await expect(dialog.locator('.flow .label svg')).toHaveCount(k + k + 1);
    expect(await violationsOf(page)).toEqual([]);
  });
});
