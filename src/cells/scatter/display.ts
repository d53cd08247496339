import type { FittedStep } from '../../core/values';

export interface ScatterAxis {
  readonly kind: 'feature' | 'component' | 'umap';
  /** Feature name; 1, 2, … for a component; 1 or 2 for UMAP. */
  readonly name: string;
  /** Components: share of the variance explained, and the features with the largest loadings, largest first. */
  readonly explained: number | null;
  readonly loadings: readonly { readonly feature: string; readonly weight: number }[];
  readonly min: number;
  readonly max: number;
  /** Features: the steps from original units to this axis, so that ticks can be named in original units. */
  readonly steps?: readonly FittedStep[];
}

/** How a UMAP was learnt, and how far it can be trusted. */
export interface UmapFacts {
  /** Rows that it was learnt from; the others stand among their nearest of these. */
  readonly learnt: number;
  readonly neighbors: number;
  /** Share of kept neighbourhoods among the learnt rows (scikit-learn's trustworthiness); null: too few rows. */
  readonly trustworthiness: number | null;
}

export interface ScatterDisplay {
  readonly rows: number;
  /** With the kept selections as further segments. */
  readonly clusters: number;
  readonly sizes: readonly number[];
  /** Segments that the cell was fed. */
  readonly fedClusters: number;
  /** Where each segment comes from: its index among those fed, or −1 − i for selection i. */
  readonly origins: readonly number[];
  /** Rows of each selection now, in order; a later one may have taken some. */
  readonly selectionRows: readonly number[];
  readonly axes: readonly [ScatterAxis, ScatterAxis];
  readonly umap?: UmapFacts;
  /** One a drawn row. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly labels: Int16Array;
  /** Positions of the centroids on these axes. */
  readonly centroids: readonly { readonly x: number; readonly y: number }[];
}
