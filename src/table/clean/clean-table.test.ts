import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, rowsOf } from '../../../tests/support/read-text';
import { finish } from '../../core/job';
import type { TableValue } from '../../core/values';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from '../create-table';
import { cleanTable, countLane } from './clean-table';
import type { StepDone } from './outcome';
import type { CleanStep } from './step';
import { ASIDE, DROPPED, tableOf } from './working';

async function clean(table: TableValue, ...steps: CleanStep[]) {
  const { working, outcomes } = await finish(cleanTable(table, steps));
  const all = rowsOf(tableOf(working.rows, working.columns));
  return { working, outcomes, rows: Array.from(working.kept, (row) => all[row]!) };
}

const texts = (...values: (string | null)[]) => createTable([textColumn('t', values)]);
const column = ({ rows }: { rows: (string | null)[][] }) => rows.map(([value]) => value);
const doneOf = ({ outcomes }: { outcomes: readonly { status: string }[] }, index = 0) =>
  outcomes[index] as StepDone;

/** A table of every type, with values that repeat and are missing. */
const anyTable = fc
  .array(
    fc.tuple(
      fc.constantFrom(NaN, 0, -0, 1, 2.5, 1e9),
      fc.constantFrom(-1, 0, 1, 2),
      fc.constantFrom(null, 'a', ' a', 'b', 'Ａ'),
      fc.constantFrom(-1, 0, 1),
      fc.constantFrom(NaN, 0, 86_400_000),
    ),
    { maxLength: 40 },
  )
  .map((rows) =>
    createTable(
      [
        numberColumn(
          'n',
          Float64Array.from(rows, ([n]) => n),
        ),
        categoryColumn(
          'c',
          Int32Array.from(rows, ([, c]) => c),
          ['x', 'y', 'z'],
        ),
        textColumn(
          't',
          rows.map(([, , t]) => t),
        ),
        booleanColumn(
          'b',
          Int8Array.from(rows, ([, , , b]) => b),
        ),
        dateColumn(
          'd',
          Float64Array.from(rows, ([, , , , d]) => d),
        ),
      ],
      rows.length,
    ),
  );

describe('dropping duplicates', () => {
  it('leaves the rows that a set of their texts would', async () => {
    const names = ['n', 'c', 't', 'b', 'd'];
    const some = fc.subarray(names, { minLength: 1, maxLength: 2 });
    const keeping = fc.constantFrom('first' as const, 'last' as const);
    await fc.assert(
      fc.asyncProperty(anyTable, some, keeping, async (table, columns, keep) => {
        const { working } = await clean(table, { kind: 'drop-duplicates', columns, keep });
        const keys = rowsOf(table).map((row) =>
          JSON.stringify(columns.map((name) => row[names.indexOf(name)])),
        );
        const place = keep === 'first' ? 'indexOf' : 'lastIndexOf';
        const expected = keys.flatMap((key, i) => (keys[place](key) === i ? [i] : []));
        expect([...working.kept]).toEqual(expected);
      }),
    );
  });

  it('keeps the row with the most values, and names the twin of one that went', async () => {
    const { value } = await readText('id,a,b\n1,,\n1,x,\n2,y,z\n1,,w\n');
    const step = { kind: 'drop-duplicates', columns: ['id'], keep: 'most-complete' } as const;
    const cleaned = await clean(value, step);
    expect(cleaned.rows).toEqual([
      ['1', 'x', null],
      ['2', 'y', 'z'],
    ]);
    expect(doneOf(cleaned).examples).toEqual([
      { kind: 'twin', row: 1, twin: 2 },
      { kind: 'twin', row: 4, twin: 2 },
    ]);
  });
});

