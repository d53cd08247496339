import { createHmac } from 'node:crypto';
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

const CITIES = ['北京海淀区', '上海浦东新区', '广州天河区'];
const rows = Array.from({ length: 120 }, (_, i) =>
  [`1380013${8000 + i}`, CITIES[i % 3], 18 + ((i * 7) % 60), 10 + ((i * 37) % 900)].join(','),
);
const bytes = `手机号,地区,年龄,消费金额\n${rows.join('\n')}\n`;

test('a telephone number becomes a pseudonym whose key stays in this browser', async ({ page }) => {
  await openStart(page, 'zh');
  await chooseFile(page, { name: '会员.csv', bytes });
  await expectAllFresh(page);
  await cellOf(page, 'load').locator('h2').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.locator('.palette button', { hasText: '隐私' }).click();
  await expectState(page, 'privacy', 'fresh');

  const privacy = cellOf(page, 'privacy');
  const phone = privacy.locator('tr', { hasText: '手机号' });
  await expect(phone).toContainText('100 % 的值是手机号');
  await phone.locator('select').nth(1).selectOption('pseudonymize');
  await expectState(page, 'privacy', 'fresh');
  expect(await violationsIn(page, 'privacy')).toEqual([]);

  // What goes on is the pseudonym, made with the key that only the browser's own store has.
  const key = await page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open('fenqun-secrets');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('keys').objectStore('keys').getAll();
          all.onsuccess = () => resolve([...(all.result[0] as Uint8Array)]);
        };
      }),
  );
  await privacy.getByRole('button', { name: /看表/ }).click();
  const first = privacy.getByRole('grid').locator('[data-row="0"] [data-column="0"]');
  const expected = createHmac('sha256', Buffer.from(key)).update('13800138000').digest('hex');
  await expect(first).toHaveText(expected.slice(0, 24));

  // The cells below read the raw table until they are told.
  await privacy.getByRole('button', { name: '改用这一步的结果' }).click();
  await expectAllFresh(page);
  await expect(privacy.getByRole('button', { name: '改用这一步的结果' })).toHaveCount(0);

  // Nobody below asks for the telephone numbers: they may as well go.
  await privacy.getByRole('button', { name: /^删去后面没有用到的 \d 列/ }).click();
  await expect(phone.locator('select').nth(1)).toHaveValue('drop');
  await expectAllFresh(page);
  await expect(privacy.getByRole('button', { name: /^删去后面/ })).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).first().click();
  await expect(phone.locator('select').nth(1)).toHaveValue('pseudonymize');
});
