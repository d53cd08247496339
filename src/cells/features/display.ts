import type { ColumnType, MixedParts } from '../../core/values';
import type { Transform } from '../../table/encode/choose-transform';
import type { FeatureChoice, MissingRule, Scale } from '../../table/encode/feature-choice';
import type { NumberStep } from '../../table/encode/steps';
import type { Histogram } from '../../table/profile';
import type { FeatureRecipe } from './recipe';

/** A part of a column: one feature of the matrix. */
export interface PartDisplay {
  /** Feature name, e.g. "spend" or "city = 北京". */
  readonly name: string;
  readonly kind: 'number' | 'level' | 'rest' | 'missing' | 'tag' | 'slot' | 'cycle';
  /** The level, tag or cycle; empty where there is none. */
  readonly level: string;
  /** Share of the rows that have it; null for numbers and hashes. */
  readonly rows: number | null;
  /** Its part of the total squared distance, 0 … 1. */
  readonly share: number;
}

/** What the data ask for, and what taking it would change. */
export type Suggestion =
  | {
      readonly kind: 'treatment';
      readonly transform: Transform;
      readonly scale: Scale | null;
      readonly skewness: number;
      readonly skewnessAfter: number;
      /** Share of far values. */
      readonly far: number;
      readonly preview: Histogram;
    }
  | { readonly kind: 'tags'; readonly separator: string; readonly tags: number };

/** One column of the table, or two combined, as it enters the model. */
export interface ColumnDisplay {
  /** As `custom` calls it. */
  readonly name: string;
  readonly type: ColumnType;
  /** The second column and the sign between, where two are combined. */
  readonly partner: 'product' | 'ratio' | null;
  readonly encode: NonNullable<FeatureChoice['encode']> | null;
  /** The steps of its number in order; empty for 0/1 features. */
  readonly steps: readonly NumberStep[];
  /** The first parts; `partCount` of them there are. */
  readonly parts: readonly PartDisplay[];
  readonly partCount: number;
  /** Rows without a value, and what became of them. */
  readonly missing: number;
  readonly missingRule: MissingRule;
  readonly weight: number;
  /** Its parts' share of the total squared distance of all pairs of rows, 0 … 1. */
  readonly share: number;
  readonly before: Histogram | null;
  readonly after: Histogram | null;
  /** ms since 1970, of dates that became ages. */
  readonly reference: number | null;
  readonly separator: string | null;
  readonly suggestion: Suggestion | null;
}

export interface FeaturesDisplay {
  /** Rows of the matrix. */
  readonly rows: number;
  readonly tableRows: number;
  /** Columns of the matrix. */
  readonly features: number;
  readonly columns: readonly ColumnDisplay[];
  /** Every feature with its fitted steps, in the order of the matrix. */
  readonly recipes: readonly FeatureRecipe[];
  /** Columns of the table that are not features, and why: `not-chosen`, `constant`, `all-missing`, `identifier`, `text`, … */
  readonly leftOut: readonly { readonly column: string; readonly reason: string }[];
  /** Prepared for mixed distances: how, and from how many numbers and categories. */
  readonly mixed: {
    readonly measure: MixedParts['measure'];
    readonly gamma: number;
    readonly numbers: number;
    readonly categories: number;
  } | null;
}
