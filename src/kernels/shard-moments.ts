import type { Bench } from './shard-bench';
import type { ShardAnswers } from './shard-requests';
import { sumSteps } from './sum-steps';

/** What a shard knows of its columns as long as it lives. */
export interface Moments {
  /** The mean of its rows, and their inertia about it. */
  readonly mean: Float64Array;
  readonly inertia: number;
  /** The largest size of a value in each column. */
  readonly largest: Float64Array;
  /** What `moveListed` rounds values to, and in how many parts. */
  readonly steps: Float64Array;
  readonly parts: number;
}

/** The moments of a shard, computed when they are first asked for. */
export function momentsOf(bench: Bench): Moments {
  bench.moments.now ??= computeMoments(bench);
  return bench.moments.now;
}

export function moments(bench: Bench): ShardAnswers['moments'] {
  const { mean, inertia } = momentsOf(bench);
  // An answer is the caller’s own: it may be moved to another thread.
  return { rows: bench.memory.rows, mean: mean.slice(), inertia };
}

/** Values below 2⁻²⁴ of the largest may be rounded coarsely while no more than this share are. */
const TINY_SHARE = 1 / 16;

function computeMoments({ kernels, memory, f64 }: Bench): Moments {
  const { rows, columns, points } = memory;
  const bytes = columns * 8;
  const [sums = 0, squares = 0, largest = 0, tiny = 0] = memory.scratch([
    bytes,
    bytes,
    bytes,
    bytes,
  ]);
  if (rows > 0) kernels.columnMoments(points, sums, squares, largest, tiny, 0, rows, columns);
  else for (const at of [sums, squares, largest, tiny]) f64(at, columns).fill(0);
  const parts = f64(tiny, columns).some((count) => count > rows * TINY_SHARE) ? 2 : 1;
  return {
    mean: f64(sums, columns).map((sum) => (rows > 0 ? sum / rows : 0)),
    inertia: f64(squares, columns).reduce((sum, square) => sum + square, 0),
    largest: f64(largest, columns).slice(),
    steps: sumSteps(f64(largest, columns), rows, parts),
    parts,
  };
}

/** Where upper bounds of the norms of the rows lie (f32), computed when they are first asked for. */
export function normsOf({ kernels, memory, moments: { norms } }: Bench): number {
  const { rows, columns, points } = memory;
  const at = memory.kept('norms', rows * 4);
  if (!norms.areKnown) kernels.rowNorms(points, at, 0, rows, columns);
  norms.areKnown = true;
  return at;
}
