import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finish } from '../../core/job';
import type { NamedFilter, RowsView, SortKey } from '../../core/table-rows';
import type { TableValue } from '../../core/values';
import { textOf } from '../column';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from '../create-table';
import { orderRows } from './order-rows';

const whole: RowsView = { sort: [], filters: [], search: '', language: 'en' };

interface Row {
  readonly number: number | null;
  readonly date: number | null;
  readonly flag: boolean | null;
  readonly level: string | null;
  readonly text: string | null;
}

const LEVELS = ['apple', 'b', 'ä', '10 月', '2 月', 'B'];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    'a',
    'a\0',
    'abcdefg',
    'abcdefgh',
    'abcdefghijklmnop',
    '张三',
    'ΑΣ',
    '\u{1f600}',
    '\uffff',
  ),
);
const rowOf = fc.record<Row>({
  number: fc.option(
    fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }), fc.constant(-0)),
  ),
  date: fc.option(fc.integer({ min: -3e12, max: 3e12 })),
  flag: fc.option(fc.boolean()),
  level: fc.option(fc.constantFrom(...LEVELS)),
  text: fc.option(texts),
});

function tableOf(rows: readonly Row[]): TableValue {
  const numbers = (of: (row: Row) => number | null) =>
    Float64Array.from(rows, (row) => of(row) ?? NaN);
  const codes = Int32Array.from(rows, ({ level }) => (level === null ? -1 : LEVELS.indexOf(level)));
  const flags = Int8Array.from(rows, ({ flag }) => (flag === null ? -1 : Number(flag)));
  return createTable(
    [
      numberColumn(
        '__proto__',
        numbers(({ number }) => number),
      ),
      dateColumn(
        'date',
        numbers(({ date }) => date),
      ),
      booleanColumn('flag', flags),
      categoryColumn('level', codes, LEVELS),
      textColumn(
        'text',
        rows.map(({ text }) => text),
      ),
    ],
    rows.length,
  );
}

const encoder = new TextEncoder();
function compareBytes(one: string, other: string): number {
  const [a, b] = [encoder.encode(one), encoder.encode(other)];
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

const keys: readonly ((one: Row, other: Row) => number)[] = [
  (one, other) => (one.number! < other.number! ? -1 : one.number! > other.number! ? 1 : 0),
  (one, other) => one.date! - other.date!,
  (one, other) => Number(one.flag) - Number(other.flag),
  (one, other) => new Intl.Collator('en', { numeric: true }).compare(one.level!, other.level!),
  (one, other) => compareBytes(one.text!, other.text!),
];
const valuesOf = (row: Row) => [row.number, row.date, row.flag, row.level, row.text];

function plainOrder(rows: readonly Row[], sort: readonly SortKey[]): number[] {
  return rows
    .map((_, row) => row)
    .sort((a, b) => {
      for (const { column, descending } of sort) {
        const j = Number(column.slice(1));
        const [one, other] = [valuesOf(rows[a]!)[j], valuesOf(rows[b]!)[j]];
        if ((one === null) !== (other === null)) return one === null ? 1 : -1;
        const order = one === null ? 0 : keys[j]!(rows[a]!, rows[b]!);
        if (order !== 0) return descending ? -order : order;
      }
      return a - b;
    });
}

const orderOf = async (table: TableValue, view: Partial<RowsView>): Promise<number[]> => {
  const order = await finish(orderRows(table, { ...whole, ...view }));
  return order ? [...order] : Array.from({ length: table.rows }, (_, row) => row);
};

const sorts = fc.uniqueArray(
  fc.record({ column: fc.constantFrom('c0', 'c1', 'c2', 'c3', 'c4'), descending: fc.boolean() }),
  { maxLength: 3, selector: ({ column }) => column },
);

it('sorts as a plain stable sort does, missing values last both ways', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf, { maxLength: 60 }), sorts, async (rows, sort) => {
      expect(await orderOf(tableOf(rows), { sort })).toEqual(plainOrder(rows, sort));
    }),
  );
});

