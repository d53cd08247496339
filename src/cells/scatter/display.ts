import type { FittedStep } from '../../core/values';

export interface ScatterAxis {
  readonly kind: 'feature' | 'component';
  /** Feature name, or 1 / 2 for a component. */
  readonly name: string;
  /** Components: share of the variance explained, and the features with the largest loadings, largest first. */
  readonly explained: number | null;
  readonly loadings: readonly { readonly feature: string; readonly weight: number }[];
  readonly min: number;
  readonly max: number;
  /** Features: the steps from original units to this axis, so that ticks can be named in original units. */
  readonly steps?: readonly FittedStep[];
}

export interface ScatterDisplay {
  readonly rows: number;
  readonly clusters: number;
  readonly sizes: readonly number[];
  readonly axes: readonly [ScatterAxis, ScatterAxis];
  /** One a drawn row. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly labels: Int16Array;
  /** Positions of the centroids on these axes. */
  readonly centroids: readonly { readonly x: number; readonly y: number }[];
}
