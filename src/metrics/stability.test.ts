import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random';
import { bandOf, drawBootstrap, summarizeStability } from './stability';

describe('drawBootstrap', () => {
  it('draws different rows in order, about 63 % of them', () => {
    const rows = drawBootstrap(createRandom(1), 10_000);
    expect([...rows]).toEqual([...new Set(rows)].sort((a, b) => a - b));
    // 1 − 1/e with a standard deviation of 0.3 %.
    expect(Math.abs(rows.length / 10_000 - (1 - 1 / Math.E))).toBeLessThan(0.015);
  });

  it('draws fewer rows of many, each as likely as any other', () => {
    const rows = drawBootstrap(createRandom(1), 1_000_000, 4000);
    expect(rows.length).toBeGreaterThan(3950);
    expect([...rows]).toEqual([...new Set(rows)].sort((a, b) => a - b));
    const mean = rows.reduce((sum, row) => sum + row, 0) / rows.length;
    // A uniform mean of 4,000 has a standard error of 4,564.
    expect(Math.abs(mean - 500_000)).toBeLessThan(4 * 4564);
  });

  it('draws the one row there is', () => {
    expect([...drawBootstrap(createRandom(1), 1)]).toEqual([0]);
  });
});

describe('summarizeStability', () => {
  it('averages over samples, then over clusters, leaving out what no sample held', () => {
    const samples = [
      [1, 0.5, null],
      [0.8, null, null],
    ];
    const found = summarizeStability(samples)!;
    expect(found.clusters).toEqual([expect.closeTo(0.9, 14), 0.5, null]);
    expect(found.mean).toBeCloseTo(0.7, 14);
    // The samples' own means are 0.75 and 0.8.
    expect(found.error).toBeCloseTo(0.025, 14);
    expect(summarizeStability([])).toBeNull();
  });
});

describe('bandOf', () => {
  it("has Hennig's bounds", () => {
    const bands = [0.5, 0.51, 0.74, 0.75, 0.84, 0.85].map(bandOf);
    expect(bands).toEqual([
      'dissolved',
      'doubtful',
      'doubtful',
      'stable',
      'stable',
      'highly-stable',
    ]);
  });
});
