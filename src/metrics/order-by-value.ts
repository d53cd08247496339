/** Rows sorted at once, and rows merged between two pauses: a few milliseconds. */
const RUN = 1 << 12;
const MERGED = 1 << 15;

/**
 * Rows by their value, the least first, equal values by row, so that the order does not depend on the
 * engine's sort. No NaN among the values. Takes the rows: the result is their array or another. Runs
 * are sorted, then merged (Knuth, "The Art of Computer Programming" 3, 5.2.4). n log n, yields.
 */
export function* orderByValue(
  rows: Uint32Array,
  values: Float64Array,
): Generator<void, Uint32Array> {
  for (let from = 0; from < rows.length; from += RUN) {
    rows.subarray(from, from + RUN).sort((a, b) => values[a]! - values[b]! || a - b);
    yield;
  }
  let order = rows;
  let into: Uint32Array = new Uint32Array(rows.length > RUN ? rows.length : 0);
  for (let run = RUN; run < order.length; run *= 2) {
    for (let from = 0; from < order.length; from += 2 * run) {
      yield* merge(values, { order, into }, { from, run });
    }
    [order, into] = [into, order];
  }
  return order;
}

/** Merges two runs that lie side by side; the second may be short, or missing. */
function* merge(
  values: Float64Array,
  { order, into }: { readonly order: Uint32Array; readonly into: Uint32Array },
  { from, run }: { readonly from: number; readonly run: number },
): Generator<void, void> {
  const middle = Math.min(from + run, order.length);
  const end = Math.min(from + 2 * run, order.length);
  let [left, right] = [from, middle];
  for (let at = from; at < end; at++) {
    const isLeft = right >= end || (left < middle && comesFirst(order[left]!, order[right]!));
    into[at] = order[isLeft ? left++ : right++]!;
    if (at % MERGED === MERGED - 1) yield;
  }

  function comesFirst(a: number, b: number): boolean {
    return values[a]! < values[b]! || (values[a]! === values[b]! && a < b);
  }
}
