import type { Signature } from './signature';

/** The group of every row, −1 where the value that groups is missing. */
export interface Groups {
  readonly of: Int32Array;
  readonly count: number;
}

/** What a whole-column function is given: all values of its first argument, and the rest. */
export interface WholeInput {
  /** NaN is missing. */
  readonly values: Float64Array;
  /** Of the argument that groups; null: all rows are one group. */
  readonly groups: Groups | null;
  /** The numbers that were written out. */
  readonly written: readonly number[];
}

/** Gives the values of `into.length` rows from row `from` on. */
export type Fill = (from: number, into: Float64Array) => void;

/** A function whose value in a row depends on the whole column, such as its mean. */
export interface WholeFunction {
  readonly kind: 'whole';
  readonly name: string;
  readonly signature: Signature;
  readonly measure: (input: WholeInput) => Generator<void, Fill>;
  readonly keepsUnit?: boolean;
}
