/**
 * The port to a matrix cut into a fixed number of row shards (the number depends
 * on the matrix only, never on the workers). Each step sends out a little and
 * brings back partial results, which are added in shard order, so that the
 * answer is bit-identical on any number of workers.
 */
export interface Shards {
  readonly rows: number;
  readonly columns: number;
  /** Frees the memory of the shards; using them afterwards is a bug. */
  readonly release: () => void;
}
