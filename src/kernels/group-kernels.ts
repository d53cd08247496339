/** Assigning rows to many centroids by codes of 16 bits and bounds for groups of four. */
export interface GroupKernels {
  /** Writes the rows as 16-bit codes, the step of each and its squared norm from `center`. */
  readonly encodeRows: (
    points: number,
    center: number,
    codes: number,
    steps: number,
    squares: number,
    from: number,
    to: number,
    columns: number,
    unit: number,
  ) => void;
  /** Writes centroids as codes and terms for `assignByGroups`; `room` is for a row of f64. */
  readonly encodeCentroids: (
    centroids: number,
    center: number,
    codes: number,
    terms: number,
    room: number,
    clusters: number,
    columns: number,
    unit: number,
  ) => void;
  /**
   * Lists, in order, the rows whose label may change by their bounds for groups of four centroids,
   * with a mask of those groups for each; returns how many. `from` is a multiple of 16, and so is
   * the room of `masks`.
   */
  readonly listByGroups: (
    labels: number,
    nears: number,
    bounds: number,
    paths: number,
    groupPaths: number,
    rows: number,
    masks: number,
    from: number,
    to: number,
    groups: number,
    words: number,
  ) => number;
  /**
   * Finds the nearest centroid of rows that `listByGroups` listed, by codes, and sets their bounds;
   * returns how many groups were looked at.
   */
  readonly assignByGroups: (
    points: number,
    codes: number,
    steps: number,
    squares: number,
    centroids: number,
    groupCodes: number,
    terms: number,
    paths: number,
    groupPaths: number,
    rows: number,
    masks: number,
    labels: number,
    room: number,
    found: number,
    bounds: number,
    nears: number,
    from: number,
    to: number,
    clusters: number,
    columns: number,
    words: number,
    unit: number,
  ) => number;
}
