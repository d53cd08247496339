import type { Page } from '@playwright/test';
import {
  cellOf,
  dropFile,
  expect,
  expectAllFresh,
  expectSaved,
  openStart,
  test,
} from './support/app';
import { runTheRest } from './support/running';
import { drawCustomers, toCsv } from './support/shop';

const names = (page: Page) =>
  page
    .locator('[data-kind="cluster"]')
    .first()
    .locator('.caption input')
    .evaluateAll((fields) =>
      fields.map(
        (field) => (field as HTMLInputElement).value || (field as HTMLInputElement).placeholder,
      ),
    );

/** What stands in the segments table: the number in the mark, and the name. */
const heads = (page: Page) =>
  cellOf(page, 'segments')
    .first()
    .locator('thead th.segment')
    .evaluateAll((all) =>
      all.map((head) => ({
        mark: head.querySelector('svg text')?.textContent,
        fill: getComputedStyle(head.querySelector('svg path')!).fill,
        name: head.querySelector('.name')?.textContent,
      })),
    );

const byName = (list: Awaited<ReturnType<typeof heads>>) =>
  new Map(list.map(({ name, mark, fill }) => [name, `${mark} ${fill}`]));

test('segments keep number, name and colour when k changes; one is looked into', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openStart(page, 'zh');
  await dropFile(page, { name: 'customers.csv', bytes: toCsv(drawCustomers(300, 9)) });
  await expectAllFresh(page);
  const cluster = cellOf(page, 'cluster').first();
  const count = await cluster.locator('.caption input').count();
  for (let i = 0; i < count; i++) {
    const field = cluster.locator('.caption input').nth(i);
    await field.fill(`群${'甲乙丙丁戊己庚辛'[i]}`);
    await field.press('Enter');
  }
  await expect.poll(async () => (await heads(page)).map(({ name }) => name)).toContain('群甲');
  const before = await heads(page);

  await test.step('one more segment: the others stay what they were', async () => {
    await cluster
      .getByRole('button', { name: /个分群$/ })
      .first()
      .click();
    const field = page.getByRole('spinbutton', { name: '簇数 k' });
    await field.fill(String(count + 1));
    await field.press('Enter');
    await expect(cluster.locator('.caption input')).toHaveCount(count + 1);
    await expectAllFresh(page);
    const now = byName(await heads(page));
    const kept = before.filter(({ name }) => now.has(name!));
    expect(kept.length).toBeGreaterThan(count / 2);
    for (const { name, mark, fill } of kept) expect(now.get(name)).toBe(`${mark} ${fill}`);
    await expect(cluster.locator('.since')).toHaveText(/和之前的结果比（.*k \d+ → \d+.*换了群/);
  });

  await test.step('undo brings back the old segments with their names, fresh', async () => {
    await page.getByRole('button', { name: '撤销' }).first().click();
    await expectAllFresh(page);
    await expect.poll(() => heads(page)).toEqual(before);
  });

  await test.step('inside segment 2 the segments are 2.1, 2.2, …', async () => {
    await cellOf(page, 'segments').first().getByRole('button', { name: '往里再分：群乙' }).click();
    const inside = page.locator('[data-kind="cluster"]').nth(1);
    await expect(inside).toHaveAttribute('data-state', 'fresh');
    await expect(inside.locator('.kind')).toContainText('在「群乙」里');
    await expect(inside.locator('.caption input').first()).toHaveAttribute(
      'placeholder',
      '分群 2.1',
    );
    const row = page.locator('.cell-row', { hasText: '分群 2 里再分' });
    await expect(row).toBeVisible();
    await page.locator('.cell-row').first().click();
    await expect(row).toContainText('2.1–2.3');
  });

  await test.step('a table of these segments says 2.1 too', async () => {
    await page.locator('[data-kind="cluster"]').nth(1).locator('h2').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
    await page
      .getByRole('button', { name: /分群表/ })
      .first()
      .click();
    const table = page.locator('[data-kind="segments"]').first();
    await runTheRest(page);
    await expect(table).toHaveAttribute('data-state', 'fresh');
    await expect
      .poll(async () => (await heads(page)).map(({ mark }) => mark).sort())
      .toEqual(['2.1', '2.2', '2.3']);
  });

  await test.step('all of it is there after a reload', async () => {
    const names0 = await names(page);
    await expectSaved(page, 'zh');
    await page.reload();
    await expect(cellOf(page, 'cluster').first()).toHaveAttribute('data-state', 'fresh');
    await expect.poll(() => names(page)).toEqual(names0);
  });
});
