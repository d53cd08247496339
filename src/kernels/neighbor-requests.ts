/**
 * What is asked of one of those who know all rows. Each is a few milliseconds of work; `go-on`
 * commands are repeated until they are done. Positions and leaves are those of the tree, which is
 * the same everywhere.
 */
export type NeighborCommand =
  | { readonly kind: 'start-tree'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'add-rows'; readonly first: number; readonly values: Float32Array }
  /** Builds on; answered by the share done, 1 at the end. */
  | { readonly kind: 'build-tree' }
  | { readonly kind: 'order' }
  | { readonly kind: 'nearest'; readonly points: Float32Array; readonly count: number }
  | { readonly kind: 'choose'; readonly chosen: Uint32Array }
  | { readonly kind: 'set-labels'; readonly labels: Int32Array }
  | { readonly kind: 'walk'; readonly walk: Walk; readonly from: number; readonly to: number }
  /** Goes on with the walk that was paused. */
  | { readonly kind: 'walk-on' }
  /** The sets that walks of `join` have made so far: a parent for each position. */
  | { readonly kind: 'parents' };

/** A walk over leaves, each held against all others. */
export type Walk =
  | { readonly of: 'count'; readonly radius: number; readonly enough: number }
  | { readonly of: 'join'; readonly radius: number }
  | { readonly of: 'label'; readonly radius: number };

/** Where a walk has paused: `leaf` is its end when it is over, and then `found` is its outcome. */
export interface WalkState {
  readonly leaf: number;
  /** An i32 for each position of its leaves; null before the end, and for `join`. */
  readonly found: Int32Array | null;
}

export interface NeighborAnswers {
  readonly 'start-tree': null;
  readonly 'add-rows': null;
  readonly 'build-tree': number;
  readonly order: Int32Array;
  readonly nearest: { readonly rows: Int32Array; readonly squaredDistances: Float64Array };
  readonly choose: null;
  readonly 'set-labels': null;
  readonly walk: WalkState;
  readonly 'walk-on': WalkState;
  readonly parents: Int32Array;
}

export type NeighborAnswer = NeighborAnswers[NeighborCommand['kind']];

/** Those who each know all rows: one in this thread, or one in each worker. */
export interface Crew {
  readonly size: number;
  /** Answers of one member come in the order asked. Buffers of a command may be moved. */
  readonly ask: (member: number, command: NeighborCommand) => Promise<NeighborAnswer>;
}
