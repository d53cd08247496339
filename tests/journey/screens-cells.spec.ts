import type { Page } from '@playwright/test';
import { cellOf, chooseFile, expect, openStart, test } from './support/app';
import { deadControls } from './support/dead-controls';
import { Looks } from './support/dresses';
import { examplePackage, KINDS } from './support/example-package';

const looks = new Looks();
const dead: string[] = [];
let tried = 0;

test.use({ trace: 'off', reducedMotion: 'reduce' });
test.describe.configure({ timeout: 300_000 });

test.afterAll(() => {
  console.log([...looks.violations, ...dead].join('\n'));
  console.log(`${looks}; ${tried} notebooks tried as app and slides, ${dead.length} dead controls`);
});

/** Runs what waits, to the end. */
async function runAll(page: Page): Promise<void> {
  await page.locator('main').first().focus();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  const open = ['waiting', 'running', 'stale'].map((state) => `[data-state="${state}"]`).join();
  await expect(page.locator(open)).toHaveCount(0, { timeout: 120_000 });
  await expect(page.locator('[data-cell] [aria-busy="true"]')).toHaveCount(0);
}

/** Uses every control of the results where they are only read. */
async function useAll(page: Page, kind: string): Promise<void> {
  tried++;
  const note = (mode: string, found: readonly string[]) => {
    dead.push(...found.map((control) => `${kind}, ${mode}: ${control}`));
    expect.soft(found, `${kind}, ${mode}: controls that change nothing`).toEqual([]);
  };
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.insertText('Show as app');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-mode="app"]')).toBeVisible();
  note('app', await deadControls(page));
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  const present = page.locator('[data-mode="present"]');
  await expect(present).toBeVisible();
  await page.keyboard.press('Home');
  for (let slide = 1; ; slide++) {
    await expect(present).toHaveAttribute('data-slide', String(slide));
    note(`slide ${slide}`, await deadControls(page));
    const next = page.getByRole('button', { name: /^Next/ });
    if (await next.isDisabled()) break;
    await next.click();
  }
}

for (const kind of KINDS) {
  test(`${kind}: its example`, async ({ page }) => {
    await openStart(page, 'en');
    await expect(page.locator('html[data-ready="true"]')).toBeAttached();
    await chooseFile(page, await examplePackage(kind));
    await expect(cellOf(page, kind).first()).toBeVisible();
    await runAll(page);
    await cellOf(page, kind).first().locator('h2').first().click();
    await page.keyboard.press('Enter');
    await looks.at(page, kind, { widths: [1280, 390] });
    await useAll(page, kind);
  });
}
