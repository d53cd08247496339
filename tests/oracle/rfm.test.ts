import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import compute from '../../src/cells/rfm/compute';
import { definition } from '../../src/cells/rfm/definition';
import type { RfmDisplay } from '../../src/cells/rfm/display';
import { FIGURE_NAMES, SCORE_NAMES } from '../../src/cells/rfm/figures';
import { finish } from '../../src/core/job';
import type { JsonObject } from '../../src/core/json';
import { parseParams } from '../../src/core/params';
import type { TableValue } from '../../src/core/values';
import { columnNamed, numbersOf, textOf } from '../../src/table/column';
import { scoreByFifths, scoreByShare, type Better } from '../../src/table/rfm/score-ranks';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import { readText } from '../support/read-text';
import { toolsOf } from '../support/tools';

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
type Measure = 'recency' | 'frequency' | 'monetary';

interface Summary {
  readonly rows: number;
  readonly revenue?: number;
  readonly customers: number;
  readonly sums: Readonly<Record<string, number>>;
  readonly some: { readonly customers: readonly string[]; readonly figures: Columns };
}

interface Expected {
  readonly small: {
    readonly csv: string;
    readonly rows: { readonly sale: number; readonly return: number };
    readonly customers: readonly string[];
    readonly figures: Columns;
    readonly scores: Readonly<Record<Measure, Readonly<Record<'share' | 'fifths', number[]>>>>;
    readonly kept: { readonly customers: readonly string[]; readonly figures: Columns };
  };
  readonly ranks: readonly Readonly<
    Record<'values' | 'share' | 'shareReversed' | 'fifths' | 'fifthsReversed', number[]>
  >[];
  readonly retail: Summary;
  readonly groceries: Summary;
  readonly cdnow: Summary;
}

// Written by rfm.py beside this file.
const expected = JSON.parse(readFileSync(new URL('rfm.json', import.meta.url), 'utf8')) as Expected;

async function rfm(content: string | Uint8Array<ArrayBuffer>, saved: JsonObject = {}) {
  const { value: table } = await readText(content);
  const params = parseParams(definition.params, { words: 'en', ...saved });
  const result = await finish(compute.run(params, { table }, toolsOf()));
  // The definition gives a table.
  return { value: result.value as TableValue, display: result.display as RfmDisplay };
}

function namesIn(table: TableValue): string[] {
  return Array.from({ length: table.rows }, (_, row) => textOf(table, 'c0', row) ?? '');
}

function figureIn(table: TableValue, figure: string): Float64Array {
  // Every figure of the script is one of ours.
  const name = FIGURE_NAMES[figure as keyof typeof FIGURE_NAMES].en;
  return numbersOf(table, columnNamed(table, name).id);
}

/** Counts exactly, money and gaps to nine digits, missing where pandas has none. */
function expectFigures(table: TableValue, customers: readonly string[], figures: Columns) {
  const rowOf = new Map(namesIn(table).map((name, row) => [name, row]));
  for (const [figure, values] of Object.entries(figures)) {
    const ours = figureIn(table, figure);
    customers.forEach((customer, i) => {
      expect(rowOf.has(customer), customer).toBe(true);
      expectClose(ours[rowOf.get(customer)!]!, values[i]!, `${figure} of ${customer}`);
    });
  }
}

function expectClose(ours: number, theirs: number | null, what: string) {
  if (theirs === null) expect(ours, what).toBeNaN();
  else if (Number.isInteger(theirs)) expect(Math.abs(ours - theirs), what).toBeLessThan(1e-9);
  else expect(Math.abs(ours - theirs) / Math.abs(theirs), what).toBeLessThan(1e-9);
}

function expectSummary(table: TableValue, { customers, sums, some }: Summary) {
  expect(table.rows).toBe(customers);
  for (const [figure, sum] of Object.entries(sums)) {
    const present = figureIn(table, figure).filter((value) => !Number.isNaN(value));
    const ours = present.reduce((a, b) => a + b, 0);
    expect(Math.abs(ours - sum) / Math.abs(sum || 1), figure).toBeLessThan(1e-9);
  }
  expectFigures(table, some.customers, some.figures);
}

