import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import type { TableValue } from '../../src/core/values';
import { cleanTable } from '../../src/table/clean/clean-table';
import { numbersIn, textAt } from '../../src/table/clean/column-values';
import type { StepDone } from '../../src/table/clean/outcome';
import type { CleanStep } from '../../src/table/clean/step';
import type { Working } from '../../src/table/clean/working';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import { readText } from '../support/read-text';

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly outside: number;
}

interface Oracle {
  readonly groceries: {
    readonly rows: number;
    readonly duplicates: number;
    readonly left: number;
    readonly members: number;
    readonly lastRowSum: number;
    readonly lastRows: readonly number[];
    readonly firstRowSum: number;
  };
  readonly personality: {
    readonly missingRows: readonly number[];
    readonly filledMean: number;
    readonly filledMedian: number;
    readonly filledMode: number;
    readonly groupedAt: readonly number[];
    readonly groupedSum: number;
    readonly iqr: Bounds;
    readonly mad: Bounds;
    readonly z: Bounds;
    readonly percentile: Bounds & { readonly clippedSum: number };
    readonly withoutMissing: number;
  };
  readonly wholesale: { readonly means: Readonly<Record<string, number>>; readonly rows: number };
}

// Written by clean.py with pandas, NumPy, SciPy and scikit-learn.
const { groceries, personality, wholesale } = JSON.parse(
  readFileSync(new URL('clean.json', import.meta.url), 'utf8'),
) as Oracle;

async function read(path: string): Promise<TableValue> {
  return (await readText(realFile(path))).value;
}

async function clean(table: TableValue, ...steps: CleanStep[]) {
  const { working, outcomes } = await finish(cleanTable(table, steps));
  // Every step here can be done.
  return { working, outcomes: outcomes as readonly StepDone[] };
}

function columnOf({ columns }: Working, name: string) {
  return columns.find((column) => column.name === name)!;
}

function near(actual: number | undefined, expected: number): void {
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, x) => total + x, 0);

describe.skipIf(!DATA_FOLDER)(`the groceries of members, against pandas${WANTING}`, () => {
  const file = 'groceries-members/groceries_members.csv.gz';
  const byMember = { kind: 'drop-duplicates', columns: ['Member_number'] } as const;
  const rowsOf = ({ kept }: Working): number[] => Array.from(kept, (row) => row + 1);

  it('lose 759 equal rows and no member', async () => {
    const table = await read(file);
    expect(table.rows).toBe(groceries.rows);
    const { working, outcomes } = await clean(table, {
      kind: 'drop-duplicates',
      columns: [],
      keep: 'first',
    });
    expect(outcomes[0]!.dropped).toBe(groceries.duplicates);
    expect(working.kept.length).toBe(groceries.left);
    const member = columnOf(working, 'Member_number');
    expect(new Set(Array.from(working.kept, (row) => textAt(member, row))).size).toBe(
      groceries.members,
    );
  });

  it('keep the first row of each member, or the last', async () => {
    const table = await read(file);
    const last = rowsOf((await clean(table, { ...byMember, keep: 'last' })).working);
    expect(last.slice(0, 5)).toEqual(groceries.lastRows);
    expect(last).toHaveLength(groceries.members);
    expect(sum(last)).toBe(groceries.lastRowSum);
    const first = rowsOf((await clean(table, { ...byMember, keep: 'first' })).working);
    expect(sum(first)).toBe(groceries.firstRowSum);
  });
});

describe.skipIf(!DATA_FOLDER)(`24 missing incomes, against pandas and others${WANTING}`, () => {
  const file = 'customer-personality/marketing_campaign_semicolon_bom.csv';
  const fill = { kind: 'fill-missing', columns: ['Income'] } as const;
  const outliers = { kind: 'outliers', columns: ['Income'], action: 'clip' } as const;

  it.each([
    ['mean', personality.filledMean],
    ['median', personality.filledMedian],
    ['mode', personality.filledMode],
  ] as const)('are filled with the %s of the others', async (rule, expected) => {
    const { working, outcomes } = await clean(await read(file), { ...fill, rule });
    expect(outcomes[0]!.cells).toBe(24);
    const incomes = numbersIn(columnOf(working, 'Income'));
    for (const row of personality.missingRows) near(incomes[row - 1], expected);
  });

  it('are filled with the median of their group', async () => {
    const step = { ...fill, rule: 'group-median', by: 'Education' } as const;
    const { working } = await clean(await read(file), step);
    const incomes = numbersIn(columnOf(working, 'Income'));
    personality.missingRows.forEach((row, i) => near(incomes[row - 1], personality.groupedAt[i]!));
    near(sum(incomes), personality.groupedSum);
  });

  it.each([
    ['iqr', 1.5, personality.iqr],
    ['mad', 3.5, personality.mad],
    ['z', 3, personality.z],
    ['percentile', 1, personality.percentile],
  ] as const)('decide no bound by the rule %s', async (rule, limit, expected) => {
    const { outcomes } = await clean(await read(file), { ...outliers, rule, limit });
    const [{ bounds, cells }] = outcomes[0]!.columns as [StepDone['columns'][number]];
    near(bounds?.low, expected.low);
    near(bounds?.high, expected.high);
    expect(cells).toBe(expected.outside);
  });

  it('stay missing when percentiles are clipped', async () => {
    const step = { ...outliers, rule: 'percentile', limit: 1 } as const;
    const { working } = await clean(await read(file), step);
    const incomes = numbersIn(columnOf(working, 'Income'));
    expect(incomes.filter((income) => Number.isNaN(income))).toHaveLength(24);
    const present = incomes.filter((income) => !Number.isNaN(income));
    near(sum(present), personality.percentile.clippedSum);
  });

  it('leave 2,216 rows when rows without are dropped', async () => {
    const { working } = await clean(await read(file), { kind: 'drop-missing', columns: [] });
    expect(working.kept.length).toBe(personality.withoutMissing);
  });
});

describe.skipIf(!DATA_FOLDER)(`the means of wholesale customers${WANTING}`, () => {
  it.each(['wholesale_customers.csv', 'wholesale_customers_as_found_latin1.csv'])(
    'are those of pandas after cleaning %s',
    async (name) => {
      const table = await read(`wholesale-customers/${name}`);
      const notes = table.columns.filter((column) => !(column.name in wholesale.means));
      const numbers = Object.keys(wholesale.means).map((column): CleanStep => {
        return { kind: 'convert-type', column, to: 'number' };
      });
      const { working } = await clean(
        table,
        { kind: 'drop-columns', columns: notes.map((column) => column.name) },
        { kind: 'normalize-text', columns: [], spaces: true, width: true, case: 'keep' },
        ...numbers,
      );
      expect(working.columns.map((column) => column.name)).toEqual(Object.keys(wholesale.means));
      expect(working.kept.length).toBe(wholesale.rows);
      for (const [column, mean] of Object.entries(wholesale.means)) {
        near(sum(numbersIn(columnOf(working, column))) / wholesale.rows, mean);
      }
    },
  );
});
