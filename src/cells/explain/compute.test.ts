import { describe, expect, it } from 'vitest';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { ClusteringValue } from '../../core/values';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
} from '../../table/create-table';
import { toolsOf } from '../../../tests/support/tools';
import compute from './compute';
import { definition } from './definition';
import type { ExplainDisplay } from './display';
import { rulesText } from './rule-words';

const ROWS = 200;
const every = <T>(of: (row: number) => T) => Array.from({ length: ROWS }, (_, row) => of(row));

/** Orders 0 … 9, with a value missing in every tenth row; buyers of 6 and more in Paris are segment 1. */
const orders = every((row) => (row % 10 === 7 ? NaN : row % 10));
const cities = every((row) => Math.floor(row / 10) % 3);
const labels = every((row) => (orders[row]! >= 6 && cities[row] === 1 ? 1 : 0));

const table = createTable([
  numberColumn(
    'customer id',
    Float64Array.from({ length: ROWS }, (_, row) => row),
  ),
  numberColumn('orders', Float64Array.from(orders)),
  categoryColumn('city', Int32Array.from(cities), ['Lyon', 'Paris', 'Nice']),
  booleanColumn('member', Int8Array.from(labels)),
  dateColumn(
    'joined',
    Float64Array.from(labels, (label) => label * 86_400_000),
  ),
]);

function clusteringOf(
  found: readonly number[],
  rowIndex: Uint32Array | null = null,
): ClusteringValue {
  const clusters = Math.max(...found) + 1;
  const sizes = Array.from({ length: clusters }, (_, c) => found.filter((l) => l === c).length);
  const model = { centroids: new Float64Array(clusters), columns: 1, inertia: 0, iterations: 1 };
  const made = { ...model, isConverged: true, rowIndex, tableRows: ROWS };
  return { kind: 'clustering', labels: Int32Array.from(found), clusters, sizes, ...made };
}

async function explain(clustering: ClusteringValue, saved: JsonObject = {}, seed = 1) {
  const params = parseParams(definition.params, { minRows: 2, ...saved });
  const result = await finish(compute.run(params, { table, clustering }, toolsOf(seed)));
  // What this computation shows, by its definition.
  return result.display as ExplainDisplay;
}

const chosen = { columns: ['orders', 'city'] };

describe('the explain cell', () => {
  it('finds the rule that the segments were made by, in original units', async () => {
    const display = await explain(clusteringOf(labels), chosen);
    expect(rulesText(display.rules, [], 'en').split('\n')).toContain(
      'Segment 2: orders ≥ 6 and city is Paris',
    );
    expect(display.right).toBe(display.heldOut);
    expect(display.heldOut).toBeGreaterThan(30);
    expect(display.training + display.heldOut).toBe(ROWS);
    expect(display.columns.map(({ column }) => column.name).sort()).toEqual(['city', 'orders']);
  });

  it('asks a yes/no column in words, and neither identifiers nor dates', async () => {
    const { rules } = await explain(clusteringOf(labels));
    expect(rulesText(rules, [], 'en')).toBe('Segment 1: member is no\nSegment 2: member is yes');
    const named = await explain(clusteringOf(labels), { columns: ['joined'] });
    expect(named.rules.map(({ conditions }) => conditions)).toEqual([[]]);
  });

  it('covers every row of a segment once, and leaves noise and other rows out', async () => {
    const some = every((row) => row).filter((row) => row % 4 !== 0);
    const noisy = some.map((row) => (row % 5 === 0 ? -1 : labels[row]!));
    const display = await explain(clusteringOf(noisy, Uint32Array.from(some)), chosen);
    const clustered = noisy.filter((label) => label >= 0).length;
    expect(display.rows).toBe(clustered);
    expect(display.noise).toBe(some.length - clustered);
    expect(display.rules.reduce((sum, { rows }) => sum + rows, 0)).toBe(clustered);
    expect(display.training + display.heldOut).toBe(clustered);
  });

  it('does not pass noise for knowledge: labels by chance are not foreseen', async () => {
    const random = every((row) => (Math.imul(row + 1, 0x9e3779b1) >>> 16) & 1);
    const display = await explain(clusteringOf(random), { ...chosen, depth: 6, minRows: 1 });
    expect(display.right / display.heldOut).toBeLessThan(0.7);
  });

  it('draws by the seed, and the same rows for the same seed', async () => {
    const counts = async (seed: number) =>
      (await explain(clusteringOf(labels), chosen, seed)).heldOut;
    expect(await counts(5)).toBe(await counts(5));
    const drawn = await Promise.all([1, 2, 3, 4].map(counts));
    expect(new Set(drawn).size).toBeGreaterThan(1);
  });

  it('is one rule for one segment, and none is wrong', async () => {
    const display = await explain(clusteringOf(every(() => 0)), chosen);
    expect(display.rules).toMatchObject([{ segment: 0, conditions: [], rows: ROWS }]);
  });

  it('refuses a table that the segments were not made from', async () => {
    const other = { ...clusteringOf(labels), tableRows: 3 };
    await expect(explain(other)).rejects.toMatchObject({ code: 'input-missing' });
  });
});
