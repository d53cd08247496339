import { describe, expect, it } from 'vitest';
import { readText, rowsOf } from '../../../tests/support/read-text';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { TableValue } from '../../core/values';
import { createTable, dateColumn, textColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { SequenceDisplay } from './display';

async function sequence(csv: string | TableValue, saved: JsonObject = {}) {
  const table = typeof csv === 'string' ? (await readText(csv)).value : csv;
  const params = parseParams(definition.params, saved);
  const result = await finish(compute.run(params, { table }, toolsOf()));
  // The definition gives a table.
  const value = result.value as TableValue;
  return { value, display: result.display as SequenceDisplay, rows: byColumn(value) };
}

/** The values of each column as text, by its name. */
function byColumn(table: TableValue): Readonly<Record<string, (string | null)[]>> {
  const rows = rowsOf(table);
  return Object.fromEntries(table.columns.map(({ name }, j) => [name, rows.map((row) => row[j]!)]));
}

// Out of order; b's two events at 10:00 keep the order of the rows.
const LOG = `user_id,event_time,event_type,amount
a,2024-03-04 09:00:00,view,
a,2024-03-04 09:30:00,cart,
a,2024-03-04 10:00:01,buy,20
b,2024-03-05 10:00:00,view,
b,2024-03-05 10:00:00,cart,
a,2024-03-03 23:59:00,view,
,2024-03-05 10:00:00,view,
b,,view,
b,2024-03-06 10:00:00,,
a,2024-03-01 12:00:00,buy,30
c,2024-02-01 08:00:00,view,
c,2024-02-01 08:00:00,view,
`;

describe('sequence', () => {
  it('makes one row a user', async () => {
    const { rows, display } = await sequence(LOG);
    expect(rows.user_id).toEqual(['a', 'b', 'c']);
    expect(rows['Number of events']).toEqual(['5', '2', '2']);
    // The log ends on 5 March; days are counted to midnight of the 6th.
    expect(display.reference).toBe(Date.UTC(2024, 2, 6));
    expect(rows['Days since last event']).toEqual(['1', '0', '33']);
    expect(rows['Events in last 7 days']).toEqual(['5', '2', '0']);
    expect(rows['Events in last 90 days']).toEqual(['5', '2', '2']);
    expect(rows['Active days']).toEqual(['3', '1', '1']);
    expect(rows['Longest streak, days']).toEqual(['2', '1', '1']);
    // Only b was active on the last day.
    expect(rows['Current streak, days']).toEqual(['0', '1', '0']);
    // 30 minutes still belong, a second more does not.
    expect(rows['Number of sessions']).toEqual(['4', '1', '1']);
    expect(rows['Events a session']).toEqual(['1.25', '2', '2']);
    expect(rows['Mean session minutes']).toEqual(['7.5', '0', '0']);
    expect(rows['Distinct events']).toEqual(['3', '2', '1']);
    expect(rows['Entropy of events (bits)']?.slice(1)).toEqual(['1', '0']);
    expect(rows['Number of cart']).toEqual(['1', '1', '0']);
    expect(rows['Days since last cart']).toEqual(['1', '0', null]);
    expect(rows['Days since last buy']).toEqual(['1', null, null]);
    expect(rows['Sum of values']).toEqual(['50', null, null]);
    expect(rows['Favourite hour']).toEqual(['9', '10', '8']);
    expect(rows['Favourite weekday']).toEqual(['Monday', 'Tuesday', 'Thursday']);
    expect(rows['First event']?.[0]).toBe('2024-03-01T12:00:00Z');
    expect(display.counts).toEqual({
      event: 9,
      'user-missing': 1,
      'time-missing': 1,
      'event-missing': 1,
      'after-reference': 0,
    });
  });

  it('says how it took the columns', async () => {
    const { display } = await sequence(LOG);
    expect(display.roles).toEqual({
      user: { column: 'user_id', by: 'name' },
      time: { column: 'event_time', by: 'name' },
      event: { column: 'event_type', by: 'name' },
      value: { column: 'amount', by: 'name' },
    });
  });

  it('gives sessions', async () => {
    const { rows } = await sequence(LOG, { rowsAre: 'sessions' });
    expect(rows.user_id).toEqual(['a', 'a', 'a', 'a', 'b', 'c']);
    expect(rows.Session).toEqual(['1', '2', '3', '4', '1', '1']);
    expect(rows.Minutes).toEqual(['0', '0', '30', '0', '0', '0']);
    expect(rows.Path).toEqual(['buy', 'view', 'view → cart', 'buy', 'view → cart', 'view ×2']);
    expect(rows['Last event']).toEqual(['buy', 'view', 'cart', 'buy', 'cart', 'view']);
    expect(rows['Sum of values']).toEqual(['30', null, null, '20', null, null]);
  });

  it('gives the events in order, ties as the rows stand', async () => {
    const { rows } = await sequence(LOG, { rowsAre: 'events' });
    expect(rows.user_id).toEqual(['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c', 'c']);
    expect(rows.event_type?.slice(0, 7)).toEqual([
      ...['buy', 'view', 'view', 'cart', 'buy'],
      ...['view', 'cart'],
    ]);
    expect(rows.Session).toEqual(['1', '2', '3', '3', '4', '1', '1', '1', '1']);
    expect(rows['Position in session']).toEqual(['1', '1', '1', '2', '1', '1', '2', '1', '2']);
    expect(rows['Minutes since previous event']?.slice(0, 5)).toEqual([
      ...[null, null, null, '30', null],
    ]);
  });

  it('counts before the reference day only, on the clocks of the users', async () => {
    const { rows, display } = await sequence(LOG, { reference: '2024-03-04' });
    expect(display.counts['after-reference']).toBe(5);
    expect(rows.user_id).toEqual(['a', 'c']);
    expect(rows['Days since last event']).toEqual(['0', '31']);
    // Eight hours later it is the 4th already.
    const later = await sequence(LOG, { reference: '2024-03-04', zone: 8 });
    expect(later.display.counts['after-reference']).toBe(6);
    expect(later.rows['Favourite hour']).toEqual(['20', '16']);
    expect(later.rows['First event']?.[0]).toBe('2024-03-01T12:00:00Z');
  });

  it('counts steps within sessions', async () => {
    const { display } = await sequence(LOG);
    expect(display.events.named.map(({ name, count, users }) => [name, count, users])).toEqual([
      ['view', 5, 3],
      ['cart', 2, 2],
      ['buy', 2, 1],
    ]);
    expect(display.transitions?.counts).toEqual([1, 2, 0, 0, 0, 0, 0, 0, 0]);
    expect(display.transitions?.steps).toBe(3);
    expect(display.gaps.reduce((a, b) => a + b, 0)).toBe(6);
  });

  it('names the chosen events, and says which do not occur', async () => {
    const { rows, display } = await sequence(LOG, {
      chosen: ['buy', 'refund'],
      figures: ['eventCounts', 'eventRecency'],
    });
    expect(Object.keys(rows).slice(1)).toEqual([
      ...['Number of buy', 'Number of refund'],
      ...['Days since last buy', 'Days since last refund'],
    ]);
    expect(rows['Number of refund']).toEqual(['0', '0', '0']);
    expect(rows['Days since last refund']).toEqual([null, null, null]);
    expect(display.unknown).toEqual(['refund']);
  });

  it('reads days without times, seconds since 1970, and a log without events', async () => {
    const days = await sequence(
      '会员号,日期\n1,2024-01-01\n1,2024-01-01\n1,2024-01-08\n2,2024-01-02\n',
      {
        streak: 'weeks',
      },
    );
    expect(days.value.columns.map(({ name }) => name)).not.toContain('最常活跃的钟点');
    expect(days.rows['会话数']).toEqual(['2', '1']);
    expect(days.rows['最长连续活跃周数']).toEqual(['2', '1']);
    expect(days.rows['当前连续活跃周数']).toEqual(['2', '0']);
    expect(days.display).toMatchObject({ hasClock: false, transitions: null });
    const seconds = await sequence(
      'visitorid,timestamp,event\n1,1700000000,view\n1,1700000060,view\n2,1700000000,buy\n',
    );
    expect(seconds.display.firstEvent).toBe(1_700_000_000_000);
    expect(seconds.rows['Mean session minutes']).toEqual(['1', '0']);
  });

  it('says what is missing, wrong or left', async () => {
    const code = (csv: string, saved: JsonObject = {}) =>
      sequence(csv, saved).then(
        () => 'done',
        (thrown: { code?: string }) => thrown.code,
      );
    expect(await code('x,y\n1,2\n3,4\n')).toBe('events-column-missing');
    expect(await code(LOG, { time: 'event_type' })).toBe('events-column-type');
    expect(await code(LOG, { value: 'event_type' })).toBe('events-column-type');
    expect(await code(LOG, { user: 'nobody' })).toBe('column-missing');
    expect(await code(LOG, { reference: '2020-01-01' })).toBe('events-none-left');
  });

  it('takes a column named __proto__ for what it is', async () => {
    const table = createTable([
      textColumn('__proto__', ['a', 'a', 'b'], 'identifier'),
      dateColumn('time', Float64Array.of(0, 86_400_000, 0)),
      textColumn('constructor', ['__proto__', 'x', '__proto__']),
    ]);
    const { rows } = await sequence(table, { user: '__proto__', event: 'constructor' });
    expect(rows['Number of __proto__']).toEqual(['1', '1']);
  });

  it('refuses parameters that are not what they should be', () => {
    for (const saved of [
      { windows: [0] },
      { windows: '7' },
      { chosen: [''] },
      { reference: '2024-02-31' },
      { gap: -1 },
      { figures: ['income'] },
    ]) {
      expect(() => parseParams(definition.params, saved as JsonObject)).toThrow(
        expect.objectContaining({ code: 'param-invalid' }),
      );
    }
    expect(parseParams(definition.params, { windows: [30, 7, 30] }).windows).toEqual([7, 30]);
  });
});
