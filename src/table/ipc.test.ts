import { DataType, Int32, Utf8, makeData, makeVector, Dictionary, Float64 } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { Problem } from '../core/problem';
import type { ColumnMeta, ColumnType } from '../core/values';
import { categoryColumn, createTable, numberColumn, textColumn, textData } from './create-table';
import { parseIpc, toIpc } from './ipc';

const reasonOf = (bytes: Uint8Array): unknown => {
  try {
    parseIpc(bytes);
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.facts;
  }
  return 'accepted';
};

/** The bytes of a table whose description of the columns was tampered with. */
function describedAs(columns: readonly Partial<ColumnMeta>[]): Uint8Array {
  const table = createTable([numberColumn('a', Float64Array.of(1)), textColumn('b', ['x'])]);
  return toIpc({ ...table, columns: columns as ColumnMeta[] });
}

const a: ColumnMeta = { id: 'c0', name: 'a', type: 'number' };
const b: ColumnMeta = { id: 'c1', name: 'b', type: 'text' };

describe('bytes that are not what was written', () => {
  it('accepts what was written', () => {
    expect(reasonOf(describedAs([a, b]))).toBe('accepted');
  });

  it.each([
    ['column-count', [a]],
    ['column-name', [a, { ...b, id: 'c2' }]],
    ['column-name', [a, { ...b, name: '' }]],
    ['name-repeated', [a, { ...b, name: 'a' }]],
    ['column-type', [a, { ...b, type: 'words' as ColumnType }]],
    ['column-type', [a, { ...b, type: 'category' as ColumnType }]],
    ['column-type', [{ ...a, type: 'date' as ColumnType }, b]],
    ['column-unit', [{ ...a, unit: 5 as unknown as string }, b]],
  ])('refuses %s', (reason, columns) => {
    expect(reasonOf(describedAs(columns))).toEqual({ reason });
  });

  it('refuses bytes that are no table at all', () => {
    expect(reasonOf(new Uint8Array(0))).toEqual({ reason: 'columns-missing' });
    expect(reasonOf(new TextEncoder().encode('id,name\n1,2\n'))).toMatchObject({ reason: /./ });
  });

  it('refuses category codes that point beyond the levels', () => {
    const stored = makeData({
      type: new Dictionary(new Utf8(), new Int32()),
      length: 2,
      nullCount: 0,
      data: Int32Array.of(0, 7),
      dictionary: makeVector(textData(['only'])),
    });
    const table = createTable([{ name: 'a', type: 'category', data: stored }]);
    expect(reasonOf(toIpc(table))).toEqual({ reason: 'code' });
    const good = createTable([categoryColumn('a', Int32Array.of(0, -1), ['only'])]);
    expect(reasonOf(toIpc(good))).toBe('accepted');
  });

  it('refuses text whose places run backwards', () => {
    const stored = makeData({
      type: new Utf8(),
      length: 2,
      nullCount: 0,
      valueOffsets: Int32Array.of(0, 3, 1),
      data: new TextEncoder().encode('abc'),
    });
    const table = createTable([{ name: 'a', type: 'text', data: stored }]);
    expect(reasonOf(toIpc(table))).toEqual({ reason: 'offsets' });
  });

  it('stores a number column in doubles', () => {
    const { table } = createTable([numberColumn('a', Float64Array.of(1))]);
    expect(DataType.isFloat(table.schema.fields[0]!.type)).toBe(true);
    expect(table.schema.fields[0]!.type).toEqual(new Float64());
  });
});
