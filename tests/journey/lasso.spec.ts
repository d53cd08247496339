import type { Locator, Page } from '@playwright/test';
import {
  cellOf,
  dropFile,
  expect,
  expectAllFresh,
  expectSaved,
  expectState,
  openStart,
  test,
} from './support/app';
import { violationsIn } from './support/axe';
import { drawCustomers, toCsv } from './support/shop';

const ROWS = 300;

/** Draws round the left part of the picture, Shift held. */
async function lasso(page: Page, cell: Locator): Promise<void> {
  const frame = cell.getByRole('application');
  await frame.scrollIntoViewIfNeeded();
  const box = (await frame.boundingBox())!;
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.keyboard.down('Shift');
  await page.mouse.move(...at(0.1, 0.1));
  await page.mouse.down();
  for (const [x, y] of [
    [0.45, 0.15],
    [0.5, 0.8],
    [0.12, 0.85],
  ] as const) {
    await page.mouse.move(...at(x, y), { steps: 5 });
  }
  await page.mouse.up();
  await page.keyboard.up('Shift');
}

const countIn = async (place: Locator): Promise<number> =>
  Number(/([\d,]+) 行/.exec((await place.textContent()) ?? '')![1]!.replaceAll(',', ''));

test('rows drawn round become a segment, which the segments table shows', async ({ page }) => {
  await openStart(page, 'zh');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(ROWS, 9)) });
  await expectAllFresh(page);
  const cell = cellOf(page, 'scatter');
  const card = cell.getByRole('group', { name: '选中的行' });
  let count = 0;

  await test.step('the card counts them, and Esc drops them', async () => {
    await lasso(page, cell);
    await expect(card).toContainText(/选中 [\d,]+ 行/);
    await cell.getByRole('application').focus();
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await lasso(page, cell);
    count = await countIn(card);
    expect(count).toBeGreaterThan(10);
    expect(count).toBeLessThan(ROWS);
  });

  await test.step('kept, they are a segment of as many rows', async () => {
    await card.getByRole('textbox').fill('要回访');
    await card.getByRole('button', { name: '留作分群' }).click();
    await expectState(page, 'scatter', 'fresh');
    const kept = cell.getByRole('region', { name: '手工分群' });
    await expect(kept.getByRole('textbox')).toHaveValue('要回访');
    expect(await countIn(kept)).toBe(count);
  });

  await test.step('a segments table fed by the plot shows it', async () => {
    await cell.getByRole('button', { name: '在分群表里看' }).click();
    await expect(cellOf(page, 'segments')).toHaveCount(2);
    const table = cellOf(page, 'segments').last();
    await expect(table).toHaveAttribute('data-state', 'fresh');
    const column = table.getByRole('columnheader', { name: /要回访/ });
    await expect(column).toBeVisible();
    await expect(cellOf(page, 'segments').first().getByText('要回访')).toHaveCount(0);
  });

  await test.step('picked out there it dims the others here, until Esc', async () => {
    await cellOf(page, 'segments')
      .last()
      .getByRole('button', { name: /要回访/ })
      .click();
    const inLegend = cell
      .getByRole('group', { name: /^分群/ })
      .getByRole('button', { name: '要回访', exact: true });
    await expect(inLegend).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('status').filter({ hasText: '已突出：要回访' })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(inLegend).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('nothing in the cell keeps anybody out', async () => {
    expect(await violationsIn(page, 'scatter')).toEqual([]);
  });

  await test.step('it is there after a reload, and undone it is gone', async () => {
    await expectSaved(page, 'zh');
    await page.reload();
    const kept = cellOf(page, 'scatter').getByRole('region', { name: '手工分群' });
    await expect(kept.getByRole('textbox')).toHaveValue('要回访');
    expect(await countIn(kept)).toBe(count);
    await kept.getByRole('button', { name: '删除「要回访」' }).click();
    await expect(kept).toHaveCount(0);
    await page.getByRole('button', { name: '撤销' }).first().click();
    await expect(kept.getByRole('textbox')).toHaveValue('要回访');
  });
});
