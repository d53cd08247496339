import { describe, expect, it } from 'vitest';
import { Problem } from '../core/problem';
import { codesOf, columnNamed, numbersOf, textOf } from './column';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from './create-table';
import { parseIpc, toIpc } from './ipc';

const rows = 3;

function everyType() {
  return createTable([
    numberColumn('spend', Float64Array.of(0, NaN, -1.5), '¥'),
    booleanColumn('__proto__', Int8Array.of(1, -1, 0)),
    dateColumn('joined', Float64Array.of(Date.UTC(2024, 4, 1), NaN, -1)),
    categoryColumn('城市', Int32Array.of(1, 0, -1), ['北京', '上海']),
    textColumn('remark', ['a', null, '']),
    textColumn('id', ['0012', '0013', null], 'identifier'),
  ]);
}

describe('columns', () => {
  it('gives NaN for a missing number, never what lies under it', () => {
    const table = everyType();
    expect([...numbersOf(table, 'c0')]).toEqual([0, NaN, -1.5]);
    expect([...numbersOf(table, 'c1')]).toEqual([1, NaN, 0]);
    expect([...numbersOf(table, 'c2')]).toEqual([Date.UTC(2024, 4, 1), NaN, -1]);
    expect([...numbersOf(table, 'c4')]).toEqual([NaN, NaN, NaN]);
  });

  it('keeps dates far from 1970 to the millisecond', () => {
    const days = Float64Array.of(
      -62_135_596_800_000,
      -1,
      0,
      1,
      2 ** 32,
      -(2 ** 32),
      253_402_300_799_999,
    );
    expect(numbersOf(createTable([dateColumn('d', days)]), 'c0')).toEqual(days);
    const { table } = createTable([dateColumn('d', days)]);
    expect(table.getChildAt(0)?.get(0)).toBe(days[0]);
  });

  it('gives −1 for a missing category and keeps the order of the levels', () => {
    const table = everyType();
    const { codes, levels } = codesOf(table, 'c3');
    expect([...codes]).toEqual([1, 0, -1]);
    expect(levels).toEqual(['北京', '上海']);
    expect(codesOf(table, 'c1')).toEqual({
      codes: Int32Array.of(1, -1, 0),
      levels: ['false', 'true'],
    });
    expect(codesOf(table, 'c4')).toEqual({ codes: Int32Array.of(0, -1, 1), levels: ['a', ''] });
  });

  it('shows every type as text', () => {
    const table = everyType();
    const first = table.columns.map(({ id }) => textOf(table, id, 0));
    expect(first).toEqual(['0', 'true', '2024-05-01', '上海', 'a', '0012']);
    expect(table.columns.map(({ id }) => textOf(table, id, 1))).toEqual([
      null,
      null,
      null,
      '北京',
      null,
      '0013',
    ]);
    expect(textOf(table, 'c2', 2)).toBe('1969-12-31T23:59:59.999Z');
    expect(textOf(table, 'c0', rows)).toBeNull();
  });

  it('finds a column by its name, even one called __proto__', () => {
    const table = everyType();
    expect(columnNamed(table, '__proto__').id).toBe('c1');
    expect(() => columnNamed(table, 'constructor')).toThrowError(Problem);
  });
});

describe('a table as bytes', () => {
  it('comes back equal, and equal tables give equal bytes', () => {
    const bytes = toIpc(everyType());
    expect(toIpc(everyType())).toEqual(bytes);
    const back = parseIpc(bytes);
    expect(back.columns).toEqual(everyType().columns);
    expect(back.rows).toBe(rows);
    for (const { id } of back.columns) {
      for (let row = 0; row < rows; row++) {
        expect(textOf(back, id, row)).toBe(textOf(everyType(), id, row));
      }
    }
    expect(toIpc(back)).toEqual(bytes);
  });

  it('keeps a table without rows', () => {
    const back = parseIpc(toIpc(createTable([numberColumn('x', new Float64Array(0))])));
    expect(back.rows).toBe(0);
    expect([...numbersOf(back, 'c0')]).toEqual([]);
  });
});
