import type { ColumnMeta } from '../../core/values';
import type { KeyPair } from './params';

/** How the keys of two tables met. */
export interface Matching {
  readonly keys: readonly KeyPair[];
  /** Nobody chose the keys: they have equal names and the same content. */
  readonly isGuessed: boolean;
  /** Left rows with a partner, without one, and of the latter those whose key is missing. */
  readonly matchedLeft: number;
  readonly unmatchedLeft: number;
  readonly missingLeft: number;
  readonly matchedRight: number;
  readonly unmatchedRight: number;
  readonly missingRight: number;
  /** Different keys that occur more than once on a side, and the rows that have them. */
  readonly repeatedRight: { readonly keys: number; readonly rows: number; readonly most: number };
  readonly repeatedLeft: { readonly keys: number; readonly rows: number; readonly most: number };
  /** Some keys without a partner, as they are written; at most eight a side. */
  readonly examplesLeft: readonly string[];
  readonly examplesRight: readonly string[];
  /** Some right keys that occur several times, the most frequent first. */
  readonly examplesRepeated: readonly { readonly key: string; readonly rows: number }[];
}

/** A column of an appended table: which tables had it, and whether its types had to be reconciled. */
export interface AppendedColumn {
  readonly name: string;
  readonly from: 'both' | 'left' | 'right';
  /** Types of the two sides where they differ; the column is then text. */
  readonly types: readonly [string, string] | null;
}

export interface JoinDisplay {
  readonly how: 'left' | 'inner' | 'anti' | 'append';
  readonly rows: number;
  readonly columns: readonly ColumnMeta[];
  readonly leftRows: number;
  readonly rightRows: number;
  /** Null for an appended table. */
  readonly matching: Matching | null;
  readonly appended: readonly AppendedColumn[];
  /** Names that both tables had, as they are called now. */
  readonly renamed: readonly {
    readonly name: string;
    readonly left: string;
    readonly right: string;
  }[];
  /** The first rows that come out (at most 5), of the first 12 columns. */
  readonly preview: readonly (readonly (string | null)[])[];
}
