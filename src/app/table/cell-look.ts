import type { ColumnGlance } from '../../core/table-rows';
import type { ColumnMeta } from '../../core/values';
import type { Language } from '../../core/words';
import { tableWords as words } from '../../locale/table-view';
import { hasYears, numberText } from './value-words';

export interface CellLook {
  /** `missing` is never a number and never an empty text; `coming`: the row is on its way. */
  readonly kind: 'value' | 'missing' | 'empty' | 'coming';
  readonly text: string;
  /** For who does not see it. */
  readonly said: string;
  readonly isRight: boolean;
}

interface Around {
  readonly column: ColumnMeta | undefined;
  readonly glance: ColumnGlance | undefined;
  readonly language: Language;
}

/** How a value stands in the grid: one line, numbers with the decimals of their column. */
export function cellLook(
  value: number | string | null | undefined,
  { column, glance, language }: Around,
): CellLook {
  const isRight = column?.type === 'number';
  const without = (kind: CellLook['kind'], said: { zh: string; en: string }): CellLook => ({
    kind,
    text: '',
    said: said[language],
    isRight,
  });
  if (value === undefined) return without('coming', words.coming);
  if (value === null) return without('missing', words.missing);
  if (value === '') return without('empty', words.emptyText);
  const text =
    typeof value === 'number'
      ? numberText(value, glance?.decimals ?? usualDecimals(value), isYear(column, glance))
      : oneLine(value);
  return { kind: 'value', text, said: text, isRight };
}

function isYear(column: ColumnMeta | undefined, glance: ColumnGlance | undefined): boolean {
  return column !== undefined && hasYears(column, glance);
}

/** Until the decimals of the column are known. */
function usualDecimals(value: number): number {
  const [, fraction = ''] = String(value).split('.');
  return Math.min(6, fraction.length);
}

/** Line ends and tabs as signs: a row has one line. */
function oneLine(text: string): string {
  return /[\r\n\t]/.test(text) ? text.replaceAll(/\r\n?|\n/g, ' ⏎ ').replaceAll('\t', ' ⇥ ') : text;
}
