/** Weighing rows by how far they are from the seeds of greedy k-means++. */
export interface SeedKernels {
  /**
   * Lowers the weight (f32) of each row to its squared distance to the nearest of `seeds` points,
   * and writes to `totals` the sum of the weights and then for each of the candidates what it would
   * be were that one a seed too. `others` (f32, row-major) holds the seeds, then the candidates;
   * `tile` is room for `seedTileLength` values. `from` is a multiple of 8; places of `weights` from
   * the last row up to such a multiple are 0.
   */
  readonly weighSeeds: (
    points: number,
    others: number,
    weights: number,
    tile: number,
    totals: number,
    from: number,
    to: number,
    seeds: number,
    candidates: number,
    columns: number,
  ) => void;
  /** Lowers each weight to the squared distance to `point` where that is less; returns their sum. */
  readonly lowerWeights: (
    points: number,
    point: number,
    weights: number,
    from: number,
    to: number,
    columns: number,
  ) => number;
  /** Adds to `totals` what `lowerWeights` would return for each packed candidate; weights stay. */
  readonly sumLowered: (
    points: number,
    packed: number,
    weights: number,
    totals: number,
    from: number,
    to: number,
    candidates: number,
    columns: number,
  ) => void;
}
