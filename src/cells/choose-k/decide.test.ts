import { describe, expect, it } from 'vitest';
import { decide, type Evidence } from './decide';
import type { Candidate } from './display';
import { settleTies, sharpnessOf, votesOf } from './votes';

/** Candidates from k = 2 on with these inertias and stabilities. */
function evidence(
  inertias: readonly number[],
  stabilities: readonly number[],
  excess: number | null = 20,
): Evidence {
  const [totalInertia = 0, ...rest] = inertias;
  const candidates = rest.map((inertia, i): Candidate => ({
    clusters: i + 2,
    inertia,
    silhouette: 0.5,
    silhouetteError: 0,
    calinskiHarabasz: 100,
    daviesBouldin: 1,
    gap: 1,
    gapError: 0.1,
    stability: stabilities[i] ?? null,
    stabilityError: 0,
    smallest: 0.2,
  }));
  const known = { totalInertia, single: null, candidates };
  return { ...known, votes: votesOf(known), excess };
}

describe('the recommendation', () => {
  it('takes the most stable k, however sharp the knee of another', () => {
    const found = decide(evidence([10, 9, 4, 3, 2.99], [0.97, 0.9, 0.8, 0.7]));
    expect(found).toEqual({ kind: 'recommended', clusters: 2, because: 'stable' });
  });

  it('lets the sharper knee decide between ks whose stability reads the same', () => {
    const inertias = [10, 6, 1, 0.9, 0.8];
    const found = decide(evidence(inertias, [1, 0.996, 0.9, 0.7]));
    expect(found).toEqual({ kind: 'recommended', clusters: 3, because: 'knee' });
    expect(decide(evidence(inertias, [1, 0.994, 0.9, 0.7]))).toMatchObject({ clusters: 2 });
  });

  it('answers that there is no clear structure, with the k to take all the same', () => {
    expect(decide(evidence([10, 6, 4, 3], [0.8, 0.9, 0.7], 3.9))).toEqual({
      kind: 'no-structure',
      clusters: 3,
    });
    expect(decide(evidence([10, 6, 4, 3], [1, 0, 0], Infinity))).toMatchObject({ clusters: 2 });
  });
});

describe('the knee', () => {
  it('is where a step takes off many times what the next one does', () => {
    const known = evidence([10, 6, 2, 1.5, 1.2], []);
    expect(sharpnessOf(known)).toEqual([1, 8, expect.closeTo(0.5 / 0.3, 12), null]);
    expect(votesOf(known).inertia).toBe(3);
  });

  it('is without bounds where nothing is left', () => {
    expect(sharpnessOf(evidence([10, 6, 0, 0], []))).toEqual([4 / 6, Infinity, null]);
  });
});

describe('the votes', () => {
  it('follow the direction of each index, the fewest clusters of equal ones', () => {
    const { candidates, ...known } = evidence([10, 6, 4, 3], [0.5, 0.9, 0.9]);
    const measured = candidates.map((one, i) => ({
      ...one,
      silhouette: [0.3, 0.5, 0.4][i]!,
      calinskiHarabasz: [10, 20, 30][i]!,
      daviesBouldin: [0.9, 0.8, 0.7][i]!,
      gap: [0.2, 0.9, 0.95][i]!,
    }));
    const single = { gap: 0.05, error: 0.01 };
    expect(votesOf({ ...known, single, candidates: measured })).toEqual({
      inertia: 2,
      silhouette: 3,
      calinskiHarabasz: 4,
      daviesBouldin: 4,
      gap: 3,
      stability: 3,
    });
  });

  it('do not point elsewhere when the recommended k is as good', () => {
    const { votes, candidates } = evidence([10, 6, 4, 3], [1, 0.9997, 0.9]);
    expect(votes.stability).toBe(2);
    expect(settleTies(votes, candidates, { clusters: 3 }).stability).toBe(3);
    expect(settleTies(votes, candidates, { clusters: 4 }).stability).toBe(2);
  });

  it('let the gap see no clusters', () => {
    const known = evidence([10, 6, 4], [0.5, 0.9]);
    expect(votesOf({ ...known, single: { gap: 1.2, error: 0.1 } }).gap).toBe(1);
  });
});
