/**
 * The first half of UMAP (McInnes, Healy and Melville, "UMAP: uniform manifold approximation and
 * projection", 2018, sections 3.1 and 4.1): how strongly each row hangs together with its
 * neighbours.
 */

/** The nearest rows of each row, itself left out: `count` a row, nearest first. */
export interface NeighborLists {
  readonly count: number;
  readonly rows: Int32Array;
  readonly distances: Float64Array;
}

/** Connected pairs, each once (`from < to`), with their strength 0 … 1. */
export interface FuzzyGraph {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly strength: Float64Array;
}

/** As far as the search for a width goes; a power of two finer with each step. */
const STEPS = 64;
const CLOSE_ENOUGH = 1e-5;
const SLICE_ROWS = 512;
/** A width is at least this part of the mean distance, so that equal rows do not divide by zero. */
const LEAST_WIDTH = 1e-3;

/**
 * Joins rows with their neighbours. A row's nearest different neighbour is joined fully, the others
 * less by distance, so that the strengths of a row sum up to log₂ of the number of its neighbours;
 * what two rows say of each other is joined as "the one or the other": a + b − ab. Yields every few
 * milliseconds.
 */
export function* joinNeighbors({
  count,
  rows,
  distances,
}: NeighborLists): Generator<void, FuzzyGraph> {
  const size = count === 0 ? 0 : rows.length / count;
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, rows.length);
  const said = new Map<number, number>();
  for (let row = 0; row < size; row++) {
    const own = distances.subarray(row * count, (row + 1) * count);
    const nearest = own.find((distance) => distance > 0) ?? 0;
    const width = widthOf(own, nearest, mean);
    for (let j = 0; j < count; j++) {
      const other = rows[row * count + j]!;
      const strength = strengthAt(own[j]!, nearest, width);
      const key = Math.min(row, other) * size + Math.max(row, other);
      const before = said.get(key);
      said.set(key, before === undefined ? strength : before + strength - before * strength);
    }
    if (row % SLICE_ROWS === SLICE_ROWS - 1) yield;
  }
  yield;
  return toGraph(said, size);
}

function strengthAt(distance: number, nearest: number, width: number): number {
  return distance <= nearest ? 1 : Math.exp(-(distance - nearest) / width);
}

/** The width at which the strengths of a row sum up to what they should, by halving. */
function widthOf(distances: Float64Array, nearest: number, mean: number): number {
  const wanted = Math.log2(distances.length + 1);
  let [low, high, width] = [0, Infinity, 1];
  for (let step = 0; step < STEPS; step++) {
    let sum = 0;
    for (const distance of distances) sum += strengthAt(distance, nearest, width);
    if (Math.abs(sum - wanted) < CLOSE_ENOUGH) break;
    if (sum > wanted) high = width;
    else low = width;
    width = high === Infinity ? width * 2 : (low + high) / 2;
  }
  const own = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  return Math.max(width, LEAST_WIDTH * (nearest > 0 ? own : mean), Number.MIN_VALUE);
}

/** In the order of rows, so that what is done with the pairs does not depend on how they were found. */
function toGraph(said: ReadonlyMap<number, number>, size: number): FuzzyGraph {
  const keys = Float64Array.from(said.keys()).sort();
  return {
    from: Int32Array.from(keys, (key) => Math.floor(key / size)),
    to: Int32Array.from(keys, (key) => key % size),
    strength: Float64Array.from(keys, (key) => said.get(key)!),
  };
}
