import { describe, expect, it } from 'vitest';
import { finish } from '../../core/job';
import {
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
  type NewColumn,
} from '../create-table';
import { profileTable } from '../profile';
import type { Alert, AlertKind } from './alert';

async function alertsOf(...columns: readonly NewColumn[]): Promise<readonly Alert[]> {
  return (await finish(profileTable(createTable(columns)))).alerts;
}

const kindsOf = (alerts: readonly Alert[]): readonly AlertKind[] =>
  alerts.map(({ kind }) => kind).sort();

const only = (alerts: readonly Alert[], kind: AlertKind): Alert | undefined =>
  alerts.find((alert) => alert.kind === kind);

/** 18 … 77, evenly. */
const ages = (rows: number, over: Readonly<Record<number, number>> = {}) =>
  Float64Array.from({ length: rows }, (_, row) => over[row] ?? 18 + (row % 60));

const days = (rows: number, over: Readonly<Record<number, string>> = {}) =>
  Float64Array.from({ length: rows }, (_, row) =>
    over[row] === undefined ? Date.UTC(2024, 0, 1 + (row % 90)) : Date.parse(over[row]),
  );

const texts = (name: string, values: readonly (string | null)[]) => textColumn(name, values);

describe('numbers that stand for "unknown"', () => {
  it('are found where they lie apart, with how often they occur', async () => {
    const alerts = await alertsOf(numberColumn('score', ages(200, { 3: 999, 9: 999, 50: -1 })));
    expect(only(alerts, 'stand-in-numbers')).toEqual({
      kind: 'stand-in-numbers',
      severity: 'high',
      columns: ['score'],
      type: 'number',
      count: 3,
      of: 200,
      examples: [
        { value: '-1', count: 1 },
        { value: '999', count: 2 },
      ],
    });
    // What explains the tail is not said twice.
    expect(only(alerts, 'outliers')).toBeUndefined();
  });

  it('are ordinary numbers where others lie beside them', async () => {
    const spread = Float64Array.from({ length: 300 }, (_, row) => row * 4 - 100);
    spread[5] = 99;
    spread[6] = 999;
    spread[7] = -1;
    expect(only(await alertsOf(numberColumn('x', spread)), 'stand-in-numbers')).toBeUndefined();
    const answers = Float64Array.from({ length: 90 }, (_, row) => (row % 3) - 1);
    expect(only(await alertsOf(numberColumn('x', answers)), 'stand-in-numbers')).toBeUndefined();
  });

  it('may be zeros, where a name or all other values rule nought out', async () => {
    const heights = Float64Array.from({ length: 60 }, (_, row) => (row < 4 ? 0 : 150 + row));
    expect(only(await alertsOf(numberColumn('x', heights)), 'stand-in-zeros')?.count).toBe(4);
    const orders = Float64Array.from({ length: 60 }, (_, row) => row % 9);
    expect(only(await alertsOf(numberColumn('orders', orders)), 'stand-in-zeros')).toBeUndefined();
    expect(only(await alertsOf(numberColumn('年龄', orders)), 'stand-in-zeros')).toBeDefined();
  });

  it('may be the first and last days of calendars', async () => {
    const joined = days(100, { 4: '1900-01-01', 8: '1900-01-01', 9: '9999-12-31' });
    expect(only(await alertsOf(dateColumn('joined', joined)), 'stand-in-dates')).toMatchObject({
      count: 3,
      examples: [
        { value: '1900-01-01', count: 2 },
        { value: '9999-12-31', count: 1 },
      ],
    });
    const births = Float64Array.from({ length: 100 }, (_, i) => Date.UTC(1960, i * 3, 1));
    expect(only(await alertsOf(dateColumn('born', births)), 'stand-in-dates')).toBeUndefined();
  });
});

