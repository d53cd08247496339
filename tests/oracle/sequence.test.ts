import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import compute from '../../src/cells/sequence/compute';
import { definition } from '../../src/cells/sequence/definition';
import type { SequenceDisplay } from '../../src/cells/sequence/display';
import {
  eventCountName,
  eventRecencyName,
  FIGURE_NAMES,
  STREAK_NAMES,
  WEEKDAYS,
  windowName,
} from '../../src/cells/sequence/figures';
import { finish } from '../../src/core/job';
import type { JsonObject } from '../../src/core/json';
import { parseParams } from '../../src/core/params';
import type { TableValue } from '../../src/core/values';
import { codesOf, columnNamed, numbersOf, textOf } from '../../src/table/column';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import { readText } from '../support/read-text';
import { toolsOf } from '../support/tools';

type Figures = Readonly<Record<string, readonly (number | string | null)[]>>;

interface Summary {
  readonly events: number;
  readonly users: number;
  readonly names: readonly string[];
  readonly sums: Readonly<Record<string, number>>;
  readonly some: { readonly users: readonly string[]; readonly figures: Figures };
}

interface Expected {
  readonly small: {
    readonly csv: string;
    readonly events: number;
    readonly users: readonly string[];
    readonly figures: Figures;
    readonly moved: { readonly users: readonly string[]; readonly figures: Figures };
    readonly sessions: {
      readonly users: readonly string[];
      readonly session: readonly number[];
      readonly figures: Figures;
    };
    readonly steps: { readonly names: readonly string[]; readonly counts: readonly number[] };
  };
  readonly retail: Summary;
  readonly groceries: Summary;
}

// Written by sequence.py beside this file.
const expected = JSON.parse(
  readFileSync(new URL('sequence.json', import.meta.url), 'utf8'),
) as Expected;
const NAMES = ['view', 'cart', 'buy', 'ask', 'never'];

async function sequence(content: string | Uint8Array<ArrayBuffer>, saved: JsonObject = {}) {
  const { value: table } = await readText(content);
  const params = parseParams(definition.params, { words: 'en', ...saved });
  const result = await finish(compute.run(params, { table }, toolsOf()));
  // The definition gives a table.
  return { value: result.value as TableValue, display: result.display as SequenceDisplay };
}

/** Our column for a figure of the script. */
function nameOf(figure: string, events: readonly string[]): string {
  const [, kind = '', at = ''] = /^(count|since|window)(\d+)$/.exec(figure) ?? [];
  if (kind === 'window') return windowName(Number(at)).en;
  if (kind === 'count') return eventCountName(events[Number(at)]!).en;
  if (kind === 'since') return eventRecencyName(events[Number(at)]!).en;
  const [run, unit] = figure.split('_');
  if (unit === 'days' || unit === 'weeks') {
    return STREAK_NAMES[unit][run === 'longest' ? 'longestStreak' : 'currentStreak'].en;
  }
  // Every other figure of the script is one of ours.
  return FIGURE_NAMES[figure as keyof typeof FIGURE_NAMES].en;
}

/** The values of a figure, weekdays as numbers from Monday; null: it does not come out. */
function valuesOf(table: TableValue, name: string): Float64Array | null {
  const column = table.columns.find((each) => each.name === name);
  if (column === undefined) return null;
  if (column.type !== 'category') return numbersOf(table, column.id);
  const { codes, levels } = codesOf(table, column.id);
  const days = WEEKDAYS.map(({ en }) => en);
  return Float64Array.from(codes, (code) => days.indexOf(levels[code]!));
}

function rowsByUser(table: TableValue): ReadonlyMap<string, number> {
  return new Map(
    Array.from({ length: table.rows }, (_, row) => [
      // The shop's file writes customers as 17850.0.
      (textOf(table, 'c0', row) ?? '').replace(/\.0$/, ''),
      row,
    ]),
  );
}

interface Compared {
  readonly users: readonly string[];
  readonly figures: Figures;
  readonly events: readonly string[];
}

/** Every figure that comes out, to nine digits, missing where pandas has none. Says which did. */
function expectFigures(table: TableValue, { users, figures, events }: Compared): string[] {
  const rowOf = rowsByUser(table);
  return Object.entries(figures).flatMap(([figure, values]) => {
    const ours = valuesOf(table, nameOf(figure, events));
    if (ours === null) return [];
    users.forEach((user, i) => {
      const [row, theirs] = [rowOf.get(user), values[i]!];
      expect(row, user).toBeDefined();
      expectClose(ours[row!]!, theirs as number | null, `${figure} of ${user}`);
    });
    return [figure];
  });
}

