/** The six indices, in the order in which they are shown. */
export const INDICES = [
  'inertia',
  'silhouette',
  'calinskiHarabasz',
  'daviesBouldin',
  'gap',
  'stability',
] as const;
export type IndexKey = (typeof INDICES)[number];

/** What was found for one number of clusters; null where an index has no value (yet). */
export interface Candidate {
  readonly clusters: number;
  /** A row's share of the inertia. */
  readonly inertia: number;
  readonly silhouette: number | null;
  /** Standard error of the sampled mean; 0 when every pair of all rows was measured. */
  readonly silhouetteError: number;
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  readonly gap: number | null;
  /** s(k): what Tibshirani's rule allows for chance. */
  readonly gapError: number;
  /** Mean best-match Jaccard coefficient over segments and bootstrap samples. */
  readonly stability: number | null;
  readonly stabilityError: number;
  /** Share of the rows in the smallest segment. */
  readonly smallest: number;
}

export type Verdict =
  /**
   * `because` says what decided: `stable`, the segments come back best when rows are drawn anew;
   * `knee`, they come back as well as any and the inertia has the sharpest knee of these.
   */
  | {
      readonly kind: 'recommended';
      readonly clusters: number;
      readonly because: 'stable' | 'knee';
    }
  /**
   * No k groups the rows better than it groups rows spread evenly; `clusters` is the k to take if
   * segments are needed all the same.
   */
  | { readonly kind: 'no-structure'; readonly clusters: number }
  /** All rows used are equal. */
  | { readonly kind: 'one-value' }
  /** Not even the smallest k of the range has enough different rows. */
  | { readonly kind: 'too-few-rows' }
  /** Stopped, or still under way. */
  | { readonly kind: 'unfinished' };

export interface ChooseKDisplay {
  readonly rows: number;
  /** Rows used; equal to `rows` when all were. */
  readonly sampled: number;
  readonly columns: number;
  /** The range asked for, the smaller end first. */
  readonly from: number;
  readonly to: number;
  /** A row's share of the inertia of one cluster. */
  readonly totalInertia: number;
  readonly candidates: readonly Candidate[];
  /** Gap and s of one cluster: what a first split is compared with. */
  readonly single: { readonly gap: number; readonly error: number } | null;
  /** Finished reference sets and bootstrap samples. */
  readonly references: number;
  readonly bootstraps: number;
  /**
   * How far, in deviations of the reference sets, the best k stands out from rows spread evenly;
   * null when unknown, or when rows lie on their centroids and nothing spreads.
   */
  readonly excess: number | null;
  /** The k that each index points to by its own rule; 1 for a gap that sees no clusters. */
  readonly votes: Readonly<Record<IndexKey, number | null>>;
  readonly verdict: Verdict;
}
