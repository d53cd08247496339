import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

/** The script to add to a page before it opens. */
export const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds, as lines that say where. */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate((): Promise<AxeResults> =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
