import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Until everything is computed, and what the caller expects of it holds: what is expected to be
 * quick runs by itself, for the rest the page has a button, which is there for a moment only where
 * nothing waits for it.
 */
export async function runTheRest(
  page: Page,
  run: Locator = page.locator('header .run button').filter({ hasText: /^\s*(运行|Run)\s/ }),
  holds: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await expect(async () => {
    if (await run.isVisible()) await run.click({ timeout: 1_000 });
    const old = page.locator('[data-state]:not([data-state="fresh"])');
    await expect(old).toHaveCount(0, { timeout: 3_000 });
    await holds();
  }).toPass({ timeout: 60_000 });
}
