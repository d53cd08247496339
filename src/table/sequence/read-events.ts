import type { ColumnMeta, TableValue } from '../../core/values';
import { codeValues, readNumbers, type CodedValues } from '../rfm/code-values';
import { readTimes } from './epoch';
import { EVENT_OUTCOMES, type EventOutcome } from './outcomes';

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
const BLOCK = 1 << 15;

/** The columns of a log; `event` null: a row says only that somebody was there. */
export interface EventColumns {
  readonly user: ColumnMeta;
  readonly time: ColumnMeta;
  readonly event: ColumnMeta | null;
  readonly value: ColumnMeta | null;
}

export interface EventRules {
  /** Hours that are added to the times as read, to have them as the users' clocks showed them. */
  readonly zone: number;
  /** Midnight (ms, on the users' clocks) before which events count; null: all do. */
  readonly reference: number | null;
}

export interface EventLog {
  readonly rows: number;
  /** Index into `EVENT_OUTCOMES`, one a row. */
  readonly outcomes: Uint8Array;
  readonly counts: Readonly<Record<EventOutcome, number>>;
  readonly users: CodedValues;
  /** Milliseconds since 1970 on the users' clocks. */
  readonly when: Float64Array;
  readonly events: CodedValues | null;
  /** NaN is missing; null without a column. */
  readonly values: Float64Array | null;
  /** True when some event is not at midnight as it was read: the log knows times of the day. */
  readonly hasClock: boolean;
}

/** Reads the rows of a log and judges each. Linear, yields. */
export function* readEvents(
  table: TableValue,
  columns: EventColumns,
  { zone, reference }: EventRules,
): Generator<void, EventLog> {
  const outcomes = new Uint8Array(table.rows);
  const users = yield* codeValues(table, columns.user);
  yield* mark(outcomes, 'user-missing', (row) => users.codes[row]! < 0);
  const when = yield* readTimes(table, columns.time);
  yield* mark(outcomes, 'time-missing', (row) => Number.isNaN(when[row]!));
  const events = columns.event && (yield* codeValues(table, columns.event));
  if (events !== null) yield* mark(outcomes, 'event-missing', (row) => events.codes[row]! < 0);
  const hasClock = yield* shift(when, zone * HOUR_MS);
  if (reference !== null)
    yield* mark(outcomes, 'after-reference', (row) => when[row]! >= reference);
  const values = columns.value && (yield* readNumbers(table, columns.value.id));
  const counts = yield* countOutcomes(outcomes);
  return { rows: table.rows, outcomes, counts, users, when, events, values, hasClock };
}

/** Gives the rows that still count, and for which `holds` is true, this outcome. */
function* mark(
  outcomes: Uint8Array,
  outcome: EventOutcome,
  holds: (row: number) => boolean,
): Generator<void, void> {
  const code = EVENT_OUTCOMES.indexOf(outcome);
  for (let row = 0; row < outcomes.length; row++) {
    if (outcomes[row] === 0 && holds(row)) outcomes[row] = code;
    if ((row & (BLOCK - 1)) === 0) yield;
  }
}

/** Moves the times in place; true when one of them was not at midnight before. */
function* shift(when: Float64Array, by: number): Generator<void, boolean> {
  let hasClock = false;
  for (let row = 0; row < when.length; row++) {
    const ms = when[row]!;
    if (!hasClock && !Number.isNaN(ms) && ms % DAY_MS !== 0) hasClock = true;
    when[row] = ms + by;
    if ((row & (BLOCK - 1)) === 0) yield;
  }
  return hasClock;
}

function* countOutcomes(outcomes: Uint8Array): Generator<void, Record<EventOutcome, number>> {
  const counts = new Float64Array(EVENT_OUTCOMES.length);
  for (let row = 0; row < outcomes.length; row++) {
    counts[outcomes[row]!]!++;
    if ((row & (BLOCK - 1)) === 0) yield;
  }
  const entries = EVENT_OUTCOMES.map((outcome, code) => [outcome, counts[code]!]);
  // One entry an outcome, each a count.
  return Object.fromEntries(entries) as Record<EventOutcome, number>;
}
