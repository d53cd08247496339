import { describe, expect, it } from 'vitest';
import computeParallel from '../../src/cells/parallel/compute';
import { definition } from '../../src/cells/parallel/definition';
import type { ParallelDisplay } from '../../src/cells/parallel/display';
import { placesOn } from '../../src/cells/parallel/figures';
import type { Tools } from '../../src/core/cell-compute';
import { finish } from '../../src/core/job';
import { initialParams } from '../../src/core/params';
import { clusteringWith } from '../support/labelled';
import { recordedTable } from '../support/recorded-table';
import recorded from './group-figures.json';

type Figures = readonly (number | null)[];

function expectFigures(actual: Figures | undefined, expected: Figures): void {
  if (expected.includes(null)) expect(actual ?? null).toBeNull();
  else expected.forEach((value, i) => expect(actual?.[i]).toBeCloseTo(value!, 9));
}

describe('profile lines against pandas and SciPy, with missing values and noise', () => {
  it.each(Object.entries(recorded.quartiles))('the column %s', async (name, expected) => {
    const inputs = { table: recordedTable(recorded), clustering: clusteringWith(recorded.labels) };
    // Summing up asks nothing of the world.
    const result = await finish(
      computeParallel.run(initialParams(definition.params), inputs, {} as Tools),
    );
    const line = (result.display as ParallelDisplay).lines.find(
      ({ column }) => column.name === name,
    )!;
    expectFigures(line.everyone, expected.everyone);
    line.segments.forEach((found, segment) => {
      expectFigures(found?.values, expected.segments[segment]!);
      expectFigures(found?.ranks, expected.ranks[segment]!);
      expectFigures(
        placesOn(line, segment, 'deviation') ?? undefined,
        expected.deviations[segment]!,
      );
    });
  });
});
