import { packPoints, packedLength } from './kernels';
import type { Bench, CommandOf } from './shard-bench';

export function rowsAt(bench: Bench, rows: Uint32Array): Float32Array {
  const { columns } = bench.memory;
  const points = bench.f32(bench.memory.points, bench.memory.rows * columns);
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    values.set(points.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return values;
}

export function addSeed(bench: Bench, command: CommandOf<'add-seed'>): number {
  const { kernels, memory } = bench;
  const weights = memory.rowNumbers();
  const [at = 0] = memory.scratch([command.point.byteLength]);
  bench.f64(at, command.point.length).set(command.point);
  if (command.isFirst) bench.f64(weights, memory.rows).fill(Infinity);
  return kernels.lowerWeights(memory.points, at, weights, 0, memory.rows, memory.columns);
}

export function weighSeeds(bench: Bench, candidates: Float64Array): Float64Array {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const count = candidates.length / columns;
  const length = packedLength(count, columns);
  const weights = memory.rowNumbers();
  const [packed = 0, totals = 0] = memory.scratch([length * 8, count * 8]);
  packPoints(candidates, columns, bench.f64(packed, length));
  bench.f64(totals, count).fill(0);
  kernels.sumLowered(points, packed, weights, totals, 0, rows, count, columns);
  return bench.f64(totals, count).slice();
}

/**
 * For each target the first row where the running sum of the weights exceeds it; where rounding
 * keeps the sum below a target, the last row that has any weight.
 */
export function rowByWeight(bench: Bench, targets: readonly number[]): number[] {
  const weights = bench.f64(bench.memory.rowNumbers(), bench.memory.rows);
  return targets.map((target) => {
    let sum = 0;
    let last = 0;
    for (let i = 0; i < weights.length; i++) {
      if (weights[i] === 0) continue;
      sum += weights[i]!;
      last = i;
      if (sum > target) break;
    }
    return last;
  });
}
