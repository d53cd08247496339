import type { EditorInput } from '../../core/editor-props';
import type { ColumnMeta } from '../../core/values';
import { checkCondition, checkFormula, checkSyntax } from '../../formula/check';
import type { FormulaFault } from '../../formula/fault';
import { parseDate } from '../../formula/functions/dates';
import type { FormulaType } from '../../formula/values';
import { nameOf, type NewFormula } from './params';

export type KnownColumns = EditorInput['columns'];

/** What is known of a formula while it is written. */
export interface Verdict {
  readonly fault: FormulaFault | null;
  /** What it gives; null: not known. */
  readonly type: FormulaType | null;
  readonly unit?: string | undefined;
  /** A column of the table that it would take the place of. */
  readonly isReplacing: boolean;
}

const NOTHING: Verdict = { fault: null, type: null, isReplacing: false };

/** The columns as the language knows them; null while some type is not known. */
function metasOf(columns: KnownColumns): ColumnMeta[] | null {
  const metas = columns.flatMap(({ name, type, unit }, index) =>
    type === undefined ? [] : [{ id: `c${index}`, name, type, ...(unit ? { unit } : {}) }],
  );
  return metas.length === columns.length && metas.length > 0 ? metas : null;
}

/** Judges formulas in order, each against the columns of the table and those before it. */
export function judge(
  written: readonly NewFormula[],
  { filter, reference: day }: { readonly filter: string; readonly reference: string },
  known: KnownColumns,
): { readonly columns: readonly Verdict[]; readonly filter: Verdict } {
  const reference = day.trim() === '' ? null : orNull(parseDate(day));
  let columns = metasOf(known);
  const verdicts = written.map((one): Verdict => {
    if (one.formula.trim() === '') return NOTHING;
    if (columns === null) return { ...NOTHING, fault: checkSyntax(one.formula) };
    const name = nameOf(one);
    const isReplacing = columns.some((column) => column.name === name);
    const { ok, fault } = checkFormula(one.formula, { columns, reference });
    if (ok === null) return { fault, type: null, isReplacing };
    const { type, unit } = ok;
    const made = { id: name, name, type: type === 'missing' ? 'number' : type } as const;
    columns = [...columns.filter((column) => column.name !== name), made];
    return { fault, type, unit, isReplacing };
  });
  return { columns: verdicts, filter: judgeFilter(filter, columns, reference) };
}

const orNull = (ms: number) => (Number.isNaN(ms) ? null : ms);

function judgeFilter(
  filter: string,
  columns: readonly ColumnMeta[] | null,
  reference: number | null,
): Verdict {
  if (filter.trim() === '') return NOTHING;
  if (columns === null) return { ...NOTHING, fault: checkSyntax(filter) };
  // That a condition is true or false needs no saying.
  return { ...NOTHING, fault: checkCondition(filter, { columns, reference }).fault };
}

/** True while a formula is only not finished: it breaks off at its end. */
export function isUnfinished(fault: FormulaFault, text: string): boolean {
  const isAtEnd = fault.position >= text.trimEnd().length;
  const isOpen = ['paren-unclosed', 'quote-unclosed', 'bracket-unclosed'].includes(fault.reason);
  return isOpen || (fault.reason === 'operand-expected' && isAtEnd);
}
