import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, numbersOf } from '../table/column';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
} from '../table/create-table';
import { checkCondition, checkFormula } from './check';
import { computeColumn, computeFilter, type ComputedColumn } from './compute-column';
import { functionNames } from './function-list';

const DAY = 86_400_000;
const table = createTable([
  numberColumn('a', Float64Array.of(1, 0, NaN, -4, 1e308)),
  numberColumn('b', Float64Array.of(2, 0, 3, NaN, 1e308)),
  categoryColumn('t', Int32Array.of(0, 1, -1, 0, 1), ['x', 'yy']),
  dateColumn('d', Float64Array.of(0, 31 * DAY, NaN, 400 * DAY, -DAY)),
  booleanColumn('f', Int8Array.of(1, 0, -1, 1, 0)),
]);

function finished<T>(work: Generator<void, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

function computed(formula: string): ComputedColumn {
  const { ok, fault } = checkFormula(formula, { columns: table.columns, reference: 0 });
  if (!ok) throw new Error(JSON.stringify(fault));
  return finished(computeColumn(table, ok, 'new'));
}

function valuesOf(formula: string): (number | string | null)[] {
  const made = createTable([computed(formula).column]);
  if (!['category', 'text'].includes(made.columns[0]!.type)) {
    return [...numbersOf(made, 'c0')].map((x) => (Number.isNaN(x) ? null : x));
  }
  const { codes, levels } = codesOf(made, 'c0');
  return [...codes].map((code) => levels[code] ?? null);
}

describe('a computed column', () => {
  it('is missing, never infinite, where nothing can be computed', () => {
    expect(valuesOf('a / b')).toEqual([0.5, null, null, null, 1]);
    expect(valuesOf('a * b')).toEqual([2, 0, null, null, null]);
    expect(valuesOf('log(a)').slice(0, 4)).toEqual([0, null, null, null]);
    expect(valuesOf('sum(a)')).toEqual([1e308, 1e308, 1e308, 1e308, 1e308]);
    expect(valuesOf('a + a + 0 * b').at(-1)).toBeNull();
  });

  it('tells why values are missing', () => {
    expect(computed('a / b').causes).toEqual([
      { cause: { kind: 'reason', reason: 'divided-by-zero', fn: '/' }, rows: 1 },
      { cause: { kind: 'column', column: 'a' }, rows: 1 },
      { cause: { kind: 'column', column: 'b' }, rows: 1 },
    ]);
    expect(computed("if(t = 'x', log(a), missing)").causes).toEqual([
      { cause: { kind: 'written' }, rows: 3 },
      { cause: { kind: 'reason', reason: 'log-of-none', fn: 'log' }, rows: 1 },
    ]);
    expect(computed('number(t)').causes).toEqual([
      { cause: { kind: 'reason', reason: 'not-a-number', fn: 'number' }, rows: 4 },
      { cause: { kind: 'column', column: 't' }, rows: 1 },
    ]);
  });

  it('rounds halves away from zero, as people do', () => {
    expect(valuesOf('round(a + 0.5)').slice(0, 4)).toEqual([2, 1, null, -4]);
    expect(valuesOf('round(a - 0.5)').slice(0, 4)).toEqual([1, -1, null, -5]);
  });

  it('takes the other branch where a condition is missing, as SQL does', () => {
    expect(valuesOf("if(f, 'yes', 'no')")).toEqual(['yes', 'no', 'no', 'yes', 'no']);
    expect(valuesOf('f and a > 0')).toEqual([1, 0, null, 0, 0]);
  });

  it('writes dates and flags as tables do', () => {
    expect(valuesOf("d & ''")).toEqual([
      '1970-01-01',
      '1970-02-01',
      null,
      '1971-02-05',
      '1969-12-31',
    ]);
    expect(valuesOf('text(f)')).toEqual(['true', 'false', null, 'true', 'false']);
  });

  it('reads no date where day and month could be either', () => {
    expect(valuesOf("date('3/4/2024')")[0]).toBeNull();
    expect(valuesOf("date('13/4/2024')")[0]).toBe(Date.UTC(2024, 3, 13));
    expect(valuesOf('date(2023, 2, 29)')[0]).toBeNull();
  });

  it('leaves a group without values without a figure, and rows without a group too', () => {
    expect(valuesOf('mean(b, a)')).toEqual([2, 0, null, null, 1e308]);
    expect(valuesOf('sum(b, a)')).toEqual([2, 0, null, null, 1e308]);
    expect(valuesOf('count(b, a)')).toEqual([1, 1, null, 0, 1]);
  });

  it('is the same over several stretches of rows', () => {
    const rows = 20_000;
    const long = createTable([
      numberColumn(
        'x',
        Float64Array.from({ length: rows }, (_, i) => i % 977),
      ),
    ]);
    const { ok } = checkFormula('x - mean(x, x % 2) + rank(x)', {
      columns: long.columns,
      reference: null,
    });
    const { column } = finished(computeColumn(long, ok!, 'y'));
    const values = numbersOf(createTable([column]), 'c0');
    const direct = (i: number) => {
      const all = Array.from({ length: rows }, (_, j) => j % 977);
      const x = all[i]!;
      const alike = all.filter((y) => y % 2 === x % 2);
      const mean = alike.reduce((sum, y) => sum + y, 0) / alike.length;
      const [below, same] = [all.filter((y) => y < x).length, all.filter((y) => y === x).length];
      return x - mean + below + (same + 1) / 2;
    };
    for (const i of [0, 8191, 8192, 16_384, 19_999]) expect(values[i]).toBeCloseTo(direct(i), 8);
  });
});

describe('a filter', () => {
  it('keeps the rows for which it is true: missing is not', () => {
    const { ok } = checkCondition('a < 1', { columns: table.columns, reference: null });
    const { kept, missing } = finished(computeFilter(table, ok!));
    expect([[...kept], missing]).toEqual([[1, 3], 1]);
  });
});

describe('any formula', () => {
  const pieces = [
    ...functionNames,
    ...['a', 'b', 't', 'd', 'f', '[a]', '`t`', 'constructor', '__proto__', 'toString', 'this'],
    ...[
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '%',
      '^',
      '&',
      '=',
      '<>',
      '<',
      '>=',
      'and',
      'or',
      'not',
      'in',
    ],
    ...[
      '1',
      '0',
      '-1',
      '1e308',
      '2.5',
      "'x'",
      '"2024-01-01"',
      '[1, 2]',
      "['a', 'b']",
      'missing',
      'true',
    ],
    ...[
      '（',
      '）',
      '，',
      '。',
      '＞',
      '“',
      '”',
      '𠮷',
      '\u0000',
      ';',
      '?',
      '=>',
      '${a}',
      '//',
      '\\',
      '\ud800',
    ],
  ];
  const soup = fc
    .array(fc.constantFrom(...pieces), { maxLength: 24 })
    .map((parts) => parts.join(' '));
  const call = fc.letrec((tie) => ({
    part: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        'a',
        'b',
        't',
        'd',
        'f',
        '1',
        "'x'",
        'missing',
        '[1, 2]',
        '0',
        "'2020-02-30'",
      ),
      fc
        .tuple(fc.constantFrom(...functionNames), fc.array(tie('part'), { maxLength: 4 }))
        .map(([name, args]) => `${name}(${args.join(', ')})`),
      fc
        .tuple(tie('part'), fc.constantFrom('+', '-', '/', '^', '=', '<', 'and', '&'), tie('part'))
        .map(([left, sign, right]) => `(${String(left)} ${sign} ${String(right)})`),
    ),
  })).part;
  const anything = fc.oneof(
    soup,
    call,
    fc.string({ unit: 'binary', maxLength: 60 }),
  ) as fc.Arbitrary<string>;

  it(
    'gives a value in every row, or a fault under letters that are there',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(anything, (formula) => {
          const { ok, fault } = checkFormula(formula, { columns: table.columns, reference: 0 });
          if (fault) {
            expect(fault.position).toBeGreaterThanOrEqual(0);
            expect(fault.position + fault.length).toBeLessThanOrEqual(formula.length);
            return;
          }
          if (ok.kind === 'list') throw new Error('a list is no column');
          const { column, missing, causes } = finished(computeColumn(table, ok, 'new'));
          expect(column.data.length).toBe(table.rows);
          expect(column.data.nullCount).toBe(missing);
          expect(causes.reduce((sum, { rows }) => sum + rows, 0)).toBe(missing);
          if (column.type === 'number') {
            const values = numbersOf(createTable([column]), 'c0');
            expect(values.some((x) => x === Infinity || x === -Infinity)).toBe(false);
          }
        }),
        { numRuns: 5000, seed: 5 },
      );
    },
  );
});
