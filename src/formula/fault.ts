/** What is wrong with a formula, under which letters. The words are in `locale/formula-faults.ts`. */
export interface FormulaFault {
  readonly reason: FaultReason;
  /** Of the first letter concerned, in UTF-16 units of the formula as it was typed. */
  readonly position: number;
  readonly length: number;
  /** The text or the type that stands there. */
  readonly found: string;
  /** Types, a function's name, a limit: what the reason speaks of. */
  readonly expected: string;
  /** Names that may have been meant, the nearest first. */
  readonly near: readonly string[];
}

export type FaultReason =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'too-many-parts'
  | 'too-many-whole'
  | 'character-unknown'
  | 'quote-unclosed'
  | 'bracket-unclosed'
  | 'number-invalid'
  | 'operand-expected'
  | 'operator-expected'
  | 'paren-unclosed'
  | 'paren-unopened'
  | 'comma-outside'
  | 'list-expected'
  | 'list-misplaced'
  | 'literal-expected'
  | 'edges-unsorted'
  | 'labels-count'
  | 'count-wrong'
  | 'function-unknown'
  | 'function-without-parens'
  | 'column-unknown'
  | 'arguments-few'
  | 'arguments-many'
  | 'type-wrong'
  | 'types-differ'
  | 'date-invalid'
  | 'reference-missing'
  | 'not-a-condition'
  | 'name-empty';

/** Where a part of a formula stands. */
export interface Span {
  readonly position: number;
  readonly length: number;
}

/** Thrown while a formula is read; `parseFormula` and `checkFormula` turn it into a value. */
export class FormulaError extends Error {
  readonly fault: FormulaFault;

  constructor(
    reason: FaultReason,
    { position, length }: Span,
    facts: {
      readonly found?: string;
      readonly expected?: string;
      readonly near?: readonly string[];
    } = {},
  ) {
    super(reason);
    const { found = '', expected = '', near = [] } = facts;
    this.fault = { reason, position, length, found, expected, near };
  }
}

/** What the work gives, or the fault that stopped it. Errors of other kinds go on. */
export function orFault<T>(
  work: () => T,
): { readonly ok: T; readonly fault: null } | { readonly ok: null; readonly fault: FormulaFault } {
  try {
    return { ok: work(), fault: null };
  } catch (thrown) {
    if (thrown instanceof FormulaError) return { ok: null, fault: thrown.fault };
    throw thrown;
  }
}
