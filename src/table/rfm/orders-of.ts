import type { TableValue } from '../../core/values';
import { columnNamed } from '../column';
import { codeValues, readNumbers } from './code-values';
import { guessColumns } from './guess-columns';
import { DAY_MS } from './outcomes';
import { isEventName } from './role-names';
import type { RoleColumns } from './roles';

/** Rows a customer, on average, from which on customers come back rather than appear twice. */
const LEAST_ROWS = 1.2;
const BLOCK = 1 << 15;

/**
 * The roles of the columns of a table of orders; null for any other table. It is one when the same
 * customers come back, on different days, and a row says what was paid, ordered or bought.
 */
export function* ordersOf(table: TableValue): Generator<void, RoleColumns | null> {
  if (!table.columns.some(({ type }) => type === 'date')) return null;
  const roles = yield* guessColumns(table);
  const { customer, date, order, amount, price, product } = roles;
  if (customer === undefined || date === undefined) return null;
  const hasMoney = amount !== undefined || price !== undefined;
  if (!hasMoney && order === undefined && product === undefined) return null;
  // What people do on a site is a log of events, of which orders are the smallest part.
  if (!hasMoney && table.columns.some(({ name }) => isEventName(name))) return null;
  return (yield* comeBack(table, customer.column, date.column)) ? roles : null;
}

/** True when customers have several rows, and some of them on several days. */
function* comeBack(table: TableValue, customer: string, date: string): Generator<void, boolean> {
  const { codes, count } = yield* codeValues(table, columnNamed(table, customer));
  const when = yield* readNumbers(table, columnNamed(table, date).id);
  const firstDay = new Float64Array(count).fill(NaN);
  let present = 0;
  let isAgain = false;
  for (let row = 0; row < table.rows; row++) {
    const code = codes[row]!;
    if (code >= 0) {
      present++;
      const day = Math.floor(when[row]! / DAY_MS);
      if (Number.isNaN(firstDay[code]!)) firstDay[code] = day;
      else if (day !== firstDay[code]! && !Number.isNaN(day)) isAgain = true;
    }
    if ((row & (BLOCK - 1)) === 0) yield;
  }
  return isAgain && count >= 2 && present >= LEAST_ROWS * count;
}
