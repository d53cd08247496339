import { sumSteps } from './kernels';
import type { Bench } from './shard-bench';
import type { ShardAnswers } from './shard-requests';

/** What a shard knows of its columns as long as it lives. */
export interface Moments {
  /** The mean of its rows, and their inertia about it. */
  readonly mean: Float64Array;
  readonly inertia: number;
  /** What `moveListed` cuts values by. */
  readonly steps: Float64Array;
}

/** The moments of a shard, computed when they are first asked for. */
export function momentsOf(bench: Bench): Moments {
  bench.moments.now ??= computeMoments(bench);
  return bench.moments.now;
}

export function moments(bench: Bench): ShardAnswers['moments'] {
  const { mean, inertia } = momentsOf(bench);
  return { rows: bench.memory.rows, mean, inertia };
}

function computeMoments({ kernels, memory, f64 }: Bench): Moments {
  const { rows, columns, points } = memory;
  if (rows === 0)
    return {
      mean: new Float64Array(columns),
      inertia: 0,
      steps: sumSteps(new Float64Array(columns), 0),
    };
  const bytes = columns * 8;
  const [sums = 0, squares = 0, largest = 0] = memory.scratch([bytes, bytes, bytes]);
  kernels.columnMoments(points, sums, squares, largest, 0, rows, columns);
  return {
    mean: f64(sums, columns).map((sum) => sum / rows),
    inertia: f64(squares, columns).reduce((sum, square) => sum + square, 0),
    steps: sumSteps(f64(largest, columns), rows),
  };
}
