import type { Kernels } from './kernels';
import type { Codes } from './shard-codes';
import { createShardMemory, type ShardMemory } from './shard-memory';
import type { Moments } from './shard-moments';
import type { ShardCommand } from './shard-requests';
import type { Tracking } from './shard-tracking';

export type CommandOf<K extends ShardCommand['kind']> = Extract<ShardCommand, { readonly kind: K }>;

/** A shard at work: the kernels, where its arrays lie, and views made when they are needed. */
export interface Bench {
  readonly kernels: Kernels;
  readonly memory: ShardMemory;
  /** What the last assignment left to go on from. */
  readonly tracking: { now: Tracking | undefined };
  /** The rows as codes, once they are wanted. */
  readonly codes: { now: Codes | undefined };
  /** What was found out about the columns. */
  readonly moments: { now: Moments | undefined; readonly norms: { areKnown: boolean } };
  readonly f32: (at: number, length: number) => Float32Array;
  readonly f64: (at: number, length: number) => Float64Array;
  readonly i32: (at: number, length: number) => Int32Array;
}

export function createBench(kernels: Kernels, values: Float32Array, columns: number): Bench {
  return {
    kernels,
    memory: createShardMemory(kernels, values, columns),
    tracking: { now: undefined },
    moments: { now: undefined, norms: { areKnown: false } },
    codes: { now: undefined },
    f32: (at, length) => new Float32Array(kernels.memory.buffer, at, length),
    f64: (at, length) => new Float64Array(kernels.memory.buffer, at, length),
    i32: (at, length) => new Int32Array(kernels.memory.buffer, at, length),
  };
}
