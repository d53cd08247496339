import { describe, expect, it } from 'vitest';
import type { TableValue } from '../../src/core/values';
import { checkFormula } from '../../src/formula/check';
import { computeColumn } from '../../src/formula/compute-column';
import { codesOf, numbersOf } from '../../src/table/column';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from '../../src/table/create-table';
import recorded from './formula.json';

type Values = readonly (number | string | null)[];

const { columns } = recorded;
const numbers = (values: Values) => Float64Array.from(values, (value) => (value ?? NaN) as number);
const cities = [...new Set(columns.city.filter((city) => city !== null))];

const table = createTable([
  numberColumn('spend', numbers(columns.spend)),
  numberColumn('balance', numbers(columns.balance)),
  numberColumn('visits', numbers(columns.visits)),
  numberColumn('age', numbers(columns.age)),
  booleanColumn(
    'member',
    Int8Array.from(columns.member, (flag) => flag ?? -1),
  ),
  dateColumn('joined', numbers(columns.joined)),
  dateColumn('last', numbers(columns.last)),
  categoryColumn(
    'city',
    Int32Array.from(columns.city, (city) => (city === null ? -1 : cities.indexOf(city))),
    cities,
  ),
  textColumn('code', columns.code),
]);

const reference = Date.parse(recorded.reference);

function valuesOf(formula: string): Values {
  const { ok, fault } = checkFormula(formula, { columns: table.columns, reference });
  if (ok === null) throw new Error(`${formula}: ${JSON.stringify(fault)}`);
  const work = computeColumn(table, ok, 'x');
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return listed(createTable([step.value.column]));
  }
}

function listed(made: TableValue): Values {
  const [column] = made.columns;
  const isText = column!.type === 'category' || column!.type === 'text';
  if (!isText) return [...numbersOf(made, 'c0')].map((x) => (Number.isNaN(x) ? null : x));
  const { codes, levels } = codesOf(made, 'c0');
  return [...codes].map((code) => levels[code] ?? null);
}

describe('formulas against pandas and NumPy, with missing values', () => {
  it.each(recorded.formulas)('$formula', ({ formula, values: expected }) => {
    const actual = valuesOf(formula);
    expect(actual.length).toBe(expected.length);
    actual.forEach((value, row) => {
      const wanted = expected[row]!;
      if (typeof value !== 'number' || typeof wanted !== 'number') {
        expect(value, `row ${row}`).toBe(wanted);
        return;
      }
      const allowed = 1e-9 * Math.max(1, Math.abs(wanted));
      expect(Math.abs(value - wanted), `row ${row}: ${value} for ${wanted}`).toBeLessThanOrEqual(
        allowed,
      );
    });
  });
});
