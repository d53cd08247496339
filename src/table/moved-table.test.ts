import { describe, expect, it } from 'vitest';
import { Problem } from '../core/problem';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from './create-table';
import { toIpc } from './ipc';
import { putTogether, takeApart, type MovedTable } from './moved-table';

const everyType = () =>
  createTable([
    // A view over the end of a larger buffer, as a reader may leave it.
    numberColumn('number', new Float64Array(100).fill(NaN).subarray(97)),
    numberColumn('whole', Float64Array.of(1, -0, 3), 'kg'),
    dateColumn('date', Float64Array.of(NaN, -1, 1.7e12)),
    booleanColumn('boolean', Int8Array.of(1, -1, 0)),
    categoryColumn('category', Int32Array.of(1, -1, 0), ['甲', '']),
    textColumn('text', ['', null, '丁𠮷']),
    textColumn('__proto__', ['a', 'b', null], 'identifier'),
  ]);

/** What arrives in another thread. */
function sent(table = everyType()): MovedTable {
  const { moved, buffers } = takeApart(table);
  return structuredClone(moved, { transfer: buffers });
}

function reasonOf(moved: unknown): unknown {
  try {
    putTogether(moved);
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.facts['reason'];
    throw thrown;
  }
  return 'accepted';
}

describe('a table that is moved to another thread', () => {
  it('arrives as it was, byte for byte', () => {
    const arrived = putTogether(sent());
    expect(toIpc(arrived)).toEqual(toIpc(everyType()));
    expect(arrived.columns).toEqual(everyType().columns);
  });

  it('may have no rows', () => {
    const none = createTable([numberColumn('a', new Float64Array(0)), textColumn('b', [])]);
    expect(putTogether(sent(none))).toMatchObject({ rows: 0, columns: [{}, {}] });
  });

  it('moves little that it does not look into', () => {
    const { buffers } = takeApart(everyType());
    expect(buffers.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(300);
  });
});

describe('parts that are no table', () => {
  const good = sent();
  const withPart = (i: number, change: object): unknown => ({
    ...good,
    parts: good.parts.map((part, at) => (at === i ? { ...part, ...change } : part)),
  });

  it.each<[string, unknown]>([
    ['accepted', good],
    ['not-a-table', null],
    ['columns-missing', {}],
    ['length', { ...good, rows: 4 }],
    ['length', { ...good, rows: -1 }],
    ['column-count', { ...good, parts: good.parts.slice(1) }],
    ['column-missing', { ...good, parts: good.parts.map(() => null) }],
    ['column-type', withPart(0, { values: new Float32Array(3) })],
    ['values', withPart(1, { values: new Float64Array(2) })],
    ['validity', withPart(0, { nullBitmap: new Uint8Array(0) })],
    ['validity', withPart(0, { nullBitmap: [7] })],
    ['length', withPart(1, { nullCount: 0.5 })],
    ['column-type', withPart(2, { values: new Float64Array(3) })],
    ['code', withPart(4, { values: Int32Array.of(2, 0, 0) })],
    ['column-missing', withPart(4, { levels: undefined })],
    ['offsets', withPart(5, { valueOffsets: Int32Array.of(0, 0, 0, 99) })],
    ['offsets', withPart(5, { valueOffsets: undefined })],
  ])('are refused: %s', (reason, moved) => {
    expect(reasonOf(moved)).toBe(reason);
  });
});
