/** Measuring labelled rows: distances to centroids and between rows. */
export interface MeasureKernels {
  /**
   * Adds to the three `totals` of its label each row's squared distance to the label's centroid, the
   * distance, and its simplified silhouette; centroids are packed, noise is left out.
   */
  readonly measureByLabel: (
    points: number,
    packed: number,
    labels: number,
    totals: number,
    from: number,
    to: number,
    clusters: number,
    columns: number,
  ) => void;
  /** Writes the squared distance of each row to the centroid of its label; 0 for noise. */
  readonly distancesToLabel: (
    points: number,
    centroids: number,
    labels: number,
    distances: number,
    from: number,
    to: number,
    columns: number,
  ) => void;
  /** Writes the squared distances to all packed centroids as f32, rows × clusters. */
  readonly distancesToAll: (
    points: number,
    packed: number,
    distances: number,
    from: number,
    to: number,
    clusters: number,
    columns: number,
  ) => void;
  /**
   * Adds to `sumsA` the Euclidean distances from each row of `a` to all rows of `b`, and to `sumsB`
   * the other way round; both lie in quads (`packQuads`). With `a` = `b` and `sumsA` = `sumsB` the
   * distances within.
   */
  readonly sumPairs: (
    a: number,
    b: number,
    sumsA: number,
    sumsB: number,
    rowsA: number,
    rowsB: number,
    columns: number,
  ) => void;
}
