import { describe, expect, it } from 'vitest';
import { finish } from '../../../core/job';
import { createRandom } from '../../../core/random';
import { fitTree } from './fit-tree';
import type { TreeFeature } from './tree';

const numbers = (...values: number[]): TreeFeature => ({
  kind: 'number',
  values: Float64Array.from(values),
});

function trainingOf(features: TreeFeature[], labels: number[]) {
  const classes = Math.max(0, ...labels) + 1;
  const rows = Uint32Array.from(labels.keys());
  return { features, labels: Int32Array.from(labels), classes, rows };
}

const DEEP = { maxDepth: 5, minLeafRows: 1 };

describe('fitTree', () => {
  it('takes the lower feature, then the lower threshold, of equally good splits', async () => {
    const features = [numbers(1, 2, 3, 4), numbers(4, 3, 2, 1), numbers(1, 2, 3, 4)];
    const { root } = await finish(fitTree(trainingOf(features, [0, 1, 1, 0]), DEEP));
    expect(root.branch?.split).toMatchObject({ kind: 'threshold', feature: 0, threshold: 1.5 });
  });

  it('sends a missing value that no training row had to the larger side', async () => {
    const { root } = await finish(fitTree(trainingOf([numbers(1, 2, 9)], [0, 0, 1]), DEEP));
    expect(root.branch?.split).toMatchObject({ threshold: 5.5, isMissingLeft: true });
  });

  it('is a single leaf where nothing can be split', async () => {
    for (const training of [
      trainingOf([numbers(3, 3, 3)], [0, 1, 1]),
      trainingOf([numbers(NaN, NaN)], [0, 1]),
      trainingOf([], [0, 1, 1]),
      trainingOf([numbers()], []),
    ]) {
      const { root, importances } = await finish(fitTree(training, DEEP));
      expect(root.branch).toBeNull();
      expect(importances.every((share) => share === 0)).toBe(true);
    }
  });

  it('splits infinite values and neighbouring ones', async () => {
    const values = numbers(-Infinity, 1, 1 + Number.EPSILON, Infinity);
    const { root } = await finish(fitTree(trainingOf([values], [0, 0, 1, 1]), DEEP));
    expect(root.branch?.split).toMatchObject({ threshold: 1 });
    expect(root.branch?.left.counts).toEqual([2, 0]);
  });

  it('yields for every feature, never moves its progress backwards, and stops when abandoned', async () => {
    const random = createRandom(1, 'tree');
    const rows = 500;
    const features = [0, 1, 2].map(() => numbers(...Array.from({ length: rows }, random.next)));
    const labels = Array.from({ length: rows }, () => random.below(3));
    const training = trainingOf(features, labels);
    const shares: number[] = [];
    for await (const { done, total } of fitTree(training, DEEP)) shares.push(done / total);
    expect(shares.length).toBeGreaterThan(3 * 10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    const job = fitTree(training, DEEP);
    await job.next();
    expect((await job.return(undefined as never)).done).toBe(true);
  });
});