it('sorts many long texts that begin alike', async () => {
  // Above the number that are sorted by comparing, with runs that are longer than it too.
  const many = Array.from({ length: 9000 }, (_, i) => {
    const begin = i % 3 === 0 ? 'customer-number-' : 'customer-numbers-of-';
    return i % 97 === 0 ? null : `${begin}${(i * 7919) % (i % 2 === 0 ? 11 : 9973)}`;
  });
  const rows = many.map((text): Row => ({
    number: null,
    date: null,
    flag: null,
    level: null,
    text,
  }));
  const table = tableOf(rows);
  for (const descending of [false, true]) {
    const sort = [{ column: 'c4', descending }];
    expect(await orderOf(table, { sort })).toEqual(plainOrder(rows, sort));
  }
});

const fold = (text: string): string => text.toLowerCase().replaceAll('ς', 'σ');

function passes(table: TableValue, row: number, { column, filter }: NamedFilter): boolean {
  const text = textOf(table, column, row);
  if (filter.kind === 'missing') return text === null;
  if (text === null) return false;
  switch (filter.kind) {
    case 'present':
      return true;
    case 'contains':
      return fold(text).includes(fold(filter.text));
    case 'equals':
      return text === filter.text;
    case 'one-of':
      return filter.values.includes(text);
    case 'range': {
      const value = column === 'c1' ? Date.parse(text) : Number(text);
      return value >= (filter.min ?? -Infinity) && value <= (filter.max ?? Infinity);
    }
  }
}

const filters: fc.Arbitrary<NamedFilter[]> = fc.array(
  fc.oneof(
    fc.record({
      column: fc.constantFrom('c0', 'c1', 'c2', 'c3', 'c4'),
      filter: fc.oneof(
        fc.record({ kind: fc.constant('contains' as const), text: texts }),
        fc.record({ kind: fc.constant('equals' as const), text: texts }),
        fc.constant({ kind: 'missing' as const }),
        fc.constant({ kind: 'present' as const }),
        fc.record({
          kind: fc.constant('one-of' as const),
          values: fc.array(fc.constantFrom(...LEVELS, 'true', '1'), { maxLength: 3 }),
        }),
      ),
    }),
    fc.record({
      column: fc.constantFrom('c0', 'c1'),
      filter: fc.record({
        kind: fc.constant('range' as const),
        min: fc.option<number>(fc.integer({ min: -2e12, max: 2 })),
        max: fc.option<number>(fc.integer({ min: -2, max: 2e12 })),
      }),
    }),
  ),
  { maxLength: 2 },
);

it('keeps the rows that pass every filter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf, { maxLength: 40 }), filters, async (rows, wanted) => {
      const table = tableOf(rows);
      const kept = rows.flatMap((_, row) =>
        wanted.every((w) => passes(table, row, w)) ? [row] : [],
      );
      expect(await orderOf(table, { filters: wanted })).toEqual(kept);
    }),
  );
});

it('finds a text in any column, whatever its case', async () => {
  const sought = fc.oneof(
    texts,
    fc.constantFrom('A', '1', '-', '0.', 'e+', 'T', 'ru', '月', 'ασ', '201'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf, { maxLength: 40 }), sought, async (rows, search) => {
      const table = tableOf(rows);
      const filter = { kind: 'contains', text: search } as const;
      const holds = (row: number) =>
        table.columns.some(({ id }) => passes(table, row, { column: id, filter }));
      const kept = rows.flatMap((_, row) => (search === '' || holds(row) ? [row] : []));
      expect(await orderOf(table, { search })).toEqual(kept);
    }),
  );
});

it('finds a number as it is written with grouped digits and a minus sign', async () => {
  const table = createTable([numberColumn('spend', Float64Array.of(1234567.5, -40, 234))]);
  expect(await orderOf(table, { search: '1,234,567' })).toEqual([0]);
  expect(await orderOf(table, { search: '−40' })).toEqual([1]);
});

it('sorts words of categories as the language does: by pinyin, numbers as numbers', async () => {
  const levels = ['上海', '北京', '广州', '10 月', '2 月'];
  const table = createTable([categoryColumn('城市', Int32Array.of(0, 1, -1, 2, 3, 4), levels)]);
  const sort = [{ column: 'c0', descending: false }];
  expect(await orderOf(table, { sort, language: 'zh' })).toEqual([5, 4, 1, 3, 0, 2]);
});

it('refuses a column that is not there', async () => {
  const table = createTable([numberColumn('a', Float64Array.of(1))]);
  const sort = [{ column: 'constructor', descending: false }];
  await expect(orderOf(table, { sort })).rejects.toMatchObject({ code: 'column-missing' });
});