describe('every list of steps', () => {
  const steps = fc.array(
    fc.constantFrom<CleanStep>(
      { kind: 'drop-duplicates', columns: ['n'], keep: 'last' },
      { kind: 'normalize-text', columns: [], spaces: true, width: true, case: 'lower' },
      { kind: 'fill-missing', columns: ['n'], rule: 'group-median', by: 'c' },
      { kind: 'fill-missing', columns: [], rule: 'mode' },
      { kind: 'drop-missing', columns: ['t'] },
      { kind: 'outliers', columns: [], rule: 'iqr', limit: 0.5, action: 'set-aside' },
      { kind: 'outliers', columns: ['n'], rule: 'percentile', limit: 20, action: 'drop' },
      { kind: 'validate', column: 'c', check: { rule: 'unique' }, action: 'set-aside' },
      { kind: 'convert-type', column: 'n', to: 'text' },
      { kind: 'convert-type', column: 'n', to: 'date' },
      { kind: 'set-missing', columns: [], values: ['a', '1', 'true', '1970-01-02'] },
      { kind: 'drop-columns', columns: ['d'] },
      { kind: 'drop-columns', columns: ['n', 'c'] },
    ),
    { maxLength: 6 },
  );

  it('accounts for every row: kept, dropped or set aside', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, steps, async (table, list) => {
        const before = rowsOf(table);
        const { working, outcomes } = await clean(table, ...list);
        const [dropped, aside] = [countLane(working, DROPPED), countLane(working, ASIDE)];
        expect(working.kept.length + dropped + aside).toBe(table.rows);
        const done = outcomes.flatMap((outcome) => (outcome.status === 'done' ? [outcome] : []));
        expect(done.reduce((sum, outcome) => sum + outcome.dropped, 0)).toBe(dropped);
        expect(done.reduce((sum, outcome) => sum + outcome.aside, 0)).toBe(aside);
        // The table that came in is somebody else's.
        expect(rowsOf(table)).toEqual(before);
      }),
    );
  });

  it('says of every step how many cells it really changed', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, steps, async (table, list) => {
        const step = list[0];
        if (!step || step.kind === 'drop-columns') return;
        const cleaned = await clean(table, step);
        if (cleaned.outcomes[0]?.status !== 'done') return;
        if (cleaned.working.kept.length < table.rows) return;
        const before = rowsOf(table);
        const changed = cleaned.rows.flatMap((row, i) => row.filter((x, j) => x !== before[i]![j]));
        expect(doneOf(cleaned).cells).toBe(changed.length);
      }),
    );
  });
});

describe('a row keeps its number', () => {
  it('though rows above it went', async () => {
    const { value } = await readText('id,v\n1,5\n1,5\n2,900\n');
    const check = { rule: 'range', min: 0, max: 10 } as const;
    const cleaned = await clean(
      value,
      { kind: 'drop-duplicates', columns: [], keep: 'first' },
      { kind: 'validate', column: 'v', check, action: 'report' },
    );
    expect(doneOf(cleaned, 1).breaches).toEqual({ count: 1, first: [{ row: 3, value: '900' }] });
  });
});

describe('converting', () => {
  it.each<[string, (string | null)[], (string | null)[]]>([
    ['units, 万 and 亿', ['￥1,200', '3.5万', '2亿', '１２'], ['1200', '35000', '200000000', '12']],
    ['per cents', ['12.5%', '3%', '0%'], ['12.5', '3', '0']],
    ['decimal commas', ['1.234,5', '0,5', '2.000,00'], ['1234.5', '0.5', '2000']],
    ['what is none', ['1', 'private', '-'], ['1', null, null]],
  ])('reads %s as numbers', async (_what, values, expected) => {
    const cleaned = await clean(texts(...values), {
      kind: 'convert-type',
      column: 't',
      to: 'number',
    });
    expect(column(cleaned)).toEqual(expected);
  });

  it('counts what could not be read, and a dash is no value that was lost', async () => {
    const step = { kind: 'convert-type', column: 't', to: 'number' } as const;
    const cleaned = await clean(texts('1', 'private', '-', null, '2.50'), step);
    // "1" is "1" still; the others are written otherwise or gone.
    expect(doneOf(cleaned)).toMatchObject({ cells: 3, columns: [{ unreadable: 1 }] });
    const none = await clean(texts('a', 'b'), step);
    expect(none.outcomes[0]).toMatchObject({ fault: { code: 'nothing-readable', value: 'a' } });
  });

  it('reads dates of many hands, days of a spreadsheet among them', async () => {
    const dates = ['2024-05-01', '2024年5月1日', '2024/5/1', '45413', '20240501', '1 May 2024'];
    const cleaned = await clean(texts(...dates), { kind: 'convert-type', column: 't', to: 'date' });
    expect(column(cleaned)).toEqual(dates.map(() => '2024-05-01'));
    const days = createTable([numberColumn('t', Float64Array.of(1, 59, 61, 45413.5, NaN, -3))]);
    const read = await clean(days, { kind: 'convert-type', column: 't', to: 'date' });
    expect(column(read)).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2024-05-01T12:00:00Z',
      null,
      null,
    ]);
  });

  it('guesses no order of day and month, and takes the one that is given', async () => {
    const table = texts('03/04/2024', '05/06/2024');
    const step = { kind: 'convert-type', column: 't', to: 'date' } as const;
    const unsure = await clean(table, step);
    expect(unsure.outcomes[0]).toMatchObject({ fault: { code: 'date-order-unknown' } });
    expect(column(await clean(table, { ...step, dayFirst: true }))).toEqual([
      '2024-04-03',
      '2024-06-05',
    ]);
    const sure = await clean(texts('03/04/2024', '25/06/2024'), step);
    expect(column(sure)).toEqual(['2024-04-03', '2024-06-25']);
  });

  it('reads yes and no in the words of several hands', async () => {
    const words = ['是', '否', 'Y', 'n', '1', '0', 'Yes', '√', 'maybe', null];
    const cleaned = await clean(texts(...words), {
      kind: 'convert-type',
      column: 't',
      to: 'boolean',
    });
    expect(column(cleaned)).toEqual([
      'true',
      'false',
      'true',
      'false',
      'true',
      'false',
      'true',
      'true',
      null,
      null,
    ]);
  });

  it('writes a number in another unit', async () => {
    const table = createTable([numberColumn('c', Float64Array.of(0, 100, NaN), '°C')]);
    const step = {
      kind: 'convert-unit',
      column: 'c',
      factor: 1.8,
      offset: 32,
      unit: '°F',
    } as const;
    const cleaned = await clean(table, step);
    expect(column(cleaned)).toEqual(['32', '212', null]);
    expect(cleaned.working.columns[0]!.unit).toBe('°F');
  });
});

