import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TableValue } from '../../src/core/values';
import { checkFormula } from '../../src/formula/check';
import { computeColumn } from '../../src/formula/compute-column';
import { codesOf, columnNamed, numbersOf } from '../../src/table/column';
import { createTable, numberColumn } from '../../src/table/create-table';
import { cleanTable } from '../../src/table/clean/clean-table';
import { numbersIn } from '../../src/table/clean/column-values';
import { finish } from '../../src/core/job';
import { codeKeys } from '../../src/table/join/code-keys';
import { countMatches, matchRows, type JoinKind } from '../../src/table/join/match-rows';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import { readText } from '../support/read-text';
import recorded from './real-tables.json';

interface Digest {
  readonly missing: number;
  readonly sum?: number;
  readonly weighted?: number;
  readonly size?: number;
  readonly sha256?: string;
}

function ended<T>(work: Generator<unknown, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

/** The same of a column as the script writes of it. */
function expectDigest(table: TableValue, id: string, expected: Digest): void {
  if (expected.sha256 !== undefined) {
    const { codes, levels } = codesOf(table, id);
    const texts = Array.from(codes, (code) => (code < 0 ? '\0' : levels[code]!)).join('\n');
    expect(codes.filter((code) => code < 0).length).toBe(expected.missing);
    expect(createHash('sha256').update(texts).digest('hex')).toBe(expected.sha256);
    return;
  }
  const numbers = numbersOf(table, id);
  expect(numbers.filter(Number.isNaN).length).toBe(expected.missing);
  let [sum, weighted] = [0, 0];
  numbers.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    sum += value;
    weighted += value * ((row % 97) + 1);
  });
  const within = 1e-9 * Math.max(1, expected.size!);
  expect(Math.abs(sum - expected.sum!)).toBeLessThanOrEqual(within);
  expect(Math.abs(weighted - expected.weighted!)).toBeLessThanOrEqual(within);
}

describe.skipIf(!DATA_FOLDER)(`real tables against pandas${WANTING}`, () => {
  const tables = new Map<string, TableValue>();
  const names = new Set(recorded.formulas.map(({ file }) => file));
  beforeAll(async () => {
    for (const name of [
      ...names,
      'groceries-members/groceries_members.csv.gz',
      'groceries/groceries_items.csv',
    ]) {
      tables.set(name, (await readText(realFile(name))).value);
    }
  });

  it.each(recorded.formulas)('$formula', ({ file, formula, ...expected }) => {
    const table = tables.get(file)!;
    const reference = Date.parse(recorded.reference);
    const { ok, fault } = checkFormula(formula, { columns: table.columns, reference });
    if (ok === null) throw new Error(`${formula}: ${JSON.stringify(fault)}`);
    const made = createTable([ended(computeColumn(table, ok, 'x')).column]);
    expectDigest(made, 'c0', expected);
  });

  it.each(recorded.joins)(
    'purchases $how joined with the groups of their items, row for row',
    ({ how, ...expected }) => {
      const left = tables.get('groceries-members/groceries_members.csv.gz')!;
      const right = tables.get('groceries/groceries_items.csv')!;
      expect(left.rows).toBe(recorded.members.rows);
      const keys = [
        { left: columnNamed(left, 'itemDescription'), right: columnNamed(right, 'item') },
      ];
      const coded = ended(codeKeys({ left, right }, keys, { asText: false, isLoose: false }));
      const rows = ended(matchRows(how as JoinKind, coded, ended(countMatches(coded))));
      const weigh = (of: Int32Array) => of.reduce((sum, row, i) => sum + row * ((i % 97) + 1), 0);
      expect(rows.left.length).toBe(expected.rows);
      expect([weigh(rows.left), weigh(rows.right)]).toEqual([expected.left, expected.right]);
      const { codes } = codesOf(left, columnNamed(left, 'Member_number').id);
      expect(new Set(Array.from(rows.left, (row) => codes[row])).size).toBe(expected.members);
    },
  );

  it.each(recorded.clipped)(
    '$column clipped by $rule',
    async ({ column, rule, limit, ...expected }) => {
      const table = tables.get('customer-personality/marketing_campaign_semicolon_bom.csv')!;
      const named = rule as 'iqr' | 'mad' | 'z';
      const step = {
        kind: 'outliers',
        columns: [column],
        action: 'clip',
        rule: named,
        limit,
      } as const;
      const { working } = await finish(cleanTable(table, [step]));
      const found = working.columns.find(({ name }) => name === column)!;
      expectDigest(createTable([numberColumn(column, numbersIn(found).slice())]), 'c0', expected);
    },
  );
});
