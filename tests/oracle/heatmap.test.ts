import { describe, expect, it } from 'vitest';
import computeHeatmap from '../../src/cells/heatmap/compute';
import { definition } from '../../src/cells/heatmap/definition';
import type { HeatLine, HeatmapDisplay } from '../../src/cells/heatmap/display';
import type { Tools } from '../../src/core/cell-compute';
import { finish } from '../../src/core/job';
import { parseParams } from '../../src/core/params';
import { clusteringWith } from '../support/labelled';
import { recordedTable } from '../support/recorded-table';
import recorded from './group-figures.json';

async function lines(): Promise<readonly HeatLine[]> {
  const inputs = { table: recordedTable(recorded), clustering: clusteringWith(recorded.labels) };
  const params = parseParams(definition.params, { levels: 2 });
  // Summing up asks nothing of the world.
  const { display } = await finish(computeHeatmap.run(params, inputs, {} as Tools));
  return (display as HeatmapDisplay).lines;
}

type Figures = readonly (number | null)[];
interface Recorded {
  readonly count: number;
  readonly overall: number;
  readonly deviation: number;
  readonly counts: readonly number[];
  readonly means: Figures;
  readonly effects: Figures;
  readonly tgi: Figures;
}

function expectFigures(actual: Figures, expected: Figures): void {
  expect(actual.map((value) => value === null)).toEqual(expected.map((value) => value === null));
  actual.forEach((value, c) => {
    if (value !== null) expect(value).toBeCloseTo(expected[c] ?? NaN, 9);
  });
}

function expectLine(line: HeatLine | undefined, expected: Recorded): void {
  expect(line?.count).toBe(expected.count);
  expect(line?.counts).toEqual(expected.counts);
  expect(line?.overall).toBeCloseTo(expected.overall, 9);
  expect(line?.deviation).toBeCloseTo(expected.deviation, 9);
  for (const name of ['means', 'effects', 'tgi'] as const) {
    expectFigures(line?.[name] ?? [], expected[name]);
  }
}

describe('the heat map against pandas, with missing values and noise', () => {
  it.each(Object.entries(recorded.means))('the number column %s', async (name, expected) => {
    expectLine(
      (await lines()).find(({ column }) => column.name === name),
      expected,
    );
  });

  it.each(Object.entries(recorded.levels))(
    'the level %s of a category',
    async (level, expected) => {
      expectLine(
        (await lines()).find((line) => line.level === level),
        expected,
      );
    },
  );

  it('the other levels together', async () => {
    expectLine(
      (await lines()).find(({ kind }) => kind === 'rest'),
      recorded.rest,
    );
  });
});
