import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Who asks for violations only need not wait for everything that passes to be described. */
const OPTIONS: RunOptions = { resultTypes: ['violations'], preload: false };

interface Axe {
  run(within: string | Document, options: RunOptions): Promise<AxeResults>;
}

/** What axe finds in the page, or in the part of it that a selector names, as lines that say where. */
export async function violationsOf(page: Page, within?: string): Promise<string[]> {
  // Through the debugger, which no policy of the page concerns.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    ([place, options]): Promise<AxeResults> =>
      (globalThis as unknown as { axe: Axe }).axe.run(place ?? document, options),
    [within, OPTIONS] as const,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** What axe finds in the cell of a kind. */
export const violationsIn = (page: Page, kind: string): Promise<string[]> =>
  violationsOf(page, `[data-kind="${kind}"]`);
