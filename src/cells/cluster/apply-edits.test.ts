import { describe, expect, it } from 'vitest';
import { matrixOf } from '../../../tests/support/blobs';
import { shardsOf } from '../../../tests/support/shards';
import { pointsOf, toolsOf } from '../../../tests/support/tools';
import type { CellResult } from '../../core/cell-compute';
import { parseEdits, type HandEdit } from '../../core/hand-edits';
import { finish } from '../../core/job';
import { initialParams, type ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { ClusteringValue } from '../../core/values';
import { applyEdits } from './apply-edits';
import compute from './compute';
import { definition } from './definition';
import type { ClusterDisplay } from './display';
import { face } from './face';

/** Four piles on a line: 5 about 100, 4 about 0, 3 about 10, 2 about 50. */
const piles = [100, 101, 102, 103, 104, 0, 1, 2, 3, 10, 11, 12, 50, 52];
const matrix = matrixOf(piles.map((x) => [x]));
const SIZES = [5, 4, 3, 2];
const found = {
  labels: Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3),
  sizes: SIZES,
};

const merge = (merged: readonly number[], of = SIZES): HandEdit => ({
  merge: merged,
  of,
  called: [],
});
const split = (cluster: number, of = SIZES, into = 2): HandEdit => ({
  split: cluster,
  into,
  of,
  called: [],
});

const edited = (edits: readonly HandEdit[], start = found) =>
  finish(applyEdits(shardsOf(matrix), start, { edits, tools: toolsOf() }));

async function cluster(changes: Partial<ParamsOf<typeof definition.params>>) {
  const params = { ...initialParams(definition.params), clusters: 4, ...changes };
  const result: CellResult = await finish(
    compute.run(params, { points: pointsOf(matrix) }, toolsOf()),
  );
  return result as unknown as { value: ClusteringValue; display: ClusterDisplay };
}

describe('changes made by hand', () => {
  it('merge clusters into the first of them and close the gap', async () => {
    const { labels, sizes, clusters, centroids, inertia } = await edited([merge([2, 1])]);
    expect([...labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2]);
    expect(sizes).toEqual([5, 7, 2]);
    expect(clusters).toBe(3);
    // The seven are 0 1 2 3 10 11 12: their mean is 39/7, Σx² − 39²/7 = 379 − 1521/7.
    expect(centroids[1]).toBeCloseTo(39 / 7, 12);
    expect(inertia).toBeCloseTo(10 + (379 - 1521 / 7) + 2, 9);
  });

  it('split a cluster in two: the larger part stays, the smaller comes last', async () => {
    const start = {
      labels: Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2),
      sizes: [5, 7, 2],
    };
    const { labels, sizes } = await edited([split(1, [5, 7, 2])], start);
    expect([...labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 3, 3, 3, 2, 2]);
    expect(sizes).toEqual([5, 4, 2, 3]);
  });

  it('are made one after the other, and leave noise alone', async () => {
    const labels = found.labels.slice();
    labels[13] = -1;
    const start = { labels, sizes: [5, 4, 3, 1] };
    const result = await edited([merge([1, 2], start.sizes), merge([0, 2], [5, 7, 1])], start);
    expect([...result.labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, -1]);
    expect(result.sizes).toEqual([6, 7]);
  });

  it('do not fit another result', async () => {
    const failure = edited([merge([0, 1]), merge([0, 1])]);
    await expect(failure).rejects.toEqual(new Problem('edits-outdated', { edit: 2, edits: 2 }));
    await expect(cluster({ clusters: 3, edits: [merge([0, 1])] })).rejects.toThrow(
      /edits-outdated/,
    );
  });

  it('cannot split rows that are all equal', async () => {
    const equal = matrixOf([[1], [1], [9]]);
    const start = { labels: Int32Array.of(0, 0, 1), sizes: [2, 1] };
    const run = (cluster: number) =>
      finish(
        applyEdits(shardsOf(equal), start, { edits: [split(cluster, [2, 1])], tools: toolsOf() }),
      );
    await expect(run(0)).rejects.toEqual(new Problem('split-impossible', { rows: 2 }));
    await expect(run(1)).rejects.toEqual(new Problem('split-impossible', { rows: 1 }));
  });
});

describe('the cluster cell with changes made by hand', () => {
  it('gives a whole result and says what was done', async () => {
    const called = [
      { zh: '老客', en: 'Old' },
      { zh: '新客', en: 'New' },
    ];
    const edits = [{ ...merge([1, 2]), called }];
    const { value, display } = await cluster({ edits });
    expect(value.sizes).toEqual([5, 7, 2]);
    expect(value.clusters).toBe(3);
    expect(value.centroids).toHaveLength(3);
    expect(new Set(value.labels)).toEqual(new Set([0, 1, 2]));
    expect(display).toMatchObject({ clusters: 3, requested: 3, sizes: [5, 7, 2] });
    expect(display.edits).toEqual({ merges: 1, splits: 0, before: 4 });
    const params = { ...initialParams(definition.params), edits };
    expect(face.finding(display, params, []).zh).toBe(
      '三个分群，手工合并一次；最小的一群也有 2 行。',
    );
    expect(face.finding(display, params, []).en).toBe(
      'Three segments, after one merge by hand; the smallest still holds 2 rows.',
    );
    expect(face.margin(params).at(-1)?.words).toEqual({
      zh: '手工合并「老客」和「新客」。',
      en: ' Old and New merged by hand.',
    });
    // Σx² − (Σx)²/n over all rows, whose sum is 651.
    expect(display.totalInertia).toBeCloseTo(
      piles.reduce((s, x) => s + x * x, 0) - 651 ** 2 / 14,
      4,
    );
  });

  it('is measured by squared distances whatever its method minimises', async () => {
    const { display } = await cluster({ method: 'kmedians', edits: [merge([1, 2])] });
    const params = { ...initialParams(definition.params), method: 'kmedians' };
    expect(display.inertia).toBeCloseTo(10 + (379 - 1521 / 7) + 2, 4);
    expect(face.sourceLine(display, params).en).toMatch(/of the variance/);
  });

  it('has no parameter more for the fingerprint while there are none', () => {
    const values = initialParams(definition.params);
    expect(definition.activeParams?.(values)).not.toContain('edits');
    expect(definition.activeParams?.({ ...values, edits: [merge([0, 1])] })).toContain('edits');
  });
});

describe('saved changes', () => {
  it.each([
    ['no list', {}],
    ['neither merge nor split', [{ of: [1, 2], called: [] }]],
    ['both', [{ merge: [0, 1], split: 0, into: 2, of: [1, 2], called: [] }]],
    ['one cluster merged', [{ merge: [0], of: [1, 2], called: [] }]],
    ['a cluster with itself', [{ merge: [0, 0], of: [1, 2], called: [] }]],
    ['a cluster that is not there', [{ split: 2, into: 2, of: [1, 2], called: [] }]],
    ['a split into one', [{ split: 0, into: 1, of: [1, 2], called: [] }]],
    ['names that are none', [{ merge: [0, 1], of: [1, 2], called: ['a'] }]],
  ])('are refused: %s', (_, saved) => {
    expect(() => parseEdits(saved)).toThrow(/param-invalid/);
  });
});
