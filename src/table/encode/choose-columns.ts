import type { ColumnMeta, TableValue } from '../../core/values';
import { numbersOf } from '../column';
import { isGroupName, isIdentifierName } from '../column-names';
import { rangeOf } from './moments';

/** Why a column is no feature; the words are with the cell that shows them. */
export type LeftOutReason =
  | 'not-chosen'
  | 'constant'
  | 'all-missing'
  | 'mostly-missing'
  | 'two-values'
  | 'identifier'
  | 'text'
  | 'category'
  | 'boolean'
  | 'date';

export interface ColumnChoice {
  readonly chosen: readonly ColumnMeta[];
  readonly leftOut: readonly { readonly column: string; readonly reason: LeftOutReason }[];
}

/**
 * The columns that a person would start with: numbers that say how much or how many. Left out
 * are identifiers (also numbers that only count the rows), columns without any value or with
 * one value only, columns with more missing than present, and 0/1 columns, whose rare side
 * would pull whole segments towards it; the last two come in when nothing else is left.
 * Categories, dates and yes/no come in only when asked for. A few passes a column; pauses after each.
 */
export function* chooseColumns(table: TableValue): Generator<void, ColumnChoice> {
  const judged: Judged[] = [];
  for (const column of table.columns) {
    judged.push({ column, reason: judge(table, column) });
    yield;
  }
  const best = judged.filter(({ reason }) => reason === null);
  const chosen = best.length > 0 ? best : judged.filter(({ reason }) => isSpare(reason));
  return {
    chosen: chosen.map(({ column }) => column),
    leftOut: judged.flatMap(({ column, reason }) =>
      reason === null || chosen.some((entry) => entry.column === column)
        ? []
        : [{ column: column.name, reason }],
    ),
  };
}

interface Judged {
  readonly column: ColumnMeta;
  readonly reason: LeftOutReason | null;
}

function isSpare(reason: LeftOutReason | null): boolean {
  return reason === 'two-values' || reason === 'mostly-missing';
}

function judge(table: TableValue, column: ColumnMeta): LeftOutReason | null {
  return column.type === 'number' ? judgeNumbers(numbersOf(table, column.id), column) : column.type;
}

function judgeNumbers(numbers: Float64Array, column: ColumnMeta): LeftOutReason | null {
  const { present, min, max } = rangeOf(numbers);
  if (present === 0) return 'all-missing';
  if (min === max) return 'constant';
  if (isIdentifierColumn(numbers, column.name)) return 'identifier';
  if (present * 2 < numbers.length) return 'mostly-missing';
  return hasOthers(numbers, min, max) ? null : 'two-values';
}

/** True when a value lies between; stops at the first. */
function hasOthers(numbers: Float64Array, min: number, max: number): boolean {
  for (let row = 0; row < numbers.length; row++) {
    if (numbers[row]! > min && numbers[row]! < max) return true;
  }
  return false;
}

/**
 * Whole numbers under a name like "customer id", 会员号 or "region", or whole numbers that count the rows
 * one by one (twenty rows at least, so that a short column of small numbers is not taken for it).
 */
export function isIdentifierColumn(numbers: Float64Array, name: string): boolean {
  const isNamed = isIdentifierName(name) || isGroupName(name);
  if (!isNamed) return numbers.length >= 20 && isRowCount(numbers);
  for (let row = 0; row < numbers.length; row++) {
    if (numbers[row]! % 1 !== 0 && !Number.isNaN(numbers[row]!)) return false;
  }
  return true;
}

function isRowCount(numbers: Float64Array): boolean {
  if (!Number.isInteger(numbers[0])) return false;
  for (let row = 1; row < numbers.length; row++) {
    if (numbers[row] !== numbers[row - 1]! + 1) return false;
  }
  return true;
}
