import { beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import type { TableValue } from '../../src/core/values';
import { profileTable, type TableProfile } from '../../src/table/profile';
import { correlate } from '../../src/table/profile/correlate';
import { countDuplicates } from '../../src/table/profile/duplicate-rows';
import { createRowHashes } from '../../src/table/profile/row-hashes';
import { profileColumn } from '../../src/table/profile/profile-column';
import { sameValuesIn } from '../../src/table/profile/same-values';
import { centered, isMeasured } from '../../src/table/profile/table-alerts';
import { readText } from '../support/read-text';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import recorded from './profile-tables.json';

/** The larger of absolute and relative difference is at most 1e-9. */
function expectClose(actual: number, expected: number, what: string): void {
  const allowed = 1e-9 * Math.max(1, Math.abs(expected));
  expect(Math.abs(actual - expected), `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(
    allowed,
  );
}

function ended<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function duplicatesIn(table: TableValue, from: number): number {
  const hashes = createRowHashes(table.rows);
  const columns = table.columns.slice(from);
  const ground = { table, hashes, most: 1, asOf: null };
  for (const column of columns) ended(profileColumn(ground, column));
  return ended(
    countDuplicates(
      hashes,
      columns.map((column) => sameValuesIn(table, column)),
    ),
  );
}

describe.skipIf(!DATA_FOLDER).each(recorded.tables)(
  `the profile of $path against pandas${WANTING}`,
  (expected) => {
    let table: TableValue;
    let profile: TableProfile;
    beforeAll(async () => {
      if (!DATA_FOLDER) return;
      table = (await readText(realFile(expected.path))).value;
      profile = await finish(profileTable(table));
    });

    it('counts values, gaps and repeats', () => {
      expect(profile.rows).toBe(expected.rows);
      const counted = profile.columns.map(({ column, missing, distinct }) => ({
        name: column.name,
        missing,
        distinct,
      }));
      expect(counted).toEqual(
        expected.columns.map(({ name, missing, distinct }) => ({ name, missing, distinct })),
      );
      for (const [i, { top }] of profile.columns.entries()) {
        if (top[0]) expect(top[0].count).toBe(expected.columns[i]!.most);
      }
      expect(duplicatesIn(table, 0)).toBe(expected.duplicated);
      expect(duplicatesIn(table, 1)).toBe(expected.duplicatedWithoutFirst);
    });

    it('gives the same figures of every number column', () => {
      let compared = 0;
      for (const [i, { column, numbers }] of profile.columns.entries()) {
        const asked = expected.columns[i]!.numbers;
        if (column.type !== 'number' || asked === null || numbers === null) continue;
        compared++;
        expectClose(numbers.mean, asked.mean, `${column.name}, mean`);
        expectClose(numbers.deviation, asked.deviation, `${column.name}, deviation`);
        expectClose(numbers.skewness, asked.skewness, `${column.name}, skewness`);
        expect([numbers.zeros, numbers.negatives]).toEqual([asked.zeros, asked.negatives]);
        numbers.quantiles.forEach((quantile, q) => {
          expectClose(quantile, asked.quantiles[q]!, `${column.name}, quantile ${q}`);
        });
      }
      expect(compared).toBeGreaterThan(1);
    });

    it('gives the same correlations, pairs with gaps included', () => {
      const measured = profile.columns.filter((column) => isMeasured(column));
      const nameOf = (i: number) => measured[i]!.column.name;
      const all = ended(correlate(table, measured.map(centered), null));
      const found = new Map(all.map(({ a, b, r }) => [`${nameOf(a)}\t${nameOf(b)}`, r]));
      let compared = 0;
      for (const [a, b, r] of expected.correlations as [string, string, number][]) {
        const ours = found.get(`${a}\t${b}`);
        if (ours === undefined) continue;
        compared++;
        expectClose(ours, r, `${a}, ${b}`);
      }
      expect(compared).toBe(found.size);
    });
  },
);
