import type { ClusterDisplay } from './display';

const NEAR = 0.001;

/** How the restarts compare: relative gaps to the best one. */
export function summarizeRestarts(display: ClusterDisplay): {
  readonly count: number;
  /** Largest (inertia − best) / best; 0 when the best is 0 and all are. */
  readonly largestGap: number;
  /** Restarts within a thousandth of the best, the best included. */
  readonly nearBest: number;
} {
  const best = Math.min(...display.restarts.map((restart) => restart.inertia));
  const gaps = display.restarts.map(({ inertia }) => gapOf(inertia, best));
  return {
    count: gaps.length,
    largestGap: gaps.reduce((most, gap) => Math.max(most, gap), 0),
    nearBest: gaps.filter((gap) => gap < NEAR).length,
  };
}

function gapOf(inertia: number, best: number): number {
  if (inertia <= best) return 0;
  return best > 0 ? (inertia - best) / best : Infinity;
}

/** The restarts with their indexes, the best first, equal ones in order. */
export function restartsByInertia(display: ClusterDisplay) {
  return display.restarts
    .map((restart, i) => ({ restart, i }))
    .sort((a, b) => a.restart.inertia - b.restart.inertia || rank(a.i) - rank(b.i));

  function rank(i: number): number {
    return i === display.best ? -1 : i;
  }
}

/** Decimals that show about seven digits of the largest figure, so that near restarts can be told apart. */
export function inertiaDecimals(figures: readonly number[]): number {
  const largest = Math.max(...figures, 0);
  if (largest === 0) return 0;
  const digits = largest >= 1 ? Math.floor(Math.log10(largest)) + 1 : 1;
  return Math.max(0, Math.min(6, 7 - digits));
}

/** The saved names with one of them changed; gaps are empty names, trailing ones are dropped. */
export function renameSegment(
  names: readonly string[],
  index: number,
  name: string,
): readonly string[] {
  const length = Math.max(names.length, index + 1);
  const renamed = Array.from({ length }, (_, i) => (i === index ? name.trim() : (names[i] ?? '')));
  while (renamed.length > 0 && renamed.at(-1) === '') renamed.pop();
  return renamed;
}
