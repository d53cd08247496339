import type { ColumnMeta } from '../../core/values';
import type { ChiSquare } from '../../metrics/selection/chi-square';
import type { Verdict } from './decisions';

/** Why a column goes or stays; the words are in `reason-words.ts`. */
export type Reason =
  | { readonly kind: 'target' }
  /** Dates, texts and identifiers are passed on unjudged. */
  | { readonly kind: 'unjudged'; readonly type: ColumnMeta['type'] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'still'; readonly variance: number; readonly least: number }
  /** Says the same as the one that stays; `by` links them where they are not alike enough themselves. */
  | {
      readonly kind: 'same';
      readonly stays: string;
      readonly r: number;
      readonly by: string | null;
    }
  /** Stays for these. */
  | { readonly kind: 'speaks-for'; readonly others: readonly string[]; readonly rule: string }
  | { readonly kind: 'untested' }
  | { readonly kind: 'no-link'; readonly q: number }
  | { readonly kind: 'linked'; readonly q: number }
  | { readonly kind: 'little-told' | 'told'; readonly information: number }
  | { readonly kind: 'late' | 'early'; readonly entry: number | null }
  /** Alike to no other; the number column nearest to it, by |r|, where there is one. */
  | {
      readonly kind: 'own';
      readonly nearest: { readonly name: string; readonly r: number } | null;
    };

/** What was measured of a column; null: not, or not possible. */
export interface Evidence {
  readonly missing: number;
  /** On the chosen scale. */
  readonly variance: number | null;
  /** χ² test of no link; numbers in fifths. */
  readonly link: ChiSquare | null;
  /** Its p-value adjusted for the number of columns tested (Benjamini–Hochberg). */
  readonly q: number | null;
  /** χ² of the sums of a column of counts. */
  readonly totals: ChiSquare | null;
  /** Mutual information with the target, in nats. */
  readonly information: number | null;
  /** Place in the order of entry into the path, from 1. */
  readonly entry: number | null;
}

export interface JudgedColumn extends Evidence {
  readonly name: string;
  readonly type: ColumnMeta['type'];
  readonly role: 'target' | 'unjudged' | 'feature';
  readonly advised: Verdict;
  readonly reason: Reason;
  /** What somebody decided. */
  readonly decided: Verdict | null;
  readonly isKept: boolean;
}

export interface Target {
  readonly name: string;
  /** By name, with their rows; null for a number. */
  readonly classes: readonly { readonly name: string; readonly rows: number }[] | null;
  readonly missing: number;
}

/** The sizes of the weights along the path: by column, at each strength. */
export interface PathDisplay {
  readonly strengths: readonly number[];
  readonly curves: readonly { readonly column: string; readonly sizes: readonly number[] }[];
  readonly rows: number;
  /** Columns that lack too many values to take part. */
  readonly leftOut: readonly string[];
}

export interface SelectDisplay {
  /** Of the table that goes on. */
  readonly rows: number;
  readonly columns: readonly ColumnMeta[];
  readonly judged: readonly JudgedColumn[];
  /** Columns that say the same; the one that stays is first. */
  readonly groups: readonly (readonly string[])[];
  readonly target: Target | null;
  readonly path: PathDisplay | null;
  /** Rows that correlations, information of numbers, and the path were computed on, where a sample. */
  readonly samples: {
    readonly correlation: number | null;
    readonly information: number | null;
    readonly path: number | null;
  };
}