describe('filling', () => {
  it('falls back to the median of all where a group has none, and says so', async () => {
    const { value } = await readText('g,v\na,1\na,3\nb,\na,\n,\nc,10\n');
    const step = { kind: 'fill-missing', columns: ['v'], rule: 'group-median', by: 'g' } as const;
    const cleaned = await clean(value, step);
    expect(cleaned.rows.map(([, v]) => v)).toEqual(['1', '3', '3', '2', '3', '10']);
    expect(doneOf(cleaned).columns[0]).toMatchObject({ cells: 3, fallbacks: 2 });
  });

  it('learns from the rows that are still there', async () => {
    const { value } = await readText('id,v\n1,1\n1,1\n1,1\n2,3\n3,\n');
    const cleaned = await clean(
      value,
      { kind: 'drop-duplicates', columns: ['id'], keep: 'first' },
      { kind: 'fill-missing', columns: ['v'], rule: 'mean' },
    );
    expect(cleaned.rows.at(-1)).toEqual(['3', '2']);
  });

  it('does not fill a column that has nothing to learn from', async () => {
    const table = createTable([numberColumn('v', Float64Array.of(NaN, NaN))]);
    const step = { kind: 'fill-missing', columns: ['v'], rule: 'median' } as const;
    const { outcomes, rows } = await clean(table, step);
    expect(outcomes[0]).toMatchObject({ status: 'failed', fault: { code: 'no-values' } });
    expect(rows).toEqual([[null], [null]]);
  });
});

describe('a rule', () => {
  const rule = (check: Extract<CleanStep, { kind: 'validate' }>['check']): CleanStep => {
    return { kind: 'validate', column: 't', check, action: 'set-missing' };
  };

  it.each<[string, CleanStep, (string | null)[]]>([
    ['unique', rule({ rule: 'unique' }), ['a', 'b', null, null, 'A']],
    ['allowed', rule({ rule: 'allowed', values: ['a'] }), ['a', null, null, 'a', null]],
    ['pattern', rule({ rule: 'pattern', pattern: '[a-z]' }), ['a', 'b', null, 'a', null]],
  ])('of the kind %s clears what breaks it, and no missing value does', async (_k, step, left) => {
    const cleaned = await clean(texts('a', 'b', null, 'a', 'A'), step);
    expect(column(cleaned)).toEqual(left);
  });

  it('on a column called __proto__ is as any other', async () => {
    const table = createTable([textColumn('__proto__', ['a', 'a']), textColumn('b', ['x', 'y'])]);
    const check = { rule: 'unique' } as const;
    const step = { kind: 'validate', column: '__proto__', check, action: 'drop' } as const;
    expect((await clean(table, step)).rows).toEqual([['a', 'x']]);
  });
});
