import type { ColumnType } from '../../core/values';

/** Why a step was not done; nothing of it was, and the steps after it were. */
export type StepFault =
  | { readonly code: 'column-missing'; readonly column: string }
  /** The step is for columns of other types. */
  | { readonly code: 'column-type'; readonly column: string; readonly type: ColumnType }
  /** The step is for columns that this table has none of, and none was named. */
  | { readonly code: 'no-column' }
  /** A value that was to be written is none of the column's type. */
  | { readonly code: 'value-unreadable'; readonly column: string; readonly value: string }
  /** No value is there to take a mean or a median of. */
  | { readonly code: 'no-values'; readonly column: string }
  /** Day and month cannot be told apart by the values. */
  | { readonly code: 'date-order-unknown'; readonly column: string }
  /** Not one value could be read as the new type. */
  | { readonly code: 'nothing-readable'; readonly column: string; readonly value: string }
  | {
      readonly code: 'pattern-refused';
      readonly reason: PatternFlaw;
      /** 1-based place in the pattern. */
      readonly at: number;
    }
  | { readonly code: 'no-columns-left' };

/**
 * Why a pattern is not taken: too long; too many states; it looks around or back, which no linear time
 * allows; a form that is not known here; not a pattern.
 */
export type PatternFlaw = 'too-long' | 'too-large' | 'not-linear' | 'unsupported' | 'invalid';

/** Thrown inside a step; `cleanTable` turns it into the outcome of the step. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
  constructor(readonly fault: StepFault) {
    super(fault.code);
  }
}

export function failStep(fault: StepFault): never {
  throw new StepFailure(fault);
}
