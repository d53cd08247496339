import type { TableValue } from '../../core/values';
import { createNamer } from '../../table/column-namer';
import { createTable, numberColumn, type NewColumn } from '../../table/create-table';
import { takenColumn } from '../../table/take-rows';
import type { Found } from './found';
import { ROW_NAMES } from './row-names';

const BLOCK = 1 << 15;
const MINUTE_MS = 60_000;

/**
 * The events themselves, user by user in time order: in which session, at which place, how long
 * after the one before in it (missing for its first). What a model of sequences reads.
 */
export function* eventsTable(found: Found): Generator<void, TableValue> {
  const { table, columns, ordered, language } = found;
  const rows = new Int32Array(ordered.rows.buffer);
  const named = createNamer();
  const place = yield* placesOf(found);
  const added: Readonly<Record<string, Float64Array>> = { ...place };
  const numbers = (name: 'session' | 'position' | 'sincePrevious'): NewColumn =>
    numberColumn(named(ROW_NAMES[name][language]), added[name]!);
  const user = yield* takenColumn(table, columns.user, rows);
  const made: NewColumn[] = [{ ...user, name: named(user.name) }];
  made.push(numbers('session'), numbers('position'));
  for (const column of [columns.time, columns.event, columns.value]) {
    if (column === null) continue;
    const taken = yield* takenColumn(table, column, rows);
    made.push({ ...taken, name: named(taken.name) });
    yield;
  }
  made.push(numbers('sincePrevious'));
  return createTable(made, rows.length);
}

interface Places {
  readonly session: Float64Array;
  readonly position: Float64Array;
  readonly sincePrevious: Float64Array;
}

function* placesOf({ ordered, sessions, log }: Found): Generator<void, Places> {
  const missing = () => new Float64Array(ordered.rows.length).fill(NaN);
  const places = { session: missing(), position: missing(), sincePrevious: missing() };
  for (let user = 0; user < sessions.ofUser.length - 1; user++) {
    const first = sessions.ofUser[user]!;
    for (let session = first; session < sessions.ofUser[user + 1]!; session++) {
      const from = sessions.starts[session]!;
      for (let i = from; i < sessions.starts[session + 1]!; i++) {
        places.session[i] = session - first + 1;
        places.position[i] = i - from + 1;
        if (i > from) places.sincePrevious[i] = minutesBetween(i - 1, i);
        if ((i & (BLOCK - 1)) === 0) yield;
      }
    }
  }
  return places;

  function minutesBetween(a: number, b: number): number {
    return (log.when[ordered.rows[b]!]! - log.when[ordered.rows[a]!]!) / MINUTE_MS;
  }
}
