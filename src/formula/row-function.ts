import type { Signature } from './signature';
import type { Block } from './values';

/** Why a value is missing where all that it is made of is there. */
export type MissingReason =
  | 'divided-by-zero'
  | 'log-of-none'
  | 'root-of-negative'
  | 'too-large'
  | 'not-a-number'
  | 'not-a-date'
  | 'no-such-part'
  | 'no-case'
  | 'outside-edges'
  | 'no-values'
  | 'not-defined';

/** Computes the first `rows` values of a stretch from those of its arguments. */
export type Run = (args: readonly Block[], into: Block, rows: number) => void;

/** A function or operator whose value in a row follows from the arguments in that row. */
export interface RowFunction {
  readonly kind: 'row';
  readonly name: string;
  readonly signature: Signature;
  readonly run: Run;
  /** The unit of the arguments is the unit of the result. */
  readonly keepsUnit?: boolean;
  /** Why the value of a row is missing although no argument is; absent: `not-defined`. */
  readonly why?: (args: readonly Block[], row: number) => MissingReason;
  /**
   * The argument that makes the value of a row missing; −1: none, `why` tells. Absent: the first
   * argument that is missing.
   */
  readonly blame?: (args: readonly Block[], row: number) => number;
}

export function rowFunction(
  name: string,
  signature: Signature,
  rest: Omit<RowFunction, 'kind' | 'name' | 'signature'>,
): RowFunction {
  return { kind: 'row', name, signature, ...rest };
}

/** These casts hold by the types that the checker has seen: text for texts, all else for numbers. */
export function numbersIn(block: Block | undefined): Float64Array {
  return block as Float64Array;
}

export function textsIn(block: Block | undefined): (string | null)[] {
  return block as (string | null)[];
}
