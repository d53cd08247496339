import { Table } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableValue } from '../core/values';
import { textOf } from './column';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from './create-table';
import { parseIpc, toIpc } from './ipc';
import { NO_ROW, rowsWhere, sameColumn, takeRows } from './take-rows';

const table = createTable([
  numberColumn('spend', Float64Array.of(1, NaN, -3, 0), '¥'),
  dateColumn('since', Float64Array.of(0, 86_400_000, NaN, -1)),
  booleanColumn('member', Int8Array.of(1, 0, -1, 0)),
  categoryColumn('city', Int32Array.of(1, -1, 0, 1), ['北京', '上海']),
  textColumn('name', ['张三', null, '', '𠮷野']),
  textColumn('id', ['001', '002', null, '004'], 'identifier'),
]);

function take(from: TableValue, rows: Int32Array): TableValue {
  const steps = takeRows(from, rows);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function cellsOf(value: TableValue): (string | null)[][] {
  return Array.from({ length: value.rows }, (_, row) =>
    value.columns.map(({ id }) => textOf(value, id, row)),
  );
}

/** The same rows cut into two chunks, as a file of several batches has them. */
function inChunks(value: TableValue, at: number): TableValue {
  const { table: whole } = value;
  return {
    ...value,
    table: new Table([...whole.slice(0, at).batches, ...whole.slice(at).batches]),
  };
}

describe('rows taken from a table', () => {
  it('are those asked for, in that order, repeated where asked twice', () => {
    const rows = Int32Array.of(3, 0, 0, 2);
    const all = cellsOf(table);
    expect(cellsOf(take(table, rows))).toEqual([all[3], all[0], all[0], all[2]]);
  });

  it('are missing throughout where there is no row', () => {
    expect(cellsOf(take(table, Int32Array.of(NO_ROW)))).toEqual([Array(6).fill(null)]);
  });

  it('keep names, types and units', () => {
    expect(take(table, Int32Array.of(1)).columns).toEqual(table.columns);
  });

  it('are the same from a table in chunks, and hold what later code relies on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1, max: 3 })),
        fc.integer({ min: 0, max: 4 }),
        (list, at) => {
          const rows = Int32Array.from(list);
          const found = take(inChunks(table, at), rows);
          expect(cellsOf(found)).toEqual(cellsOf(take(table, rows)));
          expect(cellsOf(parseIpc(toIpc(found)))).toEqual(cellsOf(found));
        },
      ),
    );
  });

  it('may be none', () => {
    const none = take(
      table,
      rowsWhere(4, () => false),
    );
    expect([none.rows, none.columns.length]).toEqual([0, 6]);
  });
});

it('puts a column into another table without copying its values', () => {
  const [city] = table.columns.slice(3);
  const moved = createTable([sameColumn(table, city!)]);
  expect(cellsOf(moved)).toEqual([['上海'], [null], ['北京'], ['上海']]);
  const chunked = createTable([sameColumn(inChunks(table, 2), city!)]);
  expect(cellsOf(chunked)).toEqual(cellsOf(moved));
});
