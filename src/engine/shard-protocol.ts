import type { ProblemReport } from '../core/problem';
import type { NeighborAnswer, NeighborCommand } from '../kernels/neighbor-requests';
import type { KernelModule } from '../kernels/wasm';
import type { ShardAnswer, ShardRequest } from '../kernels/shard-requests';

/** From the engine to one shard worker; `matrix` tells matrices apart. */
export type ToShards =
  /** Sent first, once. */
  | { readonly kind: 'setup'; readonly module: KernelModule }
  /** One shard of a matrix, moved; answered by `loaded`, which moves its memory back. */
  | {
      readonly kind: 'load';
      readonly id: number;
      readonly matrix: number;
      readonly shard: number;
      readonly columns: number;
      readonly values: Float32Array;
    }
  /** Answered by `answers`, in the order of the requests. */
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly matrix: number;
      readonly requests: readonly ShardRequest[];
    }
  /**
   * The same command `assign` for several shards; answered by `assigned`. With `parts`, that and the
   * centroids lie in shared memory.
   */
  | {
      readonly kind: 'assign';
      readonly id: number;
      readonly matrix: number;
      readonly shards: readonly number[];
      readonly current: number;
      readonly centroids: Float64Array;
      readonly parts: Float64Array | null;
    }
  /** To a worker that knows all rows of a matrix; answered by `neighbors`. */
  | {
      readonly kind: 'neighbors';
      readonly id: number;
      readonly matrix: number;
      readonly command: NeighborCommand;
    }
  | { readonly kind: 'release'; readonly matrix: number };

/** Every `load`, `run`, `assign` and `neighbors` gets exactly one of these with its id. */
export type FromShards =
  | { readonly kind: 'loaded'; readonly id: number; readonly buffer: ArrayBufferLike }
  | { readonly kind: 'answers'; readonly id: number; readonly answers: readonly ShardAnswer[] }
  /** What the shards brought back, one after the other; null when it lies where it was asked for. */
  | { readonly kind: 'assigned'; readonly id: number; readonly parts: Float64Array | null }
  | { readonly kind: 'neighbors'; readonly id: number; readonly answer: NeighborAnswer }
  | { readonly kind: 'failed'; readonly id: number; readonly problem: ProblemReport };