function expectClose(ours: number, theirs: number | null, what: string) {
  if (theirs === null) expect(ours, what).toBeNaN();
  else expect(Math.abs(ours - theirs), what).toBeLessThan(1e-9 * Math.max(1, Math.abs(theirs)));
}

describe('features of users', () => {
  const { small } = expected;

  it.each(['days', 'weeks'])('are those of pandas, streaks in %s', async (streak) => {
    const { value, display } = await sequence(small.csv, { chosen: NAMES, streak });
    expect(display).toMatchObject({
      rows: small.users.length,
      sessions: small.sessions.users.length,
    });
    expect(display.counts.event).toBe(small.events);
    const compared = expectFigures(value, { ...small, events: NAMES });
    const other = streak === 'days' ? /_weeks$/ : /_days$/;
    expect(compared).toEqual(Object.keys(small.figures).filter((figure) => !other.test(figure)));
  });

  it('are those of pandas before a day, on other clocks, with another gap', async () => {
    const { value } = await sequence(small.csv, {
      ...{ chosen: NAMES, reference: '2024-03-10', zone: 8, gap: 120 },
    });
    expect(value.rows).toBe(small.moved.users.length);
    const compared = expectFigures(value, { ...small.moved, events: NAMES });
    expect(compared).toContain('hour');
  });
});

describe('sessions', () => {
  const { sessions, steps, csv } = expected.small;

  it('are those of pandas', async () => {
    const { value } = await sequence(csv, { rowsAre: 'sessions' });
    expect(value.rows).toBe(sessions.users.length);
    const texts = (name: string) => {
      const { id } = columnNamed(value, name);
      return Array.from({ length: value.rows }, (_, row) => textOf(value, id, row));
    };
    const ours = [
      'user_id',
      'Session',
      'Minutes',
      'Events',
      'Distinct events',
      'First event',
      'Last event',
    ].map(texts);
    const lines = Array.from({ length: value.rows }, (_, row) =>
      ours.map((column) => column[row]).join('|'),
    );
    const { minutes, events, distinct, first, last } = sessions.figures;
    const theirs = sessions.users.map((user, i) =>
      [user, sessions.session[i], minutes![i], events![i], distinct![i], first![i], last![i]].join(
        '|',
      ),
    );
    expect([...lines].sort()).toEqual([...theirs].sort());
  });

  it('have the steps of pandas', async () => {
    const { display } = await sequence(csv);
    const { names, counts } = display.transitions!;
    const at = steps.names.map((name) => names.indexOf(name));
    const ours = at.flatMap((from) => at.map((to) => counts[from * names.length + to]));
    expect(ours).toEqual(steps.counts);
  });
});

describe.skipIf(!DATA_FOLDER)(`real logs${WANTING}`, () => {
  function expectSummary(value: TableValue, { users, sums, some, names }: Summary, wanted: number) {
    expect(value.rows).toBe(users);
    for (const [figure, sum] of Object.entries(sums)) {
      const ours = valuesOf(value, nameOf(figure, names));
      if (ours === null) continue;
      const total = ours.reduce((a, b) => (Number.isNaN(b) ? a : a + b), 0);
      expect(Math.abs(total - sum), figure).toBeLessThan(1e-9 * Math.max(1, Math.abs(sum)));
    }
    expect(expectFigures(value, { ...some, events: names })).toHaveLength(wanted);
  }

  it('of an online shop, whose rows are events of products', async () => {
    const { retail } = expected;
    const { value, display } = await sequence(
      realFile('online-retail-sample/online_retail_2010-12.csv.gz'),
      { event: 'StockCode', chosen: retail.names },
    );
    expect(display.counts).toMatchObject({ event: retail.events, 'time-missing': 0 });
    expect(display.roles.user).toEqual({ column: 'CustomerID', by: 'name' });
    expectSummary(value, retail, 24);
  });

  it('of groceries by day', async () => {
    const { groceries } = expected;
    const { value, display } = await sequence(
      realFile('groceries-members/groceries_members.csv.gz'),
      {
        chosen: groceries.names,
        streak: 'weeks',
      },
    );
    expect(display).toMatchObject({ hasClock: false, users: 3898 });
    // Hours of the day and minutes of a session are not known.
    expectSummary(value, groceries, 22);
  });
});
