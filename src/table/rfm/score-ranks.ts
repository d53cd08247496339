import { sortNumbers } from '../sort-numbers';

/** Scores run from 1 to 5. */
export const SCORES = 5;
/** Where nothing can be ranked: every customer has the same value. */
const MIDDLE = 3;
const BLOCK = 1 << 15;

/** How customers are ranked: the larger the better, or (recency) the smaller. */
export type Better = 'larger' | 'smaller';

/**
 * Scores by rank, equal values alike: 1 + ⌊5 × share of customers with a worse value⌋; in pandas
 * `(rank(method="min") - 1) * 5 // n + 1`. All 3 when every value is the same. Missing (NaN) is 0.
 */
export function* scoreByShare(
  values: Float64Array,
  better: Better,
): Generator<void, Uint8Array<ArrayBuffer>> {
  const signed = yield* presentOf(values, better);
  const sorted = yield* sortNumbers(signed);
  const n = sorted.length;
  const scores = new Uint8Array(values.length);
  const isFlat = n === 0 || sorted[0] === sorted[n - 1];
  for (let i = 0; i < values.length; i++) {
    const value = better === 'larger' ? values[i]! : -values[i]!;
    if (!Number.isNaN(value)) {
      scores[i] = isFlat ? MIDDLE : 1 + Math.floor((SCORES * countBelow(sorted, value)) / n);
    }
    if ((i & (BLOCK / 4 - 1)) === 0) yield;
  }
  return scores;
}

/**
 * Five groups as equal in size as can be: `pandas.qcut(values.rank(method="first"), 5)`. Equal
 * values are told apart by the order of customers. All 3 when every value is the same.
 */
export function* scoreByFifths(
  values: Float64Array,
  better: Better,
): Generator<void, Uint8Array<ArrayBuffer>> {
  const signed = yield* presentOf(values, better);
  const sorted = yield* sortNumbers(signed);
  const n = sorted.length;
  const scores = new Uint8Array(values.length);
  const isFlat = n === 0 || sorted[0] === sorted[n - 1];
  /** How many of a value came already, at the place where the value begins. */
  const passed = new Int32Array(n);
  for (let i = 0; i < values.length; i++) {
    const value = better === 'larger' ? values[i]! : -values[i]!;
    if (!Number.isNaN(value)) {
      const begin = countBelow(sorted, value);
      const before = begin + passed[begin]!++;
      scores[i] = isFlat ? MIDDLE : Math.max(1, Math.ceil((SCORES * before) / (n - 1)));
    }
    if ((i & (BLOCK / 4 - 1)) === 0) yield;
  }
  return scores;
}

/** Four edges, ascending: at most the first is one end of the scores, above the last the other. */
export function scoreByEdges(
  values: Float64Array,
  edges: readonly number[],
  better: Better,
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(values, (value) => {
    if (Number.isNaN(value)) return 0;
    const above = edges.filter((edge) => value > edge).length;
    return better === 'larger' ? 1 + above : SCORES - above;
  });
}

/** Edges that cut the values into fifths, rounded to two digits for people to read. */
export function* roundEdges(values: Float64Array): Generator<void, readonly number[]> {
  const sorted = yield* sortNumbers(yield* presentOf(values, 'larger'));
  if (sorted.length === 0) return [1, 2, 3, 4];
  const cuts = [1, 2, 3, 4].map((k) => sorted[Math.ceil((k * sorted.length) / SCORES) - 1]!);
  return cuts.map((cut) => Number(cut.toPrecision(2)));
}

function* presentOf(values: Float64Array, better: Better): Generator<void, Float64Array> {
  const present = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    // "+ 0" makes −0 the same as 0, which the platform's sort tells apart.
    if (!Number.isNaN(values[i]!))
      present[count++] = (better === 'larger' ? 1 : -1) * values[i]! + 0;
    if ((i & (BLOCK - 1)) === 0) yield;
  }
  return present.slice(0, count);
}

/** How many of the sorted values are below this one. */
function countBelow(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
