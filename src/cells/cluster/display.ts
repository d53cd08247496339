export interface ClusterDisplay {
  readonly rows: number;
  readonly columns: number;
  readonly clusters: number;
  /** Clusters asked for; more than `clusters` when there are fewer distinct rows. */
  readonly requested: number;
  readonly sizes: readonly number[];
  readonly inertia: number;
  /** Inertia of one cluster over all rows; 1 − inertia / total is the explained share. */
  readonly totalInertia: number;
  readonly iterations: number;
  readonly isConverged: boolean;
  /** Share of the inertia that the last step took off. */
  readonly lastFall: number;
  /** Every restart in order. */
  readonly restarts: readonly {
    readonly inertia: number;
    readonly iterations: number;
    readonly isConverged: boolean;
  }[];
  /** Index of the best restart. */
  readonly best: number;
  /** Inertia after each iteration of the best restart. */
  readonly trace: readonly number[];
}
