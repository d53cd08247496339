import type { Bench } from './shard-bench';
import { momentsOf } from './shard-moments';

/** The rows of a shard as 16-bit codes; see `assembly/kmeans/codes.ts`. */
export interface Codes {
  readonly center: number;
  readonly codes: number;
  readonly steps: number;
  readonly squares: number;
  /** Lengths are multiplied by this, a power of two. */
  readonly unit: number;
}

/** Codes of a vector: see `codeBytes` in `assembly/kmeans/codes.ts`. */
export function codeLength(columns: number): number {
  return Math.ceil(columns / 16) * 16;
}

/** The codes of a shard, made when they are first asked for. */
export function codesOf(bench: Bench): Codes {
  bench.codes.now ??= encode(bench);
  return bench.codes.now;
}

function encode(bench: Bench): Codes {
  const { rows, columns, points, ...memory } = bench.memory;
  const centerLength = codeLength(columns);
  const center = memory.kept('center', centerLength * 4);
  const codes = memory.kept('codes', rows * codeLength(columns) * 2);
  const steps = memory.kept('steps of rows', rows * 4);
  const squares = memory.kept('squares', rows * 4);
  const { mean, largest } = momentsOf(bench);
  bench.f32(center, centerLength).fill(0).set(mean);
  // No value is farther from its mean than twice the largest size.
  const unit = 2 ** -Math.ceil(Math.log2(Math.max(2 ** -100, ...largest)) + 2);
  // prettier-ignore
  bench.kernels.encodeRows(
    points, center, codes, steps, squares, 0, rows, columns, unit,
  );
  return { center, codes, steps, squares, unit };
}
