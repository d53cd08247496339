import type { AbsoluteAssignment, Assignment, ChosenRows, LabelTotals } from '../core/shards';
import type { PairBlock } from './pair-blocks';

/** What a shard has to know of the set of seeds before it can say what rows weigh. */
export interface SeedState {
  /** Seeds (row-major) that the weights may not know of; knowing of them twice does no harm. */
  readonly added: Float64Array;
  /** Weights in f64, for distances whose squares f32 cannot hold. */
  readonly isExact: boolean;
}

/** Which of the sums that the last `weigh-seeds` left for each block of rows are meant. */
export interface BlockSums {
  /** 0: the weights then; 1 and up: what that candidate left of them. */
  readonly index: number;
  /** How many there are for each block. */
  readonly count: number;
}

/**
 * What is asked of one shard. Rows are counted from the shard's first. `current` (0 or 1) says
 * which of its two label buffers holds the labels in force; commands that label write the other
 * one, so that work given up half-way leaves no trace.
 */
export type ShardCommand =
  | { readonly kind: 'moments' }
  | { readonly kind: 'assign'; readonly current: number; readonly centroids: Float64Array }
  | { readonly kind: 'inertia'; readonly current: number; readonly centroids: Float64Array }
  | { readonly kind: 'label'; readonly current: number; readonly labels: Int32Array }
  | { readonly kind: 'labels'; readonly current: number }
  | { readonly kind: 'sum-by-label'; readonly current: number; readonly clusters: number }
  | { readonly kind: 'measure'; readonly current: number; readonly centroids: Float64Array }
  | {
      readonly kind: 'farthest';
      readonly current: number;
      readonly centroids: Float64Array;
      readonly count: number;
    }
  | { readonly kind: 'rows-at'; readonly rows: Uint32Array }
  | {
      readonly kind: 'weigh-seeds';
      readonly seeds: SeedState;
      readonly isFirst: boolean;
      readonly candidates: Float64Array;
    }
  | {
      readonly kind: 'draw-rows';
      readonly seeds: SeedState;
      readonly sums: BlockSums;
      readonly targets: readonly number[];
    }
  | { readonly kind: 'heaviest-row'; readonly seeds: SeedState }
  | { readonly kind: 'assign-absolute'; readonly current: number; readonly centers: Float64Array }
  /** `wanted` is 1 for the clusters that count; `prefixes` are clusters × columns. */
  | {
      readonly kind: 'count-digits';
      readonly current: number;
      readonly wanted: Int32Array;
      readonly prefixes: Uint32Array;
      readonly shift: number;
      readonly bits: number;
    }
  | {
      readonly kind: 'least-above';
      readonly current: number;
      readonly wanted: Int32Array;
      readonly keys: Uint32Array;
    }
  | { readonly kind: 'distances-to-all'; readonly centroids: Float64Array }
  /** `others` is null for the pairs within `rows`. */
  | { readonly kind: 'sum-pairs'; readonly rows: PairBlock; readonly others: PairBlock | null };

/** What comes back for each kind of command. */
export interface ShardAnswers {
  readonly moments: {
    readonly rows: number;
    readonly mean: Float64Array;
    readonly inertia: number;
  };
  readonly assign: Assignment;
  readonly inertia: number;
  readonly label: null;
  readonly labels: Int32Array;
  readonly 'sum-by-label': { readonly sums: Float64Array; readonly counts: Int32Array };
  readonly measure: LabelTotals;
  readonly farthest: {
    readonly rows: Uint32Array;
    readonly labels: Int32Array;
    readonly squaredDistances: Float64Array;
    /** Row-major, one line a row of `rows`. */
    readonly values: Float32Array;
  };
  readonly 'rows-at': Float32Array;
  /** The sum of the weights, and then what each candidate would leave of it. */
  readonly 'weigh-seeds': Float64Array;
  readonly 'draw-rows': ChosenRows;
  readonly 'heaviest-row': ChosenRows & { readonly weight: number };
  readonly 'assign-absolute': AbsoluteAssignment;
  readonly 'count-digits': Int32Array;
  readonly 'least-above': Uint32Array;
  readonly 'distances-to-all': Float32Array;
  /** For each run of the other block an f64 a row of this one, quads in full. */
  readonly 'sum-pairs': { readonly rows: Float64Array; readonly others: Float64Array | null };
}

export type ShardAnswer = ShardAnswers[keyof ShardAnswers];

/** For commands that bring their own rows: they are carried out wherever there is time. */
export const ANY_SHARD = -1;

export interface ShardRequest<C extends ShardCommand = ShardCommand> {
  /** A shard by its place, or `ANY_SHARD`. */
  readonly shard: number;
  readonly command: C;
}

/**
 * Carries requests to shards, wherever they live, and brings the answers back in the order of the
 * requests; yields the number answered so far after each block of work. What is not answered when
 * the generator is abandoned may still run to its end unseen.
 */
export interface ShardRunner {
  readonly run: (
    requests: readonly ShardRequest[],
  ) => AsyncGenerator<number, readonly ShardAnswer[], void>;
  readonly release: () => void;
}
