/** Two groups of segments that become one; segments are nodes 0 … k − 1, merge i makes node k + i. */
export interface SegmentMerge {
  readonly a: number;
  readonly b: number;
  /** Ward: rise of the sum of squares; average: mean distance between the centres. */
  readonly height: number;
  /** All segments in it, by index. */
  readonly segments: readonly number[];
}

export interface DendrogramDisplay {
  /** Rows in a segment, and how many there are of each. */
  readonly rows: number;
  readonly sizes: readonly number[];
  readonly merges: readonly SegmentMerge[];
  /** Segments from top to bottom, so that neighbours are nearest. */
  readonly order: readonly number[];
  /** Squared distances of the centres, row-major segments × segments. */
  readonly squared: readonly number[];
  /** Sum over the rows of the squared distance of their segment's centre to the mean of all centres. */
  readonly between: number;
  /** To how many groups merging looks natural; null: nowhere in particular. */
  readonly natural: number | null;
}
