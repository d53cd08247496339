import type { TableValue } from '../../core/values';
import { createNamer } from '../../table/column-namer';
import {
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
  type NewColumn,
} from '../../table/create-table';
import { takenColumn } from '../../table/take-rows';
import type { Found } from './found';
import { ROW_NAMES } from './row-names';

const BLOCK = 1 << 13;
const MINUTE_MS = 60_000;
/** A path names so many events and then says that it goes on. */
export const MOST_STEPS = 12;
type Name = keyof typeof ROW_NAMES;

/** One row a session, user by user in time order: when, how long, how many events and which. */
export function* sessionsTable(found: Found): Generator<void, TableValue> {
  const { table, columns, ordered, sessions, language, log } = found;
  const facts = yield* factsOf(found);
  const named = createNamer();
  const numbers = (name: Name, values: Float64Array, unit?: string): NewColumn =>
    numberColumn(named(ROW_NAMES[name][language]), values, unit);
  const dates = (name: Name, values: Float64Array): NewColumn =>
    dateColumn(named(ROW_NAMES[name][language]), values);
  const firstRows = Int32Array.from({ length: sessions.count }, (_, session) => {
    return ordered.rows[sessions.starts[session]!]!;
  });
  const user = yield* takenColumn(table, columns.user, firstRows);
  const made: NewColumn[] = [{ ...user, name: named(user.name) }, numbers('session', facts.number)];
  made.push(dates('start', facts.start), dates('end', facts.end));
  yield;
  if (log.hasClock) made.push(numbers('minutes', facts.minutes));
  made.push(numbers('events', facts.events));
  yield;
  if (log.events !== null) {
    made.push(numbers('distinct', facts.distinct));
    for (const [name, codes] of [
      ['firstEvent', facts.firstEvent],
      ['lastEvent', facts.lastEvent],
    ] as const) {
      made.push(categoryColumn(named(ROW_NAMES[name][language]), codes, found.eventNames));
      yield;
    }
    const path = named(ROW_NAMES.path[language]);
    made.push(textColumn(path, yield* pathsOf(found)));
    yield;
  }
  if (log.values !== null) made.push(numbers('valueSum', facts.valueSum, columns.value?.unit));
  return createTable(made, sessions.count);
}

interface SessionFacts {
  readonly number: Float64Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly minutes: Float64Array;
  readonly events: Float64Array;
  readonly distinct: Float64Array;
  readonly valueSum: Float64Array;
  readonly firstEvent: Int32Array;
  readonly lastEvent: Int32Array;
}

function* factsOf(found: Found): Generator<void, SessionFacts> {
  const { sessions, ordered, log, shiftMs } = found;
  const missing = () => new Float64Array(sessions.count).fill(NaN);
  const facts = {
    number: missing(),
    start: missing(),
    end: missing(),
    minutes: missing(),
    events: missing(),
    distinct: missing(),
    valueSum: missing(),
    firstEvent: new Int32Array(sessions.count).fill(-1),
    lastEvent: new Int32Array(sessions.count).fill(-1),
  };
  const seenIn = new Int32Array(found.eventNames.length).fill(-1);
  let user = 0;
  for (let session = 0; session < sessions.count; session++) {
    while (sessions.ofUser[user + 1]! <= session) user++;
    const [from, to] = [sessions.starts[session]!, sessions.starts[session + 1]!];
    const [first, last] = [ordered.rows[from]!, ordered.rows[to - 1]!];
    facts.number[session] = session - sessions.ofUser[user]! + 1;
    facts.start[session] = log.when[first]! - shiftMs;
    facts.end[session] = log.when[last]! - shiftMs;
    facts.minutes[session] = (log.when[last]! - log.when[first]!) / MINUTE_MS;
    facts.events[session] = to - from;
    const { distinct, sum } = sumUp(found, { from, to, session }, seenIn);
    facts.distinct[session] = distinct;
    facts.valueSum[session] = sum;
    if (log.events !== null) {
      facts.firstEvent[session] = log.events.codes[first]!;
      facts.lastEvent[session] = log.events.codes[last]!;
    }
    if ((session & (BLOCK - 1)) === 0) yield;
  }
  return facts;
}

/** Different events of a session, and the sum of the values in it; NaN where none is there. */
function sumUp(
  { log, ordered }: Found,
  { from, to, session }: { readonly from: number; readonly to: number; readonly session: number },
  seenIn: Int32Array,
): { readonly distinct: number; readonly sum: number } {
  let distinct = 0;
  let sum = NaN;
  for (let i = from; i < to; i++) {
    const row = ordered.rows[i]!;
    const code = log.events === null ? -1 : log.events.codes[row]!;
    if (code >= 0 && seenIn[code] !== session) {
      seenIn[code] = session;
      distinct++;
    }
    const value = log.values === null ? NaN : log.values[row]!;
    if (!Number.isNaN(value)) sum = Number.isNaN(sum) ? value : sum + value;
  }
  return { distinct, sum };
}

/** "view → cart → buy"; an event several times in a row is named once, with how often. */
function* pathsOf({ sessions, ordered, log, eventNames }: Found): Generator<void, string[]> {
  const paths: string[] = [];
  const codes = log.events?.codes ?? new Int32Array(0);
  for (let session = 0; session < sessions.count; session++) {
    const steps: { code: number; count: number }[] = [];
    for (let i = sessions.starts[session]!; i < sessions.starts[session + 1]!; i++) {
      const code = codes[ordered.rows[i]!]!;
      const last = steps.at(-1);
      if (last?.code === code) last.count++;
      else if (steps.length === MOST_STEPS) {
        steps.push({ code: -1, count: 1 });
        break;
      } else steps.push({ code, count: 1 });
    }
    const words = steps.map(({ code, count }) => {
      const name = eventNames[code] ?? '…';
      return count === 1 ? name : `${name} ×${count}`;
    });
    paths.push(words.join(' → '));
    if ((session & (BLOCK / 4 - 1)) === 0) yield;
  }
  return paths;
}