describe('values that cannot be', () => {
  it('are ages and years of birth out of range', async () => {
    const alerts = await alertsOf(numberColumn('age', ages(100, { 0: 150, 1: -3 })));
    expect(only(alerts, 'impossible-ages')).toMatchObject({ count: 2, range: [0, 120] });
    const years = ages(100, { 0: -20 }).map((age) => 2000 - age);
    const born = Float64Array.from(years, (year, i) => (i === 7 ? 1893 : year));
    expect(
      only(await alertsOf(numberColumn('Year_Birth', born)), 'impossible-birth-years'),
    ).toMatchObject({ count: 1, examples: [{ value: '1893', count: 1 }] });
    // "average", "page" and 价格 are no ages.
    expect(kindsOf(await alertsOf(numberColumn('average', ages(100, { 0: 150 }))))).not.toContain(
      'impossible-ages',
    );
  });
});

describe('the shape of numbers', () => {
  it('is skewed, or has values far from the rest, never without many values', async () => {
    const tail = Float64Array.from({ length: 400 }, (_, i) => Math.exp(i / 50));
    const alerts = await alertsOf(numberColumn('spend', tail));
    expect(only(alerts, 'skewed')?.figure).toBeGreaterThan(2);
    const far = Float64Array.from({ length: 200 }, (_, i) => (i === 0 ? 500 : i % 50));
    const both = await alertsOf(numberColumn('x', Float64Array.of(...far, -400)));
    expect(only(both, 'outliers')).toMatchObject({ count: 2 });
    expect(await alertsOf(numberColumn('x', Float64Array.of(1, 2, 3, 900)))).toEqual([]);
  });

  it('has a hole in time', async () => {
    const gap = Float64Array.from({ length: 400 }, (_, i) =>
      Date.UTC(2024, 0, 1 + i + (i >= 200 ? 40 : 0)),
    );
    expect(only(await alertsOf(dateColumn('day', gap)), 'date-gap')).toMatchObject({
      count: 40,
      range: [Date.UTC(2024, 0, 200), Date.UTC(2024, 0, 241)],
    });
    expect(only(await alertsOf(dateColumn('day', days(400))), 'date-gap')).toBeUndefined();
  });
});

describe('texts', () => {
  it('are numbers with remarks between them', async () => {
    const values = Array.from({ length: 100 }, (_, i) => (i < 93 ? `${i}.5` : '面议'));
    expect(only(await alertsOf(texts('price', values)), 'mixed-types')).toMatchObject({
      count: 93,
      of: 100,
      examples: [{ value: '面议', count: 7 }],
    });
    const codes = Array.from({ length: 100 }, (_, i) => (i < 90 ? `${i}` : `${i}A`));
    expect(only(await alertsOf(texts('code', codes)), 'mixed-types')).toBeUndefined();
  });

  it('spell one word in several ways', async () => {
    const values = ['北京', '北京', '北京 ', 'ＶＩＰ', 'VIP', 'VIP', 'vip', '上海'];
    const alert = only(await alertsOf(texts('city', values)), 'variants');
    expect(alert).toMatchObject({ count: 3, of: 8, severity: 'high' });
    expect(alert?.spellings).toEqual([
      {
        to: 'VIP',
        from: [
          { value: 'ＶＩＰ', count: 1 },
          { value: 'vip', count: 1 },
        ],
      },
      { to: '北京', from: [{ value: '北京 ', count: 1 }] },
    ]);
  });

  it('hold words that stand for no answer, unless they are arms of an experiment', async () => {
    const values = ['未知', '上海', 'Unknown ', '广州', '测试'];
    expect(only(await alertsOf(texts('city', values)), 'placeholders')?.count).toBe(3);
    const arms = ['测试', '对照', '测试', '对照'];
    expect(only(await alertsOf(texts('组', arms)), 'placeholders')).toBeUndefined();
  });

  it('have levels too rare to tell of', async () => {
    const codes = Int32Array.from({ length: 1000 }, (_, i) => (i < 4 ? 2 + i : i % 2));
    const levels = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(
      only(await alertsOf(categoryColumn('level', codes, levels)), 'rare-levels'),
    ).toMatchObject({ figure: 4, count: 4 });
  });
});

