/** Values of fewer rows are never shown by themselves. */
export const LEAST_ROWS = 5;
/** So few distinct numbers are taken as they are, like categories. */
const FEW_DISTINCT = 20;
const MOST_KNOTS = 200;

/** How the values of one column are spread, without any single one of them. */
export interface Marginal {
  /** Share of rows without a value. */
  readonly missing: number;
  /** The value at a place in the order of all values, for 0 < u < 1; NaN: none can be told. */
  readonly at: (u: number) => number;
}

/**
 * The spread of numbers. Few distinct ones keep their shares, where fewer than five rows have one
 * it joins its neighbour; of many, means of at least five neighbours each are joined by lines, so
 * that no value, the extremes among them, is anybody's own.
 * @param sorted the numbers that are present, ascending
 */
export function marginalOf(sorted: Float64Array, rows: number): Marginal {
  const missing = rows === 0 ? 0 : 1 - sorted.length / rows;
  if (sorted.length < 2 * LEAST_ROWS) return { missing: 1, at: () => NaN };
  const steps = stepsOf(sorted);
  if (steps) return { missing, at: (u) => stepAt(steps, u) };
  const means = meansOf(sorted);
  const decimals = decimalsOf(sorted);
  return { missing, at: (u) => rounded(lineAt(means, u), decimals) };
}

interface Step {
  readonly value: number;
  /** Share of the present rows up to and with this value. */
  readonly upTo: number;
}

/** Null where there are too many distinct values. */
function stepsOf(sorted: Float64Array): readonly Step[] | null {
  const found: { value: number; count: number }[] = [];
  for (const value of sorted) {
    const last = found.at(-1);
    if (last?.value === value) last.count++;
    else found.push({ value, count: 1 });
    if (found.length > FEW_DISTINCT) return null;
  }
  const kept: { value: number; count: number }[] = [];
  let waiting = 0;
  for (const { value, count } of found) {
    if (count < LEAST_ROWS) waiting += count;
    else {
      kept.push({ value, count: count + waiting });
      waiting = 0;
    }
  }
  const last = kept.at(-1);
  if (!last) return null;
  last.count += waiting;
  let sum = 0;
  return kept.map(({ value, count }) => ({ value, upTo: (sum += count) / sorted.length }));
}

function stepAt(steps: readonly Step[], u: number): number {
  return (steps.find(({ upTo }) => u <= upTo) ?? steps.at(-1)!).value;
}

function meansOf(sorted: Float64Array): Float64Array {
  const knots = Math.min(MOST_KNOTS, Math.floor(sorted.length / LEAST_ROWS));
  return Float64Array.from({ length: knots }, (_, i) => {
    const from = Math.floor((i * sorted.length) / knots);
    const to = Math.floor(((i + 1) * sorted.length) / knots);
    let sum = 0;
    for (let j = from; j < to; j++) sum += sorted[j]!;
    return sum / (to - from);
  });
}

function lineAt(means: Float64Array, u: number): number {
  const place = Math.max(0, Math.min(means.length - 1, u * means.length - 0.5));
  const below = Math.floor(place);
  const above = Math.min(means.length - 1, below + 1);
  return means[below]! + (place - below) * (means[above]! - means[below]!);
}

/** How many decimals the numbers are written with; −1: more than six. */
function decimalsOf(values: Float64Array): number {
  for (let decimals = 0; decimals <= 6; decimals++) {
    const scale = 10 ** decimals;
    if (values.every((x) => Math.abs(x * scale - Math.round(x * scale)) < 1e-6)) return decimals;
  }
  return -1;
}

function rounded(value: number, decimals: number): number {
  if (decimals < 0) return value;
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
