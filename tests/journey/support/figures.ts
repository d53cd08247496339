import type { Locator } from '@playwright/test';
import { expect } from './app';

/** One line of the segments table as it stands on the screen. */
export interface ShownLine {
  readonly everyone: string;
  readonly means: readonly string[];
  readonly tgi: readonly string[];
}

/** The lines of the segments table by the name of their column. */
export async function readSegmentTable(cell: Locator): Promise<Map<string, ShownLine>> {
  const lines = await cell.getByRole('table').evaluate((table) =>
    [...table.querySelectorAll('tbody tr')].map((row) => {
      const textOf = (part: Element): string => (part as HTMLElement).innerText.trim();
      const texts = (selector: string): string[] => [...row.querySelectorAll(selector)].map(textOf);
      const name = textOf(row.querySelector('th')!).replace(/\s+/g, ' ');
      return {
        name,
        everyone: texts('td.everyone').join(''),
        means: texts('.mean'),
        // The word TGI is there for screen readers only.
        tgi: texts('.tgi').map((text) => text.replace(/^TGI\s*/, '')),
      };
    }),
  );
  return new Map(lines.map(({ name, ...line }) => [name, line]));
}

/** The number that a reader takes from a text: `1,317.5`, `−0.4`, `30.3 %` (as a share). */
export function toNumber(text: string): number {
  const plain = text.replace(/[,\s]/g, '').replace('−', '-').replace('+', '');
  return plain.endsWith('%') ? Number(plain.slice(0, -1)) / 100 : Number(plain);
}

/** Half of the last decimal that is shown: as exact as the screen can be. */
function roundingOf(text: string): number {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return (0.5 * 10 ** -decimals) / (text.includes('%') ? 100 : 1);
}

/** The figure on the screen is the number, rounded. */
export function expectFigure(shown: string | undefined, expected: number, what: string): void {
  const text = shown ?? '';
  expect(text, what).toMatch(/\d/);
  const slack = roundingOf(text) * (1 + 1e-9) + 1e-12 * Math.abs(expected);
  expect(Math.abs(toNumber(text) - expected), `${what}: ${text}, ${expected}`).toBeLessThan(slack);
}

/** The mean of what is there; missing is not zero. */
export function meanOf(values: readonly (number | null)[]): number {
  const present = values.filter((value) => value !== null);
  return present.reduce((sum, value) => sum + value, 0) / present.length;
}
