import { violationsOf } from './support/axe';
import { dropFile, expect, openStart, test } from './support/app';

const PASSPHRASE = '东风夜放花千树，更吹落星如雨';
const TITLE = '不外传的会员';
const rows = Array.from(
  { length: 60 },
  (_, i) => `${20 + (i % 3) * 20},${100 + (i % 3) * 300 + i}`,
);
const csv = `age,spend\n${rows.join('\n')}\n`;

test('a protected notebook: encrypted, locked, refused, unlocked with the same segments', async ({
  page,
}) => {
  await openStart(page, 'zh');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await dropFile(page, { name: 'members.csv', bytes: csv });
  const title = page.locator('header input.title');
  await expect(page.locator('.run .calm')).toBeVisible();
  await title.fill(TITLE);
  await title.press('Enter');
  const finding = page.locator('[data-kind=segments] h2').first();
  const before = await finding.textContent();

  await page.getByRole('button', { name: '用口令保护' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog.getByRole('alert')).toContainText('口令不能为空');
  await dialog.locator('input[type=password]').first().fill(PASSPHRASE);
  await dialog.locator('input[type=password]').nth(1).fill(PASSPHRASE);
  expect(await violationsOf(page)).toEqual([]);
  await dialog.locator('button[type=submit]').click();
  const lock = page.getByRole('button', { name: '受口令保护' });
  await expect(lock).toBeVisible();
  await expect(page).not.toHaveTitle(new RegExp(TITLE));

  await lock.click();
  await page.getByRole('button', { name: '立即锁定' }).click();
  const unlock = page.locator('main input[type=password]');
  await unlock.fill('东风');
  expect(await violationsOf(page)).toEqual([]);
  await unlock.press('Enter');
  await expect(page.getByRole('alert')).toContainText('口令不对');
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await unlock.fill(PASSPHRASE);
  await unlock.press('Enter');
  await expect(title).toHaveValue(TITLE);
  await expect(finding).toHaveText(before ?? '');

  // Locked in one tab, it is locked in all of them at once.
  const other = await page.context().newPage();
  await other.goto(page.url());
  const otherUnlock = other.locator('main input[type=password]');
  await otherUnlock.fill(PASSPHRASE);
  await otherUnlock.press('Enter');
  await expect(other.locator('[data-tab=following]')).toBeVisible();
  await page.getByRole('button', { name: '受口令保护' }).click();
  await page.getByRole('button', { name: '立即锁定' }).click();
  await expect(unlock).toBeVisible();
  await expect(otherUnlock).toBeVisible();
  await expect(other.getByText(TITLE)).toHaveCount(0);
  await other.close();

  // Left alone for the quarter of an hour that it allows, it locks itself with what was typed.
  await page.clock.install();
  await page.reload();
  await unlock.fill(PASSPHRASE);
  await unlock.press('Enter');
  await expect(title).toHaveValue(TITLE);
  await title.fill(`${TITLE}二`);
  await page.clock.fastForward(14 * 60_000);
  await expect(title).toHaveValue(`${TITLE}二`);
  await page.clock.fastForward(2 * 60_000);
  await expect(unlock).toBeVisible();
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await unlock.fill(PASSPHRASE);
  await unlock.press('Enter');
  await expect(title).toHaveValue(`${TITLE}二`);
  await expect(finding).toHaveText(before ?? '');

  await page.reload();
  await expect(unlock).toBeVisible();
  await page.getByRole('button', { name: '回到开始页' }).click();
  await expect(page.getByRole('link', { name: /已锁定的笔记本/ })).toBeVisible();
});
