import type { ColumnMeta, TableValue } from '../../core/values';
import { isIdentifierName } from '../column-names';
import { numbersBetween } from '../column';
import { codeValues } from './code-values';
import { isReturnStatus, wordsIn, RETURN_WORDS } from './return-words';
import { roleScore } from './role-names';
import { ROLES, type Role, type RoleColumn, type RoleColumns } from './roles';

/** Rows whose values are looked at. */
const LOOK = 20_000;

/**
 * Which column of a table is the customer, the order, the date, the money …: by name first, in
 * Chinese and English, then by what the values are. A column has one role at most. Looks at the
 * first 20,000 rows of a few columns.
 */
export function* guessColumns(table: TableValue): Generator<void, RoleColumns> {
  const found: Partial<Record<Role, RoleColumn>> = {};
  const taken = new Set<string>();
  const take = (role: Role, column: ColumnMeta | undefined, by: RoleColumn['by']) => {
    if (column === undefined) return;
    found[role] = { column: column.name, by };
    taken.add(column.id);
  };
  for (const role of ROLES) {
    const named = best(table, role, taken);
    if (named !== undefined && (yield* fits(table, role, named))) take(role, named, 'name');
    yield;
  }
  const free = () => table.columns.filter(({ id }) => !taken.has(id));
  if (!found.customer) take('customer', yield* repeatedName(table, free()), 'content');
  if (!found.amount && !found.price) take('amount', yield* moneyLike(table, free()), 'content');
  return found;
}

function best(table: TableValue, role: Role, taken: ReadonlySet<string>): ColumnMeta | undefined {
  const scored = table.columns
    .filter(({ id }) => !taken.has(id))
    .map((column) => ({ column, score: roleScore(role, column.name, column.type) }))
    .filter(({ score }) => score > 0);
  const most = Math.max(...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === most)?.column;
}

/** Whether the values may be what the name says. */
function* fits(table: TableValue, role: Role, column: ColumnMeta): Generator<void, boolean> {
  if (role === 'customer' || role === 'order') return isWhole(table, column);
  if (role === 'status') return yield* saysReturn(table, column);
  return true;
}

function firstNumbers(table: TableValue, column: ColumnMeta): Float64Array {
  const into = new Float64Array(Math.min(LOOK, table.rows));
  numbersBetween(table, column.id, { from: 0, into });
  return into;
}

/** Numbers that name something are whole. */
export function isWhole(table: TableValue, column: ColumnMeta): boolean {
  if (column.type !== 'number') return true;
  const numbers = firstNumbers(table, column);
  return numbers.every((value) => Number.isNaN(value) || Number.isInteger(value));
}

function* saysReturn(table: TableValue, column: ColumnMeta): Generator<void, boolean> {
  if (column.type === 'boolean') return true;
  if (column.type === 'number') {
    const numbers = firstNumbers(table, column);
    return numbers.every((value) => Number.isNaN(value) || value === 0 || value === 1);
  }
  const { count, bytesOf } = yield* codeValues(table, column);
  const words = wordsIn(RETURN_WORDS);
  const decoder = new TextDecoder();
  // A note that people typed is no status.
  if (bytesOf === null || count > 200) return false;
  return Array.from({ length: count }, (_, code) => decoder.decode(bytesOf(code))).some((status) =>
    isReturnStatus(status, { column: column.name, words }),
  );
}

/** The first column that names things, of which the same come back. */
export function* repeatedName(
  table: TableValue,
  columns: readonly ColumnMeta[],
): Generator<void, ColumnMeta | undefined> {
  for (const column of columns) {
    const isName = column.type === 'identifier' || isIdentifierName(column.name);
    if (!isName || !['identifier', 'text', 'number', 'category'].includes(column.type)) continue;
    if (!isWhole(table, column)) continue;
    const { codes, count } = yield* codeValues(table, column);
    const present = codes.reduce((sum, code) => (code < 0 ? sum : sum + 1), 0);
    if (count >= 2 && count * 1.2 <= present) return column;
  }
  return undefined;
}

/** The only column of numbers with cents. */
function* moneyLike(
  table: TableValue,
  columns: readonly ColumnMeta[],
): Generator<void, ColumnMeta | undefined> {
  const found: ColumnMeta[] = [];
  for (const column of columns) {
    if (column.type !== 'number' || isIdentifierName(column.name)) continue;
    const numbers = firstNumbers(table, column);
    const present = numbers.filter((value) => !Number.isNaN(value));
    const cents = present.filter((value) => !Number.isInteger(value) && isCents(value)).length;
    if (cents > 0 && present.every((value) => Number.isInteger(value) || isCents(value))) {
      found.push(column);
    }
    yield;
  }
  return found.length === 1 ? found[0] : undefined;
}

function isCents(value: number): boolean {
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
}
