import { describe, expect, it } from 'vitest';
import { optimalLeafOrder } from '../../src/metrics/leaf-order';
import { linkage, type Merge } from '../../src/metrics/linkage';
import { profileDistances } from '../../src/metrics/profile-distances';
import recorded from './linkage.json';

function orderOf(distances: Float64Array, merges: readonly Merge[]): readonly number[] {
  const work = optimalLeafOrder(distances, merges);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The height at which each pair of items meets, pairs in order. */
function meetings(merges: readonly Merge[]): number[] {
  const n = merges.length + 1;
  const members: number[][] = Array.from({ length: n }, (_, i) => [i]);
  const heights = new Float64Array(n * n);
  for (const { a, b, height } of merges) {
    for (const i of members[a]!)
      for (const j of members[b]!) heights[i * n + j] = heights[j * n + i] = height;
    members.push([...members[a]!, ...members[b]!]);
  }
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n - 1 - i }, (_, j) => heights[i * n + i + 1 + j]!),
  ).flat();
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(value / expected[i]!).toBeCloseTo(1, 10));
}

const squared = (distances: Float64Array) => distances.map((distance) => distance * distance);

describe('trees against SciPy', () => {
  it.each(recorded.orders)('order $points.length items so that neighbours are nearest', (set) => {
    const distances = profileDistances(set.points);
    const n = set.points.length;
    const merges = linkage(distances, Array<number>(n).fill(1), 'average');
    expectClose(
      merges.map(({ height }) => height),
      set.heights,
    );
    expectClose(meetings(merges), set.cophenetic);
    const order = orderOf(distances, merges);
    const cost = order.slice(1).reduce((sum, b, i) => sum + distances[order[i]! * n + b]!, 0);
    expect([...order].sort((a, b) => a - b)).toEqual([...order.keys()]);
    if (set.least !== null) expect(cost).toBeCloseTo(set.least, 9);
    expect(cost).toBeLessThanOrEqual(set.scipy + 1e-9);
    expect(order[0]).toBeLessThan(order.at(-1)!);
  });

  it.each(recorded.weighted)('merge $sizes.length centres as Ward and UPGMA merge rows', (set) => {
    const distances = profileDistances(set.centers);
    const ward = linkage(squared(distances), set.sizes, 'ward');
    expectClose(
      ward.map(({ height }) => height),
      set.ward.heights,
    );
    expectClose(meetings(ward), set.ward.cophenetic);
    const average = linkage(distances, set.sizes, 'average');
    expectClose(
      average.map(({ height }) => height),
      set.average.heights,
    );
    expectClose(meetings(average), set.average.cophenetic);
    expect(ward.at(-1)?.weight).toBe(set.sizes.reduce((sum, size) => sum + size, 0));
  });
});

describe('profiles with gaps', () => {
  it('are compared over what both have', () => {
    const distances = profileDistances([
      [0, 0, null],
      [3, 4, 9],
      [null, null, 9],
    ]);
    // √((9 + 16) · 3/2); nothing in common: as far as the farthest; over one of three, the same.
    const far = Math.sqrt(37.5);
    expect([...distances]).toEqual([0, far, far, far, 0, 0, far, 0, 0]);
  });
});
