import type { ColumnMeta, TableValue } from '../../core/values';
import { codeValues } from '../rfm/code-values';
import { isWhole, repeatedName } from '../rfm/guess-columns';
import type { RoleColumn } from '../rfm/roles';
import { epochUnit } from './epoch';
import { eventRoleScore } from './role-names';
import { EVENT_ROLES, type EventRole, type EventRoles } from './roles';

/** What people do has so many names at most, when nothing but its values says that it is that. */
const MOST_UNNAMED = 200;

/**
 * Which column of a log is the user, the time, the event: by name first, in Chinese and English,
 * then by what the values are. A column has one role at most.
 */
export function* guessEventRoles(table: TableValue): Generator<void, EventRoles> {
  const found: Partial<Record<EventRole, RoleColumn>> = {};
  const taken = new Set<string>();
  const take = (role: EventRole, column: ColumnMeta | undefined, by: RoleColumn['by']) => {
    if (column === undefined) return;
    found[role] = { column: column.name, by };
    taken.add(column.id);
  };
  for (const role of EVENT_ROLES) {
    for (const column of candidates(table, role, taken)) {
      if (!(yield* fits(table, role, column))) continue;
      take(role, column, 'name');
      break;
    }
    yield;
  }
  const free = () => table.columns.filter(({ id }) => !taken.has(id));
  if (!found.user) take('user', yield* repeatedName(table, free()), 'content');
  if (!found.event) take('event', yield* fewWords(table, free()), 'content');
  return found;
}

/** Columns whose names say that they may be it, the surest first. */
function candidates(
  table: TableValue,
  role: EventRole,
  taken: ReadonlySet<string>,
): readonly ColumnMeta[] {
  return table.columns
    .filter(({ id }) => !taken.has(id))
    .map((column) => ({ column, score: eventRoleScore(role, column.name, column.type) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ column }) => column);
}

/** Whether the values may be what the name says. */
function* fits(table: TableValue, role: EventRole, column: ColumnMeta): Generator<void, boolean> {
  if (role === 'user') return isWhole(table, column);
  if (role === 'time') return column.type === 'date' || epochUnit(table, column) !== null;
  if (role !== 'event') return true;
  // What has a name of its own in every row is a number of the event, not what happened.
  const { count } = yield* codeValues(table, column);
  return table.rows < 4 || count <= table.rows / 2;
}

/** The first column of a few words. */
function* fewWords(
  table: TableValue,
  columns: readonly ColumnMeta[],
): Generator<void, ColumnMeta | undefined> {
  for (const column of columns) {
    if (column.type !== 'category') continue;
    const { count } = yield* codeValues(table, column);
    if (count >= 2 && count <= MOST_UNNAMED) return column;
  }
  return undefined;
}