describe('figures of customers', () => {
  const { small } = expected;
  const { net, ...figures } = small.figures;

  it('are those of pandas, gaps and returns too', async () => {
    const { value, display } = await rfm(small.csv);
    expect(display.counts).toMatchObject(small.rows);
    expect(namesIn(value)).toEqual(small.customers);
    expectFigures(value, small.customers, figures);
  });

  it('are those of pandas when returns are taken off, and when they count as they are', async () => {
    const taken = await rfm(small.csv, { returns: 'net' });
    expectFigures(taken.value, small.customers, { ...pick(figures), monetary: net! });
    const kept = await rfm(small.csv, { returns: 'keep' });
    expect(kept.value.rows).toBe(small.kept.customers.length);
    expectFigures(kept.value, small.kept.customers, small.kept.figures);
  });

  it.each(['share', 'fifths'] as const)('score as pandas does by %s', async (scoring) => {
    const { value } = await rfm(small.csv, { scoring });
    const scores = (letter: 'r' | 'f' | 'm') => [
      ...numbersOf(value, columnNamed(value, SCORE_NAMES[letter].en).id),
    ];
    expect(scores('r')).toEqual(small.scores.recency[scoring]);
    expect(scores('f')).toEqual(small.scores.frequency[scoring]);
    expect(scores('m')).toEqual(small.scores.monetary[scoring]);
  });
});

function pick({ recency, frequency, tenure }: Columns): Columns {
  return { recency: recency!, frequency: frequency!, tenure: tenure! };
}

describe('scores by rank', () => {
  it.each(expected.ranks.map((each) => [each.values.length, each] as const))(
    'of %i values are those of pandas, either way round',
    (_, { values, share, shareReversed, fifths, fifthsReversed }) => {
      const drain = (by: typeof scoreByShare, better: Better) => {
        const work = by(Float64Array.from(values), better);
        for (;;) {
          const step = work.next();
          if (step.done) return [...step.value];
        }
      };
      expect(drain(scoreByShare, 'larger')).toEqual(share);
      expect(drain(scoreByShare, 'smaller')).toEqual(shareReversed);
      expect(drain(scoreByFifths, 'larger')).toEqual(fifths);
      expect(drain(scoreByFifths, 'smaller')).toEqual(fifthsReversed);
    },
  );
});

describe.skipIf(!DATA_FOLDER)(`real orders${WANTING}`, () => {
  it('of an online shop give 26,157 rows, 885 customers and 572,713.89', async () => {
    const { value, display } = await rfm(
      realFile('online-retail-sample/online_retail_2010-12.csv.gz'),
    );
    expect(display.counts.sale).toBe(26_157);
    expect(display).toMatchObject({ rows: 885, orders: 1400 });
    expect(display.revenue).toBeCloseTo(572_713.89, 6);
    expect(display.counts.sale).toBe(expected.retail.rows);
    expectSummary(value, expected.retail);
    const published = new TextDecoder()
      .decode(realFile('online-retail-sample/expected_rfm.csv'))
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
    expect(published).toHaveLength(885);
    const column = (j: number) => published.map((row) => Number(row[j]));
    expectFigures(
      value,
      published.map(([customer]) => customer!),
      { recency: column(1), frequency: column(2), monetary: column(3) },
    );
  });

  it('of groceries without amounts give days and orders of 3,898 members', async () => {
    const { value, display } = await rfm(realFile('groceries-members/groceries_members.csv.gz'));
    expect(display).toMatchObject({ rows: 3898, revenue: null });
    expectSummary(value, expected.groceries);
  });

  it('of CDNOW are found without a column named after customers', async () => {
    const { value, display } = await rfm(realFile('cdnow-summary/cdnowElog.csv'));
    expect(display.roles.customer).toEqual({ column: 'masterid', by: 'content' });
    expectSummary(value, expected.cdnow);
  });
});
