import { describe, expect, it } from 'vitest';
import type { TableValue } from '../../src/core/values';
import { appendTables } from '../../src/table/append/append-tables';
import { columnNamed, numbersOf, vectorOf } from '../../src/table/column';
import { categoryColumn, createTable, numberColumn } from '../../src/table/create-table';
import { codeKeys } from '../../src/table/join/code-keys';
import { countMatches, matchRows, rowsAfter, type JoinKind } from '../../src/table/join/match-rows';
import { takeRows } from '../../src/table/take-rows';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import { readText } from '../support/read-text';
import recorded from './join.json';

function finished<T>(work: Generator<void, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

function tableOf(columns: { readonly id: (number | null)[]; readonly city: (string | null)[] }) {
  const cities = [...new Set(columns.city.filter((city) => city !== null))];
  return createTable([
    numberColumn(
      'id',
      Float64Array.from(columns.id, (x) => x ?? NaN),
    ),
    categoryColumn(
      'city',
      Int32Array.from(columns.city, (city) => (city === null ? -1 : cities.indexOf(city))),
      cities,
    ),
  ]);
}

function joined(left: TableValue, right: TableValue, keys: readonly string[], how: JoinKind) {
  const columns = keys.map((key) => ({
    left: columnNamed(left, key),
    right: columnNamed(right, key),
  }));
  const coded = finished(codeKeys({ left, right }, columns, { asText: false, isLoose: false }));
  const counts = finished(countMatches(coded));
  const rows = finished(matchRows(how, coded, counts));
  expect(rows.left.length).toBe(rowsAfter(how, counts));
  return rows;
}

describe('joins against pandas.merge', () => {
  const [left, right] = [tableOf(recorded.left), tableOf(recorded.right)];

  it.each(recorded.cases)('$how by $keys, row for row', ({ keys, how, ...expected }) => {
    const rows = joined(left, right, keys, how as JoinKind);
    expect([...rows.left]).toEqual(expected.left);
    expect([...rows.right]).toEqual(expected.right);
  });
});

const PRIME = 1_000_000_007;

function checksum(values: Int32Array): number {
  return values.reduce((total, value, i) => (total + (i + 1) * (value + 2)) % PRIME, 0);
}

describe.skipIf(!DATA_FOLDER)(`real orders against pandas${WANTING}`, async () => {
  const orders = DATA_FOLDER
    ? (await readText(realFile('online-retail-sample/online_retail_2010-12.csv.gz'))).value
    : createTable([]);
  const asNumbers = createTable([
    numberColumn('CustomerID', DATA_FOLDER ? idsOf(orders) : new Float64Array(0)),
  ]);
  const customers = createTable([
    numberColumn('CustomerID', Float64Array.from(recorded.customers.CustomerID)),
    numberColumn('tier', Float64Array.from(recorded.customers.tier)),
  ]);

  it.each(recorded.real)('$how with a table of customers', ({ how, rows, left, right }) => {
    const found = joined(asNumbers, customers, ['CustomerID'], how as JoinKind);
    expect(found.left.length).toBe(rows);
    expect([checksum(found.left), checksum(found.right)]).toEqual([left, right]);
  });

  it('appends rows by column name as pandas.concat', () => {
    const range = (from: number, to: number) =>
      finished(
        takeRows(
          orders,
          Int32Array.from({ length: to - from }, (_, i) => from + i),
        ),
      );
    const first = range(0, 500);
    const last = range(orders.rows - 300, orders.rows);
    const country = last.columns.findIndex(({ name }) => name === 'Country');
    const second = createTable([
      ...last.columns.flatMap(({ name, type }, i) =>
        i === country ? [] : [{ name, type, data: vectorOf(last, `c${i}`).data[0]! }],
      ),
      numberColumn('note', new Float64Array(300).fill(1)),
    ]);
    const both = finished(appendTables([first, second]));
    const { append } = recorded;
    expect([both.rows, both.columns.map(({ name }) => name)]).toEqual([
      append.rows,
      append.columns,
    ]);
    const quantity = numbersOf(both, columnNamed(both, 'Quantity').id);
    expect(quantity.reduce((sum, x) => sum + x, 0)).toBe(append.quantity);
    const missing = both.columns.map(({ id, name }) => [name, vectorOf(both, id).nullCount]);
    expect(Object.fromEntries(missing)).toEqual(append.missing);
  });
});

/** The customers' numbers, whatever the reader takes them for. */
function idsOf(table: TableValue): Float64Array {
  const { id, type } = columnNamed(table, 'CustomerID');
  if (type === 'number') return numbersOf(table, id);
  const vector = vectorOf(table, id);
  return Float64Array.from({ length: table.rows }, (_, row) => {
    const text: unknown = vector.get(row);
    return text === null ? NaN : Number(text);
  });
}
