import { describe, expect, it } from 'vitest';
import { matrixOf } from '../../../tests/support/blobs';
import { clusteringOf } from '../../../tests/support/tools';
import type { Sibling } from '../../core/view-props';
import type { Tools } from '../../core/cell-compute';
import { finish } from '../../core/job';
import { parseParams } from '../../core/params';
import type { ClusteringValue } from '../../core/values';
import { cutOf, ticksOf } from './axis';
import compute from './compute';
import { definition } from './definition';
import type { DendrogramDisplay } from './display';
import { editableOf, mergeEdit, splitEdit } from './edit';
import { lossesByMerges, lossOf, lossOfStep, naturalGroups } from './loss';

async function run(clustering: ClusteringValue, rule = 'ward') {
  const params = parseParams(definition.params, { rule });
  // Linking centres asks nothing of the world.
  const result = await finish(compute.run(params, { clustering }, {} as Tools));
  return result.display as DendrogramDisplay;
}

/** Rows on a line: segments about 0 (3 rows), 10 (2), 100 (3) and 130 (1). */
const matrix = matrixOf([0, 0, 0, 10, 10, 100, 100, 100, 130].map((x) => [x]));
const labels = Int32Array.of(0, 0, 0, 1, 1, 2, 2, 2, 3);
const clustering = clusteringOf(matrix, labels);

/** The sum of squares within groups of segments, row by row. */
function within(groups: readonly (readonly number[])[]): number {
  return groups.reduce((sum, group) => {
    const own = [...matrix.values].filter((_, row) => group.includes(labels[row]!));
    const mean = own.reduce((total, x) => total + x, 0) / own.length;
    return sum + own.reduce((squares, x) => squares + (x - mean) ** 2, 0);
  }, 0);
}

describe('the dendrogram', () => {
  it('merges the cheapest segments first, and says what each merge loses', async () => {
    const display = await run(clustering);
    expect(display.merges.map(({ segments }) => segments)).toEqual([
      [0, 1],
      [2, 3],
      [0, 1, 2, 3],
    ]);
    const between = within([[0, 1, 2, 3]]);
    expect(display.between).toBeCloseTo(between, 9);
    expect(lossOf(display, [0, 1])).toBeCloseTo(within([[0, 1], [2], [3]]) / between, 12);
    expect(lossOf(display, [0, 2, 3])).toBeCloseTo(within([[0, 2, 3], [1]]) / between, 12);
    expect(lossesByMerges(display)).toEqual(
      [
        [[0], [1], [2], [3]],
        [[0, 1], [2], [3]],
        [
          [0, 1],
          [2, 3],
        ],
        [[0, 1, 2, 3]],
      ].map((groups) => expect.closeTo(within(groups) / between, 12)),
    );
    // A height is the rise of the sum of squares by that merge alone.
    display.merges.forEach(({ height }, i) => {
      expect(lossOfStep(display, i)).toBeCloseTo(height / between, 12);
    });
  });

  it('orders the segments so that neighbours are nearest', async () => {
    expect((await run(clustering)).order).toEqual([0, 1, 2, 3]);
  });

  it('averages the distances of centres by size', async () => {
    const { merges } = await run(clustering, 'average');
    expect(merges[0]?.height).toBeCloseTo(10, 9);
    // Pairs 0–100, 0–130, 10–100, 10–130, weighed 9, 3, 6, 2.
    expect(merges[2]?.height).toBeCloseTo((900 + 390 + 540 + 240) / 20, 9);
  });

  it('has nothing to join of one segment, or of none', async () => {
    const one = await run(clusteringOf(matrix, new Int32Array(9)));
    expect(one).toMatchObject({ merges: [], order: [0], natural: null });
    const none = await run(clusteringOf(matrix, new Int32Array(9).fill(-1)));
    expect(none).toMatchObject({ merges: [], order: [], rows: 0 });
  });

  it('loses nothing where centres are the same', async () => {
    const equal = matrixOf([[1], [1], [1]]);
    const display = await run(clusteringOf(equal, Int32Array.of(0, 1, 2)));
    expect(display.between).toBe(0);
    expect(lossOf(display, [0, 1])).toBeNull();
    expect(lossesByMerges(display)).toEqual([0, 0, 0]);
    expect(ticksOf(display, { rule: 'ward', language: 'zh', width: 400 })).toEqual([]);
  });
});

describe('where merging looks natural', () => {
  it('is before the largest jump that follows cheap merges', () => {
    expect(naturalGroups([1, 2, 30, 60], [0, 0.01, 0.03, 0.35, 1])).toBe(3);
  });
  it('is nowhere when even the first merge loses much, or heights rise evenly', () => {
    expect(naturalGroups([20, 80], [0, 0.2, 1])).toBeNull();
    expect(naturalGroups([1, 1.5, 2], [0, 0.05, 0.09, 1])).toBeNull();
  });
  it('is marked between the two merges', async () => {
    const display = await run(clustering);
    expect(display.natural).toBe(2);
    const at = cutOf(display, 'ward')!;
    expect(at).toBeGreaterThan(Math.sqrt(display.merges[1]!.height));
    expect(at).toBeLessThan(Math.sqrt(display.merges[2]!.height));
  });
});

describe('the axis of a tree', () => {
  it('has shares for Ward and distances for average linkage, none too close', async () => {
    const look = { language: 'en', width: 440 } as const;
    const ward = ticksOf(await run(clustering), { ...look, rule: 'ward' });
    expect(ward.map(({ text }) => text)).toEqual([
      '0',
      '1%',
      '5%',
      '10%',
      '20%',
      '40%',
      '60%',
      '80%',
    ]);
    const average = ticksOf(await run(clustering, 'average'), { ...look, rule: 'average' });
    expect(average.map(({ text }) => text)).toEqual(['0', '20', '40', '60', '80', '100']);
  });
});

describe('editing from the tree', () => {
  const names = [
    { zh: '老客', en: 'Old' },
    { zh: '新客', en: 'New' },
  ];
  const sibling = (kind: string, params = {}): Sibling => ({
    id: kind,
    kind,
    name: names[0]!,
    params,
  });

  it('names segments as they are called, with the sizes of all', () => {
    expect(mergeEdit([1, 0], [5, 3, 2], names)).toEqual({
      merge: [0, 1],
      of: [5, 3, 2],
      called: names,
    });
    expect(splitEdit(2, [5, 3, 2], names)).toEqual({
      split: 2,
      into: 2,
      of: [5, 3, 2],
      called: [{ zh: '分群 3', en: 'Segment 3' }],
    });
  });

  it('goes to the nearest clustering, with the edits it has', () => {
    const edit = mergeEdit([0, 1], [5, 3], names);
    expect(editableOf([sibling('features'), sibling('cluster')])).toEqual({
      id: 'cluster',
      edits: [],
    });
    expect(editableOf([sibling('cluster', { edits: [edit] })])?.edits).toEqual([edit]);
    expect(editableOf([sibling('load')])).toBeNull();
  });
});
