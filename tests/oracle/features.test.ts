import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import type { Feature, FittedStep, TableValue } from '../../src/core/values';
import { codesOf, columnNamed } from '../../src/table/column';
import { createTable, textColumn } from '../../src/table/create-table';
import { fitColumn, numbersFor } from '../../src/table/encode/fit-column';
import { isNumeric, type FeatureChoice } from '../../src/table/encode/feature-choice';
import { gowerDistance, prototypeDistance } from '../../src/table/encode/mixed-distance';
import { applySteps } from '../../src/table/encode/steps';
import { toMatrix } from '../../src/table/to-matrix';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import { readText } from '../support/read-text';
import recorded from './features.json';
import recordedByR from './features-r.json';

interface Recorded {
  readonly rows: readonly (readonly (number | null)[])[];
  readonly sums: readonly number[];
}

const usual = { transform: 'none', scale: 'none', missing: 'median', levels: 100 } as const;
type Rules = Partial<Omit<FeatureChoice, 'column'>>;

const FILES = {
  people: 'customer-personality/marketing_campaign_semicolon_bom.csv',
  bank: 'bank-marketing/bank_additional.csv.gz',
  retail: 'online-retail-sample/online_retail_2010-12.csv.gz',
  wholesale: 'wholesale-customers/wholesale_customers.csv',
} as const;

const tables = new Map<string, Promise<TableValue>>();

/** In the bank's file `unknown` means missing, as its README says and pandas was told. */
function tableOf(name: keyof typeof FILES): Promise<TableValue> {
  const read = async () => {
    const bytes = realFile(FILES[name]);
    if (name !== 'bank') return (await readText(bytes)).value;
    return (await readText(new TextDecoder().decode(bytes).replaceAll('"unknown"', ''))).value;
  };
  const known = tables.get(name) ?? read();
  tables.set(name, known);
  return known;
}

async function fit(table: TableValue, column: string, rules: Rules): Promise<readonly Feature[]> {
  const choice: FeatureChoice = { ...usual, column: columnNamed(table, column), ...rules };
  return (await finish(fitColumn(table, choice, null))).features;
}

/** Every value of the column after the steps, in f64. */
function after(table: TableValue, { columnId, steps, partner }: Feature): number[] {
  const column = table.columns.find(({ id }) => id === columnId)!;
  if (!isNumeric(column)) {
    const { codes, levels } = codesOf(table, columnId);
    const ofLevel = levels.map((level) => applySteps(steps, level));
    const ofMissing = applySteps(steps, null);
    return Array.from(codes, (code) => (code < 0 ? ofMissing : ofLevel[code]!));
  }
  const other = partner && table.columns.find(({ id }) => id === partner.columnId)!;
  const numbers = numbersFor(table, {
    column,
    ...(other && partner ? { partner: { column: other, operation: partner.operation } } : {}),
  });
  return Array.from(numbers, (value) => applySteps(steps, value));
}

function expectClose(actual: number, expected: number | null | undefined): void {
  if (expected === null || expected === undefined) return expect(actual).toBeNaN();
  const tolerance = 1e-9 * Math.max(1, Math.abs(expected));
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(tolerance);
}

function expectColumns(columns: readonly (readonly number[])[], theirs: Recorded): void {
  expect(columns).toHaveLength(theirs.sums.length);
  theirs.rows.forEach((row, i) => {
    row.forEach((value, j) => expectClose(columns[j]![i * recorded.step]!, value));
  });
  columns.forEach((column, j) => {
    const sum = column.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
    const size = column.reduce((total, value) => total + (Math.abs(value) || 0), 0);
    expect(Math.abs(sum - theirs.sums[j]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, size));
  });
}

const splitName = (name: string) => name.split(' ') as [keyof typeof FILES, string];
const withoutFlag = (features: readonly Feature[]) =>
  features.filter(({ steps }) => steps.every(({ kind }) => kind !== 'missing-flag'));
const onlyStep = (features: readonly Feature[], ...kinds: FittedStep['kind'][]) =>
  features.map((feature) => ({
    ...feature,
    steps: feature.steps.filter(({ kind }) => kinds.includes(kind)),
  }));

