import { expect, type Page } from '@playwright/test';

/**
 * Until everything is computed: what is expected to be quick runs by itself, for the rest the page
 * has a button, which is there for a moment only where nothing waits for it.
 */
export async function runTheRest(page: Page): Promise<void> {
  const run = page.locator('header .run button').filter({ hasText: /^\s*(运行|Run)\s/ });
  await expect(async () => {
    if (await run.isVisible()) await run.click({ timeout: 1_000 });
    const old = page.locator('[data-state]:not([data-state="fresh"])');
    await expect(old).toHaveCount(0, { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
}
