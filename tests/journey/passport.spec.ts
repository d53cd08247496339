import { readFileSync } from 'node:fs';
import { cellOf, dropFile, expect, expectAllFresh, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

test('a passport puts the same customers into the same segments', async ({ page }) => {
  await openStart(page, 'zh');
  await page.locator('html[data-ready=true]').waitFor();
  const file = { name: '会员.csv', bytes: toCsv(drawCustomers(600, 7)) };
  await dropFile(page, file);
  await expectAllFresh(page);

  const caption = cellOf(page, 'cluster').getByRole('textbox').first();
  await caption.fill('老主顾');
  await caption.press('Enter');
  const downloading = page.waitForEvent('download');
  await cellOf(page, 'cluster').getByRole('button', { name: '保存分群护照' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('会员.segments.json');
  const bytes = readFileSync(await download.path());
  const passport = JSON.parse(bytes.toString());
  expect(passport.learnt.same).toBe(passport.learnt.rows);

  await dropFile(page, { name: '会员.segments.json', bytes });
  await expect(cellOf(page, 'note')).toContainText('里面没有任何一行数据');
  await dropFile(page, file);
  const score = cellOf(page, 'score');
  await expect(score).toHaveAttribute('data-state', 'fresh');
  const sizes: string[] = passport.segments.map(({ rows }: { rows: number }) => String(rows));
  await expect(score.locator('tbody th').first()).toContainText('老主顾');
  await expect(score.locator('tbody td:nth-child(2)')).toHaveText(sizes);
  await expect(score).toContainText('100.0 % 回到原来的分群');
  await expect(page.getByText('加载后 0 次网络请求')).toBeVisible();
});
