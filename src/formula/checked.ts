import type { ColumnMeta } from '../core/values';
import type { Span } from './fault';
import type { RowFunction } from './row-function';
import type { FormulaType } from './values';
import type { WholeFunction } from './whole-function';

/** A part of a formula whose names and types are known. */
export type Checked = Span & {
  readonly type: FormulaType;
  /** The unit of its numbers, where they have one. */
  readonly unit?: string | undefined;
} & (
    | { readonly kind: 'constant'; readonly value: number | string | null }
    /** Values written out in brackets; only some arguments may be one. */
    | { readonly kind: 'list'; readonly values: readonly (number | string)[] }
    | { readonly kind: 'column'; readonly column: ColumnMeta }
    | { readonly kind: 'row'; readonly fn: RowFunction; readonly args: readonly Checked[] }
    | { readonly kind: 'whole'; readonly fn: WholeFunction; readonly args: readonly Checked[] }
  );

/** What a formula is checked against. */
export interface Surroundings {
  readonly columns: readonly ColumnMeta[];
  /** What `today()` means, in ms since 1970; null: nothing. */
  readonly reference: number | null;
}
