export interface ClusterDisplay {
  readonly rows: number;
  readonly columns: number;
  readonly clusters: number;
  /** Clusters asked for; more than `clusters` when there are fewer distinct rows. */
  readonly requested: number;
  readonly sizes: readonly number[];
  /** Changes made by hand to what the method found, and how many clusters that were; absent: none. */
  readonly edits?: { readonly merges: number; readonly splits: number; readonly before: number };
  /** Rows in no cluster; absent: none. */
  readonly noise?: number;
  /** What the method minimises: the inertia, unless its text names another objective. */
  readonly inertia: number;
  /** The same of one cluster over all rows; 1 − inertia / total is the explained share. */
  readonly totalInertia: number;
  /** For methods with limits: the inertia that the same starts come to without them. */
  readonly unlimitedInertia?: number;
  readonly iterations: number;
  readonly isConverged: boolean;
  /** Share of the inertia that the last step took off; 0 without steps. */
  readonly lastFall: number;
  /** Every restart in order; none for a method that does not start anywhere. */
  readonly restarts: readonly {
    readonly inertia: number;
    readonly iterations: number;
    readonly isConverged: boolean;
  }[];
  /** What was used for parameters left to the method, by name; absent: none were. */
  readonly used?: Readonly<Record<string, number>>;
  /** Index of the best restart. */
  readonly best: number;
  /** Inertia after each iteration of the best restart; empty for a method that does not iterate. */
  readonly trace: readonly number[];
}