describe.skipIf(!DATA_FOLDER)(`features of real columns against scikit-learn${WANTING}`, () => {
  describe.each(Object.entries(recorded.numbers))('%s', (name, theirs) => {
    const [file, column] = splitName(name);

    it.each(['standard', 'robust', 'min-max'] as const)('scales: %s', async (scale) => {
      const table = await tableOf(file);
      const [feature] = await fit(table, column, { scale });
      const steps = feature!.steps.filter(({ kind }) => kind !== 'fill');
      expectColumns([after(table, { ...feature!, steps })], theirs[scale]);
    });

    it.each(['median', 'mean', 'mode'] as const)('fills missing: %s', async (missing) => {
      const table = await tableOf(file);
      const [feature] = await fit(table, column, { missing });
      expectColumns([after(table, feature!)], theirs[missing]);
    });

    it('bends as Yeo–Johnson', async () => {
      const table = await tableOf(file);
      const [feature] = await fit(table, column, { transform: 'yeo-johnson' });
      const step = feature!.steps.find(({ kind }) => kind === 'yeo-johnson')!;
      const { lambda } = step as { lambda: number };
      const other = theirs['yeo-johnson'].lambda;
      // Both searches stop near the same maximum; with their λ ours gives their values.
      expect(Math.abs(lambda - other)).toBeLessThan(1e-5 * Math.max(1, Math.abs(other)));
      const same = [{ kind: 'yeo-johnson', lambda: other } as const];
      expectColumns([after(table, { ...feature!, steps: same })], theirs['yeo-johnson']);
    });
  });

  const hots = Object.entries(recorded.oneHot).flatMap(([name, ways]) =>
    Object.entries(ways).map(([way, theirs]) => [name, way, theirs] as const),
  );
  it.each(hots)('one-hot: %s (%s)', async (name, way, theirs) => {
    const [file, column] = splitName(name);
    const rules: Readonly<Record<string, Rules>> = {
      all: {},
      count: { rareBelow: file === 'bank' ? 2000 : 10 },
      share: { rareBelow: 0.05 },
      most: { levels: 4 },
    };
    const table = await tableOf(file);
    const features = await fit(table, column, rules[way]!);
    const ours = new Map(features.map((each) => [each.name.replace(`${column} = `, ''), each]));
    const isOf = (label: string | null) => label ?? '—';
    expect([...ours.keys()].filter((label) => way === 'all' || label !== '—').sort()).toEqual(
      theirs.names.map(isOf).sort(),
    );
    // What had to be left out for their grouping is left out of ours, too.
    const columns = theirs.names.map((label) => after(table, ours.get(isOf(label))!));
    const { codes } = codesOf(table, columnNamed(table, column).id);
    const kept = columns.map((values) => values.filter((_, i) => way === 'all' || codes[i]! >= 0));
    expectColumns(kept, theirs);
  });

  it('ordinal', async () => {
    const table = await tableOf('bank');
    const [sorted] = await fit(table, 'education', { encode: 'ordinal' });
    const listed = await fit(table, 'education', {
      encode: 'ordinal',
      order: recorded.ordinal.order,
    });
    expectColumns([after(table, onlyStep([sorted!], 'ordinal')[0]!)], recorded.ordinal.sorted);
    expectColumns([after(table, onlyStep(listed, 'ordinal')[0]!)], recorded.ordinal.listed);
  });

  it('frequency and count', async () => {
    const table = await tableOf('bank');
    const { share, count, shareOfPresent, rare } = recorded.frequency;
    const [asShare] = await fit(table, 'education', { encode: 'frequency' });
    const [asCount] = await fit(table, 'education', { encode: 'count' });
    expectColumns([after(table, asShare!)], share);
    expectColumns([after(table, asCount!)], count);
    const [present] = await fit(table, 'education', { encode: 'frequency', missing: 'mode' });
    const frequencies = after(table, onlyStep([present!], 'frequency')[0]!);
    expectColumns([frequencies], shareOfPresent);
    const retail = await tableOf('retail');
    const [grouped] = await fit(retail, 'Description', { encode: 'count', rareBelow: 20 });
    expectColumns([after(retail, grouped!)], rare);
  });

  it.each(Object.entries(recorded.hash))('hash: %s', async (name, theirs) => {
    const [file, column] = splitName(name);
    const table = await tableOf(file);
    const slots = theirs.sums.length;
    const features = withoutFlag(await fit(table, column, { encode: 'hash', slots }));
    expectColumns(
      features.map((feature) => after(table, feature)),
      theirs,
    );
  });

  it('ages of dates', async () => {
    const [people, retail] = [await tableOf('people'), await tableOf('retail')];
    const [latest] = await fit(people, 'Dt_Customer', { encode: 'age' });
    const reference = Date.parse('2014-12-31T00:00:00Z');
    const [day] = await fit(retail, 'InvoiceDate', { encode: 'age', reference });
    expectColumns([after(people, latest!)], recorded.age.latest);
    expectColumns([after(retail, day!)], recorded.age.day);
  });

  it.each(Object.entries(recorded.cyclic))('cycles of dates: %s', async (cycle, theirs) => {
    const isHour = cycle === 'hour';
    const table = await tableOf(isHour ? 'retail' : 'people');
    const features = await fit(table, isHour ? 'InvoiceDate' : 'Dt_Customer', {
      encode: 'none',
      cycles: [cycle as 'month'],
    });
    expectColumns(
      features.map((feature) => after(table, feature)),
      theirs,
    );
  });

  it('tags, the rare ones together', async () => {
    const lines = new TextDecoder().decode(realFile('groceries/groceries.csv')).trimEnd();
    const table = createTable([textColumn('items', lines.split('\n'))]);
    const features = await fit(table, 'items', { encode: 'tags', levels: 12 });
    expect(features.map(({ name }) => name.replace('items ∋ ', ''))).toEqual([
      ...recorded.tags.names,
      '…',
    ]);
    expectColumns(
      features.map((feature) => after(table, feature)),
      recorded.tags,
    );
  });

  it.each(['product', 'ratio'] as const)('%s of two columns', async (operation) => {
    const table = await tableOf('wholesale');
    const [a, b] = operation === 'product' ? ['Fresh', 'Milk'] : ['Milk', 'Grocery'];
    const partner = { column: columnNamed(table, b!), operation };
    const [feature] = await fit(table, a!, { partner });
    expectColumns([after(table, feature!)], recorded.interactions[operation]);
  });

  it('half the mean deviation of the numbers as γ, and rows as far apart as k-prototypes has them', async () => {
    const table = await tableOf('wholesale');
    const names = ['Fresh', 'Milk', 'Grocery'];
    for (const [scale, gamma] of [
      ['standard', recorded.gamma],
      ['none', recorded.gammaRaw],
    ] as const) {
      const choices: FeatureChoice[] = [
        ...names.map((name) => ({ ...usual, column: columnNamed(table, name), scale })),
        { ...usual, column: columnNamed(table, 'Region'), encode: 'one-hot' },
      ];
      const mixed = { measure: 'mixed', gamma: null } as const;
      const { value } = await finish(toMatrix(table, choices, { mixed }));
      expect(Math.abs(value.mixed!.gamma / gamma - 1)).toBeLessThan(1e-6);
      expect(value.mixed).toMatchObject({
        numbers: [0, 1, 2],
        categories: [{ features: [3, 4, 5] }],
      });
      const { columns, values } = value.matrix;
      const rowOf = (i: number) => values.subarray(i * columns, (i + 1) * columns);
      for (let i = 1; i < 440; i += 7) {
        const [x, y] = [rowOf(0), rowOf(i)];
        const squared = x.reduce((sum, each, j) => sum + (each - y[j]!) ** 2, 0);
        const [a, b] = [x, y].map((row) => ({
          numbers: row.subarray(0, 3),
          codes: [row.subarray(3).findIndex((each) => each > 0)],
        }));
        const expected = prototypeDistance(a!, b!, value.mixed!.gamma);
        expect(Math.abs(squared - expected)).toBeLessThanOrEqual(1e-5 * Math.max(1, expected));
      }
    }
  });

  it('Gower’s dissimilarity as daisy of R has it', async () => {
    const table = await tableOf('people');
    const numbers = ['Income', 'Recency', 'MntWines'].map((name) =>
      numbersFor(table, { column: columnNamed(table, name) }),
    );
    const codes = ['Education', 'Marital_Status'].map((name) => {
      const found = codesOf(table, columnNamed(table, name).id);
      return found.codes.map((code) => (found.levels[code] === 'Basic' ? -1 : code));
    });
    const rows = recordedByR.rows.map((row) => ({
      numbers: numbers.map((column) => column[row - 1]!),
      codes: codes.map((column) => column[row - 1]!),
    }));
    const ranges = numbers.map((_, j) => {
      const present = rows.map((row) => row.numbers[j]!).filter((value) => !Number.isNaN(value));
      return Math.max(...present) - Math.min(...present);
    });
    const pairs = (weights?: readonly number[]) =>
      rows.flatMap((a, i) =>
        rows.slice(i + 1).map((b) => gowerDistance(a, b, { ranges, ...(weights && { weights }) })),
      );
    pairs().forEach((distance, i) => expectClose(distance, recordedByR.plain[i]));
    pairs([2, 1, 0.5, 3, 1]).forEach((distance, i) =>
      expectClose(distance, recordedByR.weighted[i]),
    );
  });
});
