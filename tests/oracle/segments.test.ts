import { describe, expect, it } from 'vitest';
import computeSegments from '../../src/cells/segments/compute';
import { definition } from '../../src/cells/segments/definition';
import type { SegmentLine, SegmentsDisplay } from '../../src/cells/segments/display';
import type { Tools } from '../../src/core/cell-compute';
import { finish } from '../../src/core/job';
import { initialParams } from '../../src/core/params';
import type { ClusteringValue } from '../../src/core/values';
import { categoryColumn, createTable, numberColumn } from '../../src/table/create-table';
import recorded from './segments.json';

const { labels, columns, city } = recorded;
const levels = ['上海', '北京', '__proto__'];

const table = createTable([
  ...Object.entries(columns).map(([name, values]) =>
    numberColumn(
      name,
      Float64Array.from(values, (value) => value ?? NaN),
    ),
  ),
  categoryColumn(
    'city',
    Int32Array.from(city, (name) => (name === null ? -1 : levels.indexOf(name))),
    levels,
  ),
]);

const clustering: ClusteringValue = {
  kind: 'clustering',
  labels: Int32Array.from(labels),
  clusters: 4,
  sizes: [0, 1, 2, 3].map((c) => labels.filter((label) => label === c).length),
  centroids: new Float64Array(4),
  columns: 1,
  inertia: 0,
  iterations: 1,
  isConverged: true,
  rowIndex: null,
  tableRows: labels.length,
};

async function lineOf(column: string, level: string | null = null): Promise<SegmentLine> {
  const inputs = { table, clustering };
  // Summing up asks nothing of the world.
  const result = await finish(
    computeSegments.run(initialParams(definition.params), inputs, {} as Tools),
  );
  const { lines } = result.display as SegmentsDisplay;
  return lines.find((line) => line.column.name === column && line.level === level)!;
}

type Figures = readonly (number | null)[] | null;

function expectFigures(actual: Figures, expected: Figures): void {
  expect(actual?.map((value) => value === null)).toEqual(expected?.map((value) => value === null));
  actual?.forEach((value, c) => {
    if (value !== null) expect(value).toBeCloseTo(expected?.[c] ?? NaN, 9);
  });
}

describe('segments against pandas, with missing values', () => {
  it.each(Object.entries(recorded.numbers))(
    'summarizes the number column %s',
    async (name, expected) => {
      const line = await lineOf(name);
      expect(line.overall).toBeCloseTo(expected.overall, 9);
      expectFigures(line.means, expected.means);
      expectFigures(line.tgi, expected.tgi);
      expectFigures(line.effect, expected.effect);
      expect(line.present).toEqual(
        expected.present.concat(Array(4 - expected.present.length).fill(0)),
      );
      expectFigures(line.sumShare, expected.sumShare);
    },
  );

  it.each(recorded.levels)('summarizes the level $level of a category', async (expected) => {
    const line = await lineOf('city', expected.level);
    expect(line.overall).toBeCloseTo(expected.overall, 9);
    expectFigures(line.means, expected.means);
    expectFigures(line.tgi, expected.tgi);
    expectFigures(line.effect, expected.effect);
    expect(line.present).toEqual(expected.present);
  });
});
