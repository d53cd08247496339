import { meanInterval, welchInterval, type Moments } from '../../metrics/intervals';
import type { PersonaFigure, PersonaLine } from './display';
import { OUTSIDE, type Membership } from './membership';

const BLOCK = 1 << 18;

export interface NumberSummary {
  readonly line: Omit<PersonaLine, 'column' | 'isFeature'>;
  /** Share of the sum by segment; null where a value is below zero or the sum is zero. */
  readonly shares: readonly number[] | null;
}

/**
 * A number or date column by segment, missing values left out; null when everyone with a value has
 * the same. Two passes: means, then squared deviations from them, which lose nothing for values far
 * from zero. Pauses after each block of rows.
 */
export function* summarizeNumbers(
  values: Float64Array,
  membership: Membership,
): Generator<void, NumberSummary | null> {
  const { sums, counts, least } = yield* addUp(values, membership);
  const means = sums.map((sum, group) => (counts[group]! > 0 ? sum / counts[group]! : 0));
  const squares = yield* addSquares(values, membership, means);
  const groups = Array.from(means, (mean, group): Moments => ({
    count: counts[group]!,
    mean,
    squares: squares[group]!,
  }));
  const everyone = pooled(groups);
  const deviation = Math.sqrt(everyone.squares / everyone.count);
  // Of equal values the sum may round, so that the deviation is a trace above zero.
  if (!(deviation > Math.abs(everyone.mean) * 1e-12)) return null;
  const hasRatio = least >= 0 && everyone.mean > 0;
  const total = everyone.mean * everyone.count;
  const segments = groups.slice(0, membership.clusters);
  return {
    line: {
      level: null,
      overall: everyone.mean,
      deviation,
      hasRatio,
      figures: segments.map((_, segment) => figureOf(groups, segment)),
    },
    shares: hasRatio ? segments.map((_, segment) => sums[segment]! / total) : null,
  };
}

function figureOf(groups: readonly Moments[], segment: number): PersonaFigure {
  const own = groups[segment]!;
  if (own.count === 0) return { count: 0, value: null, interval: null, difference: null };
  const others = pooled(groups.filter((_, group) => group !== segment));
  return {
    count: own.count,
    value: own.mean,
    interval: meanInterval(own),
    difference: welchInterval(own, others),
  };
}

/** Several groups as one: squares within them and of their means about the common mean. */
function pooled(groups: readonly Moments[]): Moments {
  let [count, sum, squares] = [0, 0, 0];
  for (const group of groups) {
    count += group.count;
    sum += group.count * group.mean;
  }
  const mean = count > 0 ? sum / count : 0;
  for (const group of groups) squares += group.squares + group.count * (group.mean - mean) ** 2;
  return { count, mean, squares };
}

function* addUp(values: Float64Array, { groups, clusters }: Membership) {
  const sums = new Float64Array(clusters + 1);
  const counts = new Float64Array(clusters + 1);
  let least = Infinity;
  for (let row = 0; row < values.length; row++) {
    if (row % BLOCK === 0) yield;
    const value = values[row]!;
    const group = groups[row]!;
    if (group === OUTSIDE || Number.isNaN(value)) continue;
    sums[group]! += value;
    counts[group]!++;
    if (value < least) least = value;
  }
  return { sums, counts, least };
}

function* addSquares(
  values: Float64Array,
  { groups, clusters }: Membership,
  means: Float64Array,
): Generator<void, Float64Array> {
  const squares = new Float64Array(clusters + 1);
  for (let row = 0; row < values.length; row++) {
    if (row % BLOCK === 0) yield;
    const value = values[row]!;
    const group = groups[row]!;
    if (group === OUTSIDE || Number.isNaN(value)) continue;
    squares[group]! += (value - means[group]!) ** 2;
  }
  return squares;
}
