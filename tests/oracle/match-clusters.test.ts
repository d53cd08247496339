import { describe, expect, it } from 'vitest';
import { movesOf } from '../../src/core/flows';
import { finish } from '../../src/core/job';
import { countFlows, matchClusters } from '../../src/metrics/match-clusters';
import recorded from './match-clusters.json';

describe('groups of two clusterings against scikit-learn and SciPy', () => {
  it.each(recorded.cases)(
    'are counted and paired alike for $clusters clusters',
    async (expected) => {
      const [before = 0, now = 0] = expected.clusters;
      const labels = [Int32Array.from(expected.before), Int32Array.from(expected.now)] as const;
      const flows = await finish(countFlows(...labels, { before, now }));
      const inner = flows.counts.filter((_, at) => at % (now + 1) < now).slice(0, before * now);
      expect(inner).toEqual(expected.table);
      const matches = matchClusters(flows);
      const kept = matches.reduce((sum, i, j) => sum + (i < 0 ? 0 : inner[i * now + j]!), 0);
      // Pairs that share too little are left out of the best pairing, never replaced.
      expect(kept).toBeLessThanOrEqual(expected.most);
      const isWhole = matches.filter((i) => i >= 0).length === Math.min(before, now);
      if (isWhole) expect(kept).toBe(expected.most);
      const numbers = {
        before: Array.from({ length: before }, (_, i) => i + 1),
        now: matches.map((i, j) => (i < 0 ? 100 + j : i + 1)),
      };
      const noise = expected.before.filter(
        (label, row) => label < 0 && expected.now[row]! < 0,
      ).length;
      const { rows, moved } = movesOf(flows, numbers);
      expect([rows, moved]).toEqual([labels[0].length, labels[0].length - kept - noise]);
    },
  );
});

describe('matching', () => {
  it('gives no name to a group that shares too little', async () => {
    // Group 0 of 100 rows is gone; two of them are a group of their own now.
    const before = Int32Array.from({ length: 200 }, (_, i) => (i < 100 ? 0 : 1));
    const now = Int32Array.from({ length: 200 }, (_, i) => (i < 2 ? 1 : 0));
    const flows = await finish(countFlows(before, now, { before: 2, now: 2 }));
    expect(matchClusters(flows)[1]).toBe(-1);
  });

  it('leaves rows out that only one of the two has', async () => {
    const before = Int32Array.of(0, 0, 1, -2, -2);
    const now = Int32Array.of(1, 1, 0, 0, -2);
    const flows = await finish(countFlows(before, now, { before: 2, now: 2 }));
    expect([flows.joined, flows.left]).toEqual([1, 0]);
    expect(matchClusters(flows)).toEqual([1, 0]);
  });
});
