import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { ColumnMeta, TableValue } from '../../core/values';
import { columnNamed } from '../../table/column';
import type { RoleColumn } from '../../table/rfm/roles';
import { epochUnit } from '../../table/sequence/epoch';
import { guessEventRoles } from '../../table/sequence/guess-roles';
import type { EventColumns } from '../../table/sequence/read-events';
import { EVENT_ROLES, type EventRole, type EventRoles } from '../../table/sequence/roles';
import type { definition } from './definition';

type SequenceParams = ParamsOf<(typeof definition)['params']>;

/** The column of each role: the chosen one, else (when asked to) a guess. Throws `Problem`s. */
export function* chooseRoles(
  params: SequenceParams,
  table: TableValue,
): Generator<void, EventRoles> {
  const guessed = params.guess ? yield* guessEventRoles(table) : {};
  const chosen = EVENT_ROLES.map((role) => params[role]).filter((name) => name !== '');
  const entries = EVENT_ROLES.flatMap((role): readonly (readonly [EventRole, RoleColumn])[] => {
    const guess = guessed[role];
    if (params[role] !== '') {
      const { name } = columnNamed(table, params[role]);
      // What would have been guessed anyway keeps the reason for it.
      return [[role, guess?.column === name ? guess : { column: name, by: 'chosen' }]];
    }
    return guess !== undefined && !chosen.includes(guess.column) ? [[role, guess]] : [];
  });
  return Object.fromEntries(entries);
}

/** The columns behind the roles; throws where one is wanting or cannot serve. */
export function columnsFor(roles: EventRoles, table: TableValue): EventColumns {
  const of = (role: EventRole): ColumnMeta | null => {
    const found = roles[role];
    return found === undefined ? null : columnNamed(table, found.column);
  };
  const needed = (role: EventRole): ColumnMeta => {
    const column = of(role);
    if (column === null) throw new Problem('events-column-missing', { role });
    return column;
  };
  const [user, time] = [needed('user'), needed('time')];
  if (time.type !== 'date' && epochUnit(table, time) === null) refuseType(time, 'time');
  const value = of('value');
  if (value !== null && value.type !== 'number') refuseType(value, 'value');
  return { user, time, event: of('event'), value };
}

function refuseType({ name, type }: ColumnMeta, role: EventRole): never {
  throw new Problem('events-column-type', { column: name, role, found: type });
}
