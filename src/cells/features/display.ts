import type { FittedStep } from '../../core/values';
import type { Histogram } from '../../table/profile';

export interface FeatureDisplay {
  /** Feature name, e.g. "spend" or "city = 北京". */
  readonly name: string;
  /** Name of the column it comes from. */
  readonly column: string;
  readonly steps: readonly FittedStep[];
  /** How many values were missing and filled. */
  readonly filled: number;
  readonly before: Histogram | null;
  readonly after: Histogram;
}

export interface FeaturesDisplay {
  /** Rows of the matrix. */
  readonly rows: number;
  readonly tableRows: number;
  readonly features: readonly FeatureDisplay[];
  /** Columns of the table that are not features, and why: `not-chosen`, `constant`, `all-missing`, `identifier`, `text`, … */
  readonly leftOut: readonly { readonly column: string; readonly reason: string }[];
}
