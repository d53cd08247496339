import { orderByValue } from '../order-by-value';

/** A column to be ranked against others. */
export interface Ranked {
  /** NaN is missing. */
  readonly values: Float64Array;
  /** The rows that have a value, by value. */
  readonly order: Uint32Array;
}

/** A column with its rows in order, equal values by row; n log n, yields every few milliseconds. */
export function* rankable(values: Float64Array): Generator<void, Ranked> {
  const present = Uint32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!));
  return { values, order: yield* orderByValue(present, values) };
}

/**
 * Spearman's ρ over the rows that have both, ranked among themselves, equal values sharing their
 * mean rank: as pandas' `corr(method="spearman")`. 0 where one of them does not vary there. Linear.
 */
export function rankCorrelation(
  a: Ranked,
  b: Ranked,
): { readonly r: number; readonly rows: number } {
  const x = ranksAmong(a, b);
  const y = ranksAmong(b, a);
  const middle = (x.count + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < a.order.length; i++) {
    const row = a.order[i]!;
    if (Number.isNaN(b.values[row]!)) continue;
    const [u, v] = [x.ranks[row]! - middle, y.ranks[row]! - middle];
    xy += u * v;
    xx += u * u;
    yy += v * v;
  }
  const r = xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
  return { r: Math.max(-1, Math.min(1, r)), rows: x.count };
}

/** Ranks of a column, by row, among the rows that another has too. */
function ranksAmong(
  { values, order }: Ranked,
  other: Ranked,
): { readonly ranks: Float64Array; readonly count: number } {
  const shared = order.filter((row) => !Number.isNaN(other.values[row]!));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < shared.length;) {
    let to = from;
    while (to < shared.length && values[shared[to]!] === values[shared[from]!]) to++;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) ranks[shared[i]!] = rank;
    from = to;
  }
  return { ranks, count: shared.length };
}
