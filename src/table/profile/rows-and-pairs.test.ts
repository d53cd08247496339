import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTable, numberColumn, textColumn } from '../create-table';
import { correlate } from './correlate';
import { countDuplicates } from './duplicate-rows';
import { profileColumn } from './profile-column';
import { createRowHashes } from './row-hashes';
import { spreadRows } from './sample-rows';
import { sameValuesIn } from './same-values';

function ended<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe('rows that repeat an earlier one', () => {
  const value = fc.option(fc.constantFrom(0, -0, 1, 1.5, 1e300), { nil: NaN });
  const word = fc.option(fc.constantFrom('', 'a', 'ab', '北京'), { nil: null });

  it('are counted as by comparing every row with those before it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, word), { minLength: 1, maxLength: 40 }), (rows) => {
        const table = createTable([
          numberColumn(
            'x',
            Float64Array.from(rows, ([x]) => x),
          ),
          textColumn(
            'w',
            rows.map(([, w]) => w),
          ),
        ]);
        const hashes = createRowHashes(table.rows);
        const ground = { table, hashes, most: 3, asOf: null };
        for (const column of table.columns) ended(profileColumn(ground, column));
        const same = table.columns.map((column) => sameValuesIn(table, column));
        // What JSON writes for −0 is 0, for a missing number null.
        const seen = new Set(rows.map((row) => JSON.stringify(row)));
        expect(ended(countDuplicates(hashes, same))).toBe(rows.length - seen.size);
      }),
    );
  });

  it('are told apart by their values where all hashes collide', () => {
    const table = createTable([numberColumn('x', Float64Array.of(1, 2, 1, 3))]);
    const same = table.columns.map((column) => sameValuesIn(table, column));
    const colliding = { low: new Int32Array(4), high: new Int32Array(4) };
    expect(ended(countDuplicates(colliding, same))).toBe(1);
  });
});

describe('correlations', () => {
  const number = fc.option(fc.integer({ min: -50, max: 50 }), { nil: NaN });
  const row = fc.tuple(number, number, number);

  function plain(pairs: readonly (readonly [number, number])[]): number {
    const n = pairs.length;
    const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / n;
    const [x, y] = [mean(0), mean(1)];
    const sumOf = (of: (a: number, b: number) => number) =>
      pairs.reduce((sum, [a, b]) => sum + of(a, b), 0);
    const xx = sumOf((a) => (a - x) ** 2);
    const yy = sumOf((_, b) => (b - y) ** 2);
    const xy = sumOf((a, b) => (a - x) * (b - y));
    return xx === 0 || yy === 0 || n < 2 ? 0 : xy / Math.sqrt(xx * yy);
  }

  it('are those of the definition over the rows that have both values', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 60 }), (rows) => {
        const columns = [0, 1, 2].map((j) => Float64Array.from(rows, (values) => values[j]!));
        const table = createTable(columns.map((values, j) => numberColumn(`c${j}`, values)));
        const asked = columns.map((values, j) => {
          const missing = values.filter((x) => Number.isNaN(x)).length;
          return { id: `c${j}`, mean: 1, deviation: 20, missing };
        });
        for (const { a, b, r, rows: n } of ended(correlate(table, asked, null))) {
          const pairs = rows
            .map((values) => [values[a]!, values[b]!] as const)
            .filter(([x, y]) => !Number.isNaN(x) && !Number.isNaN(y));
          expect(n).toBe(pairs.length);
          expect(r).toBeCloseTo(plain(pairs), 9);
        }
      }),
    );
  });

  it('read the sampled rows and no others', () => {
    const x = Float64Array.from({ length: 9000 }, (_, i) => (i % 3 === 0 ? i : 1e6));
    const table = createTable([numberColumn('x', x), numberColumn('y', x.slice())]);
    const rows = Int32Array.from({ length: 3000 }, (_, i) => i * 3);
    const asked = ['c0', 'c1'].map((id) => ({ id, mean: 4500, deviation: 2600, missing: 0 }));
    const [pair] = ended(correlate(table, asked, rows));
    expect(pair).toMatchObject({ rows: 3000 });
    expect(pair!.r).toBeCloseTo(1, 12);
  });

  it('are sampled evenly, each stretch once', () => {
    const rows = spreadRows(10_000, 1000);
    expect(rows.length).toBe(1000);
    rows.forEach((row, i) => expect(Math.floor(row / 10)).toBe(i));
    expect(spreadRows(5, 1000)).toEqual(Int32Array.of(0, 1, 2, 3, 4));
  });
});
