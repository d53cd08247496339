import type { ColumnMeta } from '../../core/values';
import type { SegmentLine } from './display';

/** Rows of the table by segment: `labels[row]` is a segment, `NOBODY` for rows in no segment, or `OUTSIDE`. */
export interface Membership {
  readonly labels: Int32Array;
  readonly clusters: number;
}

/** A clustered row without a segment (noise): one of everyone, but in no column of the table. */
export const NOBODY = -1;
/** A row that never entered the clustering. */
export const OUTSIDE = -2;

/** Sums of one column over everyone and each segment, over rows with a value. */
interface Sums {
  readonly sums: Float64Array;
  readonly present: Float64Array;
  readonly sum: number;
  readonly count: number;
  readonly min: number;
}

function addUp(values: Float64Array, { labels, clusters }: Membership): Sums {
  const sums = new Float64Array(clusters);
  const present = new Float64Array(clusters);
  let [sum, count, min] = [0, 0, Infinity];
  for (let row = 0; row < values.length; row++) {
    const label = labels[row]!;
    const value = values[row]!;
    if (label === OUTSIDE || Number.isNaN(value)) continue;
    sum += value;
    count++;
    if (value < min) min = value;
    if (label === NOBODY) continue;
    sums[label]! += value;
    present[label]!++;
  }
  return { sums, present, sum, count, min };
}

/** Population standard deviation over everyone with a value. */
function deviationOf(values: Float64Array, labels: Int32Array, mean: number): number {
  let [squares, count] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (labels[row] === OUTSIDE || Number.isNaN(values[row]!)) continue;
    squares += (values[row]! - mean) ** 2;
    count++;
  }
  return Math.sqrt(squares / count);
}

export interface LineOf {
  readonly column: ColumnMeta;
  readonly isFeature: boolean;
  readonly isAdditive: boolean;
}

/**
 * The line of a number column, or null when everyone with a value has the same one: means in
 * original units, TGI = 100 × mean / overall mean (null unless all values are ≥ 0 and their mean
 * above 0), effect = (mean − overall) / deviation of everyone.
 */
export function summarizeNumbers(
  { column, isFeature, isAdditive }: LineOf,
  values: Float64Array,
  membership: Membership,
): SegmentLine | null {
  const { sums, present, sum, count, min } = addUp(values, membership);
  const overall = sum / count;
  const deviation = count > 0 ? deviationOf(values, membership.labels, overall) : 0;
  // Of equal values the sum may round, so that the deviation is a trace above zero.
  if (!(deviation > Math.abs(overall) * 1e-12)) return null;
  const means = Array.from(sums, (part, c) => (present[c]! > 0 ? part / present[c]! : null));
  const hasTgi = min >= 0 && overall > 0;
  return {
    column,
    level: null,
    isFeature,
    overall,
    means,
    tgi: means.map((mean) => (mean === null || !hasTgi ? null : (100 * mean) / overall)),
    effect: means.map((mean) => (mean === null ? null : (mean - overall) / deviation)),
    present: Array.from(present),
    sumShare: isAdditive && hasTgi ? Array.from(sums, (part) => part / sum) : null,
  };
}

/**
 * One line a level (index into the levels of `codes`, −1 missing): shares among rows with a value,
 * TGI = 100 × share / overall share, effect in deviations √(p (1 − p)) of everyone.
 */
export function summarizeLevel(
  { column, isFeature }: LineOf,
  { level, counts }: { readonly level: string; readonly counts: LevelCounts },
  code: number,
): SegmentLine {
  const { clusters, present, total } = counts;
  const overall = counts.everyone[code]! / total;
  const deviation = Math.sqrt(overall * (1 - overall));
  const means = Array.from({ length: clusters }, (_, c) =>
    present[c]! > 0 ? counts.inSegment[code * clusters + c]! / present[c]! : null,
  );
  return {
    column,
    level,
    isFeature,
    overall,
    means,
    tgi: means.map((mean) => (mean === null || overall === 0 ? null : (100 * mean) / overall)),
    effect: means.map((mean) =>
      mean === null || deviation === 0 ? null : (mean - overall) / deviation,
    ),
    present: Array.from(present),
    sumShare: null,
  };
}

/** How often each level occurs among everyone and in each segment. */
export interface LevelCounts {
  readonly clusters: number;
  readonly everyone: Float64Array;
  /** Row-major levels × segments. */
  readonly inSegment: Float64Array;
  /** Rows with a value, in each segment and among everyone. */
  readonly present: Float64Array;
  readonly total: number;
}

export function countLevels(
  codes: Int32Array,
  levels: number,
  { labels, clusters }: Membership,
): LevelCounts {
  const everyone = new Float64Array(levels);
  const inSegment = new Float64Array(levels * clusters);
  const present = new Float64Array(clusters);
  let total = 0;
  for (let row = 0; row < codes.length; row++) {
    const [code, label] = [codes[row]!, labels[row]!];
    if (code < 0 || label === OUTSIDE) continue;
    everyone[code]!++;
    total++;
    if (label === NOBODY) continue;
    inSegment[code * clusters + label]!++;
    present[label]!++;
  }
  return { clusters, everyone, inSegment, present, total };
}
