import { packPoints, packedLength, seedTileLength } from './packing';
import type { Bench, CommandOf } from './shard-bench';
import type { SeedState, ShardAnswers } from './shard-requests';

/** Rows whose weights are summed up in one block: few enough for f32, and to search one by one. */
const BLOCK_ROWS = 256;

export function rowsAt(bench: Bench, rows: Uint32Array): Float32Array {
  const { columns } = bench.memory;
  const points = bench.f32(bench.memory.points, bench.memory.rows * columns);
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    values.set(points.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return values;
}

/** Lowers the weights by the added seeds, and sums up what they are and what candidates leave. */
export function weighSeeds(
  bench: Bench,
  { seeds, isFirst, candidates }: CommandOf<'weigh-seeds'>,
): ShardAnswers['weigh-seeds'] {
  const { rows, columns } = bench.memory;
  if (isFirst) forgetWeights(bench, seeds.isExact);
  const count = 1 + candidates.length / columns;
  const blocks = Math.ceil(rows / BLOCK_ROWS);
  const sums = bench.memory.kept('seed-sums', blocks * count * 8);
  const weigh = weigherOf(bench, seeds, candidates);
  for (let block = 0; block < blocks; block++) weigh(block, sums + block * count * 8);
  const totals = new Float64Array(count);
  bench.f64(sums, blocks * count).forEach((sum, at) => (totals[at % count]! += sum));
  return totals;
}

/**
 * For each target the first row where the running sum of the weights exceeds it; where rounding
 * keeps the sum below a target, the last row that has any weight.
 */
export function drawRows(
  bench: Bench,
  { seeds, sums, targets }: CommandOf<'draw-rows'>,
): ShardAnswers['draw-rows'] {
  const { memory } = bench;
  const blocks = Math.ceil(memory.rows / BLOCK_ROWS);
  const totals = memory.kept('seed-sums', blocks * sums.count * 8);
  const [unused = 0] = memory.scratch([8]);
  const weigh = weigherOf(bench, seeds, new Float64Array(0));
  const rows = Uint32Array.from(targets, (target) => {
    const ofBlocks = bench.f64(totals, blocks * sums.count);
    const place = passing(blocks, target, (block) => ofBlocks[block * sums.count + sums.index]!);
    weigh(place.index, unused);
    const from = place.index * BLOCK_ROWS;
    const weights = weightsOf(bench, seeds.isExact).subarray(from, from + BLOCK_ROWS);
    return from + passing(weights.length, place.rest, (i) => weights[i]!).index;
  });
  return { rows, values: rowsAt(bench, rows) };
}

/** The row of the largest weight; of equal ones the lowest. */
export function heaviestRow(bench: Bench, seeds: SeedState): ShardAnswers['heaviest-row'] {
  if (seeds.added.length > 0) {
    weighSeeds(bench, {
      kind: 'weigh-seeds',
      seeds,
      isFirst: false,
      candidates: new Float64Array(0),
    });
  }
  const weights = weightsOf(bench, seeds.isExact);
  let row = 0;
  for (let i = 1; i < weights.length; i++) if (weights[i]! > weights[row]!) row = i;
  const rows = Uint32Array.of(row);
  return { rows, values: rowsAt(bench, rows), weight: weights[row]! };
}

/** Where a running sum passes the target; the last place that adds to it when none does. */
function passing(
  count: number,
  target: number,
  of: (index: number) => number,
): { readonly index: number; readonly rest: number } {
  let sum = 0;
  let last = { index: 0, rest: 0 };
  for (let index = 0; index < count; index++) {
    const added = of(index);
    if (added === 0) continue;
    last = { index, rest: target - sum };
    sum += added;
    if (sum > target) break;
  }
  return last;
}

function weightsAt({ memory }: Bench, isExact: boolean): number {
  return isExact ? memory.rowNumbers() : memory.kept('weights', paddedRows(memory.rows) * 4);
}

function weightsOf(bench: Bench, isExact: boolean): Float32Array | Float64Array {
  const at = weightsAt(bench, isExact);
  return isExact ? bench.f64(at, bench.memory.rows) : bench.f32(at, bench.memory.rows);
}

/** Rows up to the end of the last tile. */
function paddedRows(rows: number): number {
  return Math.ceil(rows / 8) * 8;
}

function forgetWeights(bench: Bench, isExact: boolean): void {
  const { rows } = bench.memory;
  const weights = weightsOf(bench, isExact);
  weights.fill(Infinity);
  // Places behind the last row, which are weighed with it, weigh nothing.
  if (!isExact) bench.f32(weightsAt(bench, false), paddedRows(rows)).fill(0, rows);
}

/** Weighs one block of rows and writes its sums: of the weights, and of what candidates leave. */
type WeighBlock = (block: number, sums: number) => void;

function weigherOf(bench: Bench, seeds: SeedState, candidates: Float64Array): WeighBlock {
  return seeds.isExact
    ? exactWeigher(bench, seeds.added, candidates)
    : quickWeigher(bench, seeds.added, candidates);
}

function quickWeigher(bench: Bench, added: Float64Array, candidates: Float64Array): WeighBlock {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const [seedCount, count] = [added.length / columns, candidates.length / columns];
  const length = added.length + candidates.length;
  const others = memory.kept('seeds', length * 4);
  const tile = memory.kept('seed-tile', seedTileLength(count, columns) * 4);
  const weights = weightsAt(bench, false);
  bench.f32(others, length).set(added);
  bench.f32(others, length).set(candidates, added.length);
  return (block, sums) => {
    const [from, to] = rowsOf(block, rows);
    // prettier-ignore
    kernels.weighSeeds(
      points, others, weights, tile, sums, from, to, seedCount, count, columns,
    );
  };
}

function exactWeigher(bench: Bench, added: Float64Array, candidates: Float64Array): WeighBlock {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const count = candidates.length / columns;
  const length = packedLength(count, columns);
  const packed = memory.kept('packed-seeds', length * 8);
  const seeds = memory.kept('exact-seeds', added.byteLength);
  const weights = weightsAt(bench, true);
  packPoints(candidates, columns, bench.f64(packed, length));
  bench.f64(seeds, added.length).set(added);
  return (block, sums) => {
    const [from, to] = rowsOf(block, rows);
    for (let at = 0; at < added.byteLength; at += columns * 8) {
      kernels.lowerWeights(points, seeds + at, weights, from, to, columns);
    }
    const totals = bench.f64(sums, 1 + count).fill(0);
    for (const weight of bench.f64(weights, rows).subarray(from, to)) totals[0]! += weight;
    kernels.sumLowered(points, packed, weights, sums + 8, from, to, count, columns);
  };
}

function rowsOf(block: number, rows: number): readonly [from: number, to: number] {
  return [block * BLOCK_ROWS, Math.min((block + 1) * BLOCK_ROWS, rows)];
}