describe('columns that say nothing, or say it twice', () => {
  it('are empty, constant, nearly so, or copies', async () => {
    const rows = 200;
    const alerts = await alertsOf(
      numberColumn('empty', new Float64Array(rows).fill(NaN)),
      numberColumn('same', new Float64Array(rows).fill(7)),
      numberColumn(
        'nearly',
        Float64Array.from({ length: rows }, (_, i) => (i === 0 ? 1 : 0)),
      ),
      numberColumn('x', ages(rows)),
      numberColumn('copy', ages(rows)),
      numberColumn(
        'double',
        ages(rows).map((x) => 2 * x + 1),
      ),
    );
    expect(kindsOf(alerts)).toEqual([
      'all-missing',
      'almost-constant',
      'constant',
      'correlated',
      'equal-columns',
    ]);
    expect(only(alerts, 'equal-columns')?.columns).toEqual(['x', 'copy']);
    expect(only(alerts, 'correlated')).toMatchObject({ columns: ['x', 'double'] });
    expect(only(alerts, 'correlated')?.figure).toBeCloseTo(1, 12);
  });

  it('name rows, or should and do not quite', async () => {
    const ids = (twice: number) => Array.from({ length: 50 }, (_, i) => `M${i < twice ? 0 : i}`);
    const spend = numberColumn(
      'spend',
      Float64Array.from({ length: 50 }, (_, i) => (i * 7) % 50),
    );
    expect(kindsOf(await alertsOf(textColumn('会员号', ids(0), 'identifier'), spend))).toEqual([
      'identifier',
    ]);
    expect(await alertsOf(textColumn('会员号', ids(2), 'identifier'), spend)).toMatchObject([
      { kind: 'duplicate-identifiers', count: 1, examples: [{ value: 'M0', count: 2 }] },
    ]);
  });
});

describe('rows', () => {
  it('repeat in all columns, or in all but the one that names them', async () => {
    const rows = 100;
    const id = Array.from({ length: rows }, (_, i) => `M${i === 1 ? 0 : i}`);
    const from = (i: number) => (i === 1 || i === 2 ? 0 : i);
    const numbers = (factor: number) =>
      Float64Array.from({ length: rows }, (_, i) => (from(i) === 5 ? NaN : from(i) * factor));
    const city = Array.from({ length: rows }, (_, i) => (from(i) === 7 ? null : `c${from(i)}`));
    const alerts = await alertsOf(
      textColumn('member id', id, 'identifier'),
      numberColumn('a', numbers(1)),
      numberColumn(
        'b',
        numbers(-3).map((x) => (x * x) % 17),
      ),
      texts('city', city),
    );
    expect(only(alerts, 'duplicate-rows')).toMatchObject({ count: 1, severity: 'high' });
    expect(only(alerts, 'duplicate-but-identifier')).toMatchObject({ count: 1 });
  });

  it('that differ in a missing value or a sign of zero are told apart as they should be', async () => {
    const same = await alertsOf(numberColumn('a', Float64Array.of(0, -0, NaN, NaN, 1, 2)));
    expect(only(same, 'duplicate-rows')?.count).toBe(2);
    const differing = await alertsOf(
      numberColumn('a', Float64Array.of(0, NaN)),
      texts('b', [null, null]),
    );
    expect(only(differing, 'duplicate-rows')).toBeUndefined();
  });
});

it('finds nothing in a table of no rows and says little of one', async () => {
  const none = await finish(profileTable(createTable([numberColumn('x', new Float64Array())], 0)));
  expect([none.alerts, none.quality.score]).toEqual([[], null]);
  const one = await finish(profileTable(createTable([numberColumn('x', Float64Array.of(3))])));
  expect([one.alerts, one.quality.score]).toEqual([[], null]);
});
