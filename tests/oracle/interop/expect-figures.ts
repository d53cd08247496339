import { expect } from 'vitest';
import type { AudienceDisplay } from '../../../src/cells/audience/display';
import type { ChooseKDisplay } from '../../../src/cells/choose-k/display';
import type { EvaluateDisplay } from '../../../src/cells/evaluate/display';
import type { HeatmapDisplay } from '../../../src/cells/heatmap/display';
import type { ParallelDisplay } from '../../../src/cells/parallel/display';

/** What Python found for the cells of the case `figures`. */
export interface RecordedFigures {
  readonly evaluate: Indices;
  readonly 'choose-k': Readonly<Record<string, Indices & { readonly inertia: number }>>;
  /** By segment: a number a column. */
  readonly heatmap: Readonly<Record<string, readonly number[]>>;
  /** By segment and share, `(0, 0.25)`: a number a column. */
  readonly parallel: Readonly<Record<string, readonly number[]>>;
  readonly audience: { readonly rows: number; readonly sizes: readonly number[] };
}

interface Indices {
  readonly silhouette: number;
  readonly 'Calinski–Harabasz': number;
  readonly 'Davies–Bouldin': number;
}

const INDICES = {
  silhouette: 'silhouette',
  'Calinski–Harabasz': 'calinskiHarabasz',
  'Davies–Bouldin': 'daviesBouldin',
} as const;

/** Within a share of what was expected. */
function expectNear(found: number | null | undefined, expected: number, within: number): void {
  const far = Math.abs((found ?? Infinity) - expected) / Math.max(1e-3, Math.abs(expected));
  expect(far, `${String(found)} for ${expected}`).toBeLessThanOrEqual(within);
}

/** The page's figures are those that the script finds; `choose-k` starts elsewhere, so nearly. */
export function expectFigures(displays: ReadonlyMap<string, unknown>, of: RecordedFigures): void {
  const shown = <T>(id: string): T => displays.get(id) as T;
  const evaluated = shown<EvaluateDisplay>('evaluate');
  for (const [theirs, ours] of Object.entries(INDICES)) {
    expectNear(evaluated[ours], of.evaluate[theirs as keyof Indices], 1e-5);
  }
  const { candidates } = shown<ChooseKDisplay>('choose-k');
  expect(candidates.map(({ clusters }) => String(clusters))).toEqual(Object.keys(of['choose-k']));
  for (const candidate of candidates) {
    const expected = of['choose-k'][candidate.clusters]!;
    expectNear(candidate.inertia, expected.inertia, 0.005);
    for (const [theirs, ours] of Object.entries(INDICES)) {
      expectNear(candidate[ours], expected[theirs as keyof Indices], 0.05);
    }
  }
  const columns = shown<HeatmapDisplay>('heatmap').lines;
  columns.forEach(({ effects }, j) => {
    effects.forEach((effect, segment) => expectNear(effect, of.heatmap[segment]![j]!, 1e-9));
  });
  shown<ParallelDisplay>('parallel').lines.forEach(({ segments }, j) => {
    segments.forEach((found, segment) => {
      [0.25, 0.5, 0.75].forEach((share, i) => {
        expectNear(found?.values[i], of.parallel[`(${segment}, ${share})`]![j]!, 1e-12);
      });
    });
  });
  const { sizes } = shown<AudienceDisplay>('audience');
  const chosen = [1, 3].map((segment) => sizes[segment]);
  expect(of.audience).toEqual({ rows: chosen[0]! + chosen[1]!, sizes: chosen });
}
