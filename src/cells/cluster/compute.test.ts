import { describe, expect, it } from 'vitest';
import type { CellResult } from '../../core/cell-compute';
import { finish, type Progress } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { initialParams, parseParams, type ParamsOf } from '../../core/params';
import type { ClusteringValue } from '../../core/values';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { pointsOf, toolsOf } from '../../../tests/support/tools';
import compute from './compute';
import { definition } from './definition';
import type { ClusterDisplay } from './display';

interface Found {
  readonly value: ClusteringValue;
  readonly display: ClusterDisplay;
}

// What this computation returns, by its definition.
const foundOf = (result: CellResult): Found => result as unknown as Found;

async function cluster(
  matrix: Matrix,
  changes: Partial<ParamsOf<typeof definition.params>> = {},
): Promise<Found> {
  const params = { ...initialParams(definition.params), ...changes };
  return foundOf(await finish(compute.run(params, { points: pointsOf(matrix) }, toolsOf())));
}

/** Three lines of points: 5 about 100, 3 about 0, 2 about 50, the small ones first. */
const lopsided = matrixOf([50, 51, 0, 1, 2, 100, 101, 102, 103, 104].map((x) => [x]));

describe('the cluster cell', () => {
  it('numbers clusters by size, largest first', async () => {
    const { value, display } = await cluster(lopsided, { clusters: 3 });
    expect([...value.labels]).toEqual([2, 2, 1, 1, 1, 0, 0, 0, 0, 0]);
    expect(value.sizes).toEqual([5, 3, 2]);
    expect([...value.centroids]).toEqual([102, 1, 50.5]);
    expect(display.sizes).toEqual([5, 3, 2]);
  });

  it('numbers clusters of equal size by their first row', async () => {
    const { value } = await cluster(matrixOf([[9], [9], [1], [1], [5], [5]]), { clusters: 3 });
    expect([...value.labels]).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('says how inertia fell and what share of it is explained', async () => {
    const { display } = await cluster(lopsided, { clusters: 3 });
    // 0.5 for the pair, 2 for the three, 10 for the five; in all Σx² − (Σx)²/n = 57136 − 614²/10.
    expect(display.inertia).toBe(12.5);
    expect(display.totalInertia).toBeCloseTo(19436.4, 9);
    expect(display.trace.at(-1)).toBe(12.5);
    expect(display.restarts).toHaveLength(10);
    expect(display.restarts[display.best]?.inertia).toBe(12.5);
  });

  it('keeps the rows that the matrix was made from', async () => {
    const rowIndex = Uint32Array.from(lopsided.values, (_, i) => i * 2);
    const points = { ...pointsOf(lopsided, rowIndex), tableRows: 20 };
    const run = compute.run(initialParams(definition.params), { points }, toolsOf());
    const { value } = foundOf(await finish(run));
    expect([value.rowIndex, value.tableRows]).toEqual([rowIndex, 20]);
  });

  it('returns fewer clusters than asked for when there are fewer distinct rows', async () => {
    const { value, display } = await cluster(matrixOf([[1], [1], [2]]), { clusters: 5 });
    expect([value.clusters, display.requested, display.inertia]).toEqual([2, 5, 0]);
  });

  it('asks for no number of clusters where the method finds it', async () => {
    const method = 'dbscan';
    const { display } = await cluster(lopsided, { method });
    expect(display.requested).toBe(display.clusters);
  });

  it('keeps the last finished iteration when it is stopped', async () => {
    const { matrix } = blobs({ clusters: 9, rows: 40_000, columns: 6, spread: 8 });
    const params = { ...initialParams(definition.params), clusters: 9 };
    const job = compute.run(params, { points: pointsOf(matrix) }, toolsOf());
    let last: Progress<CellResult> | undefined;
    for (let step = await job.next(); !step.done; step = await job.next()) {
      last = step.value;
      if (last.phase === 'iterating' && Number(last.facts?.iteration) > 3) break;
    }
    const { value, display } = foundOf((await last?.partial?.())!);
    await job.return(undefined as unknown as CellResult);
    expect([display.isConverged, display.iterations]).toEqual([false, 3]);
    expect(value.sizes.reduce((sum, size) => sum + size, 0)).toBe(40_000);
    expect(display.lastFall).toBeGreaterThan(0);
  });

  it('reads names from the document and refuses anything but text', () => {
    expect(parseParams(definition.params, { names: ['常客', ''] }).names).toEqual(['常客', '']);
    for (const names of ['x', [1], { a: 1 }]) {
      expect(() => parseParams(definition.params, { names })).toThrow('param-invalid');
    }
  });
});
