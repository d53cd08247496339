import {
  cellOf,
  chooseFile,
  expect,
  expectAllFresh,
  expectState,
  openStart,
  test,
} from './support/app';
import { violationsIn } from './support/axe';

/** Spend says who left, cents say the same as spend, the shop never varies, the dice say nothing. */
const rows = Array.from({ length: 200 }, (_, i) => {
  const spend = 10 + ((i * 37) % 900);
  const isGone = spend + ((i * 13) % 200) > 550 ? 1 : 0;
  return [`M${1000 + i}`, spend, spend * 100, 7, (i * 7919) % 613, isGone].join(',');
});
const bytes = `会员号,消费,消费分,门店,骰子,流失\n${rows.join('\n')}\n`;

test('columns that never vary, repeat others or say nothing of a target go with one press', async ({
  page,
}) => {
  await openStart(page, 'zh');
  await chooseFile(page, { name: '会员.csv', bytes });
  await expectAllFresh(page);
  await cellOf(page, 'load').locator('h2').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.locator('.palette button', { hasText: '选列' }).click();
  await expectState(page, 'select', 'fresh');
  const select = cellOf(page, 'select');
  await expect(select.locator('h2')).toHaveText(
    '5 列里有 1 列和别的列说的一样，1 列几乎或从不变化。',
  );

  await select.getByRole('button', { name: '没有' }).click();
  // Esc right behind the choice closes the form; the run that the choice has started goes on.
  await page
    .locator('label', { hasText: '流失' })
    .first()
    .evaluate((label: HTMLLabelElement) => {
      const { control } = label;
      control?.focus();
      control?.click();
      control?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
  await expect(select.locator('h2')).toHaveText(
    '4 列里有 1 列和别的列说的一样，1 列几乎或从不变化，1 列看不出和「流失」有关。',
  );
  await expect(select.locator('tr', { hasText: '和「消费」说的一样' })).toContainText('|r| 1.00');
  await expect(select.locator('tr', { hasText: '代表「消费分」' })).toContainText('< 0.001');

  await select.getByRole('button', { name: '采纳建议：去掉 3 列' }).click();
  await expectState(page, 'select', 'fresh');
  await expect(select).toContainText('200 × 3 · 去掉 3 列');
  await select.locator('tr', { hasText: '骰子' }).locator('select').selectOption('keep');
  await expect(select).toContainText('200 × 4 · 去掉 2 列');
  expect(await violationsIn(page, 'select')).toEqual([]);

  // On a phone the edge with more columns behind it fades, until they are there.
  await page.setViewportSize({ width: 390, height: 844 });
  const frame = select.locator('.table-frame');
  await expect(frame).toHaveCSS('--fade', '40px');
  await frame.evaluate((scrolled) => scrolled.scrollTo(scrolled.scrollWidth, 0));
  await expect(frame).toHaveCSS('--fade', '0px');
});
