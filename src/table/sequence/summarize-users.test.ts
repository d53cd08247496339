import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTable, dateColumn, textColumn } from '../create-table';
import { orderEvents } from './order-events';
import { DAY_MS, readEvents } from './read-events';
import { splitSessions } from './sessions';
import { summarizeUsers } from './summarize-users';
import type { UserFigures } from './user-figures';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FROM = Date.UTC(2024, 1, 26);
const REFERENCE = FROM + 14 * DAY_MS;
const GAP = 30 * MINUTE;
const WINDOWS = [1, 7];

interface Row {
  readonly user: string | null;
  readonly at: number | null;
  readonly event: string | null;
}

function done<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function figuresOf(rows: readonly Row[]): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const table = createTable([
    textColumn(
      'user',
      rows.map(({ user }) => user),
    ),
    dateColumn(
      'time',
      Float64Array.from(rows, ({ at }) => at ?? NaN),
    ),
    textColumn(
      'event',
      rows.map(({ event }) => event),
    ),
  ]);
  const [user, time, event] = table.columns as [never, never, never];
  const columns = { user, time, event, value: null };
  const log = done(readEvents(table, columns, { zone: 0, reference: REFERENCE }));
  const ordered = done(orderEvents(log));
  const sessions = done(splitSessions(ordered, log.when, GAP));
  const ground = { log, ordered, sessions, reference: REFERENCE, windows: WINDOWS };
  const figures = done(summarizeUsers({ ...ground, streak: 'days', chosen: [] }));
  const nameAt = (i: number) => rows[figures.row[i]!]!.user!;
  return new Map(Array.from({ length: figures.users }, (_, i) => [nameAt(i), at(figures, i)]));
}

const COMPARED = [
  'events',
  'activeDays',
  'longestStreak',
  'currentStreak',
  'sessions',
  'sessionMinutes',
  'distinct',
  'entropy',
  'meanGap',
  'medianGap',
  'hour',
  'weekday',
  'first',
  'last',
] as const;

function at(figures: UserFigures, i: number): Readonly<Record<string, number>> {
  const own = Object.fromEntries(COMPARED.map((name) => [name, figures[name][i]!]));
  return { ...own, day: figures.windows[0]![i]!, week: figures.windows[1]![i]! };
}

/** The same, each figure by itself as its definition says, of the events of one user. */
function plainly(events: readonly { readonly at: number; readonly event: string }[]) {
  const times = events.map((one) => one.at).sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, i) => time - times[i]!);
  const days = new Set(times.map((time) => Math.floor(time / DAY_MS)));
  const runTo = (day: number): number => (days.has(day) ? 1 + runTo(day - 1) : 0);
  const counts = [...new Set(events.map(({ event }) => event))].map(
    (name) => events.filter(({ event }) => event === name).length,
  );
  const starts = times.filter((time, i) => i === 0 || time - times[i - 1]! > GAP);
  const lengths = starts.map((start, i) => {
    const within = times.filter((time) => time >= start && time < (starts[i + 1] ?? Infinity));
    return within.at(-1)! - start;
  });
  const ascending = [...gaps].sort((a, b) => a - b);
  const half = (ascending.length - 1) / 2;
  return {
    events: times.length,
    activeDays: days.size,
    longestStreak: Math.max(...[...days].map(runTo)),
    currentStreak: runTo(REFERENCE / DAY_MS - 1),
    sessions: starts.length,
    sessionMinutes: mean(lengths) / MINUTE,
    distinct: counts.length,
    entropy: -counts.reduce((sum, n) => sum + (n / times.length) * Math.log2(n / times.length), 0),
    meanGap: mean(gaps) / HOUR,
    medianGap: (ascending[Math.floor(half)]! + ascending[Math.ceil(half)]!) / 2 / HOUR,
    hour: mostFrequent(times.map((time) => new Date(time).getUTCHours())),
    weekday: mostFrequent(times.map((time) => (new Date(time).getUTCDay() + 6) % 7)),
    first: times[0]!,
    last: times.at(-1)!,
    day: times.filter((time) => time >= REFERENCE - DAY_MS).length,
    week: times.filter((time) => time >= REFERENCE - 7 * DAY_MS).length,
  };
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Of equals the smallest. */
function mostFrequent(values: readonly number[]): number {
  const times = (value: number) => values.filter((other) => other === value).length;
  return [...values].sort((a, b) => times(b) - times(a) || a - b)[0]!;
}

/** Few users and close times, so that ties, equal gaps and gaps of exactly a session's end are common. */
const row: fc.Arbitrary<Row> = fc.record({
  user: fc.option(fc.constantFrom('甲', 'b', '', '__proto__'), { freq: 12 }),
  at: fc.option(
    fc.integer({ min: 0, max: 15 * 48 }).map((halves) => FROM + halves * GAP),
    { freq: 12 },
  ),
  event: fc.option(fc.constantFrom('view', 'buy', 'ask'), { freq: 12 }),
});

describe('the figures of users', () => {
  it('are those of their definitions, whatever the log and the order of its rows', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const counted = rows.flatMap(({ user, at: time, event }) =>
          user === null || time === null || event === null || time >= REFERENCE
            ? []
            : [{ user, at: time, event }],
        );
        // A log of days only knows no hours.
        const hasClock = rows.some(({ at: time }) => time !== null && time % DAY_MS !== 0);
        const found = figuresOf(rows);
        const users = [...new Set(counted.map(({ user }) => user))];
        expect([...found.keys()].sort()).toEqual([...users].sort());
        for (const user of users) {
          const expected = plainly(counted.filter((one) => one.user === user));
          for (const [name, value] of Object.entries(expected)) {
            const said = found.get(user)![name];
            const isKnown = !Number.isNaN(value) && (name !== 'hour' || hasClock);
            const wanted: unknown = !isKnown ? NaN : expect.closeTo(value, 9);
            expect([name, said]).toEqual([name, wanted]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
