export interface SegmentSilhouette {
  readonly size: number;
  /** Mean silhouette of the scored rows of the segment; null when none was scored. */
  readonly silhouette: number | null;
  /** 40 equal bins of −1 … 1. */
  readonly histogram: readonly number[];
  /** Its values from the highest to the lowest, at most 200 of them, evenly spaced by rank. */
  readonly profile: readonly number[];
  /** Index of the segment that its rows are nearest to after their own, by mean distance. */
  readonly neighbor: number | null;
  /** Mean distance of all its rows to their mean; null without rows. */
  readonly cohesion: number | null;
  /** The segment whose mean is nearest to its own, and how far; null without another. */
  readonly separation: { readonly segment: number; readonly distance: number } | null;
}

export interface EvaluateDisplay {
  readonly rows: number;
  readonly clusters: number;
  readonly inertia: number;
  /** Null when undefined (k < 2 or k > n − 1). */
  readonly silhouette: number | null;
  /** Rows scored for the silhouette; equals `rows` when exact. */
  readonly silhouetteRows: number;
  /** Standard error of the sampled mean; 0 when exact. */
  readonly silhouetteError: number;
  /** From distances to the segments' means, over all labelled rows; null when undefined. */
  readonly simplifiedSilhouette: number | null;
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  readonly segments: readonly SegmentSilhouette[];
}
