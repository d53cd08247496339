import type { TableValue } from '../../core/values';
import { columnNamed } from '../column';
import { codeValues } from '../rfm/code-values';
import { roleScore } from '../rfm/role-names';
import { readTimes } from './epoch';
import { guessEventRoles } from './guess-roles';
import { DAY_MS } from './read-events';
import { eventRoleScore } from './role-names';
import type { EventRoles } from './roles';

/** Rows a user, on average, from which on users come back rather than appear twice. */
const LEAST_ROWS = 1.5;
const BLOCK = 1 << 15;

/**
 * The roles of the columns of a log of events; null for any other table. It is one when a column
 * named for what people do says so, no column numbers orders, and the same users come back, with
 * times of the day or on several days.
 */
export function* eventLogOf(table: TableValue): Generator<void, EventRoles | null> {
  const hasOrders = table.columns.some(({ name, type }) => roleScore('order', name, type) === 2);
  if (hasOrders) return null;
  const roles = yield* guessEventRoles(table);
  const { user, time, event } = roles;
  if (user === undefined || time === undefined || event?.by !== 'name') return null;
  const { name, type } = columnNamed(table, event.column);
  // Names of goods and pages tell what was bought as well as what was looked at.
  if (eventRoleScore('event', name, type) < 3) return null;
  return (yield* comeBack(table, user.column, time.column)) ? roles : null;
}

function* comeBack(table: TableValue, user: string, time: string): Generator<void, boolean> {
  const { codes, count } = yield* codeValues(table, columnNamed(table, user));
  const when = yield* readTimes(table, columnNamed(table, time));
  let present = 0;
  let hasClock = false;
  const days = new Set<number>();
  for (let row = 0; row < table.rows; row++) {
    if (codes[row]! >= 0 && !Number.isNaN(when[row]!)) {
      present++;
      if (when[row]! % DAY_MS !== 0) hasClock = true;
      else if (days.size < 2) days.add(when[row]!);
    }
    if ((row & (BLOCK - 1)) === 0) yield;
  }
  return (hasClock || days.size > 1) && count >= 2 && present >= LEAST_ROWS * count;
}
