import { describe, expect, it } from 'vitest';
import type { ClusterDisplay } from './display';
import { inertiaDecimals, renameSegment, restartsByInertia, summarizeRestarts } from './summarize';
import { formatTotal, restartsWords, sharesSentence, traceSentence } from './view-words';

const display = (inertias: readonly number[]): ClusterDisplay => ({
  rows: 10,
  columns: 2,
  clusters: 2,
  requested: 2,
  sizes: [6, 4],
  inertia: Math.min(...inertias),
  totalInertia: 100,
  iterations: 3,
  isConverged: true,
  lastFall: 0,
  restarts: inertias.map((inertia) => ({ inertia, iterations: 3, isConverged: true })),
  best: 0,
  trace: [9, 5, 4],
});

describe('restarts', () => {
  it('are compared with the best one', () => {
    expect(summarizeRestarts(display([100, 100.05, 120]))).toEqual({
      count: 3,
      largestGap: 0.2,
      nearBest: 2,
    });
  });

  it('say how far apart they ended, never closer than they are', () => {
    expect(restartsWords(display([100, 100.0005])).spread.en).toBe('less than 0.001% apart');
    expect(restartsWords(display([100, 100.005])).spread.zh).toBe('彼此相差不到 0.01 %');
    expect(restartsWords(display([100, 120, 100.01])).spread.en).toBe(
      '2 of them reach the best, within 0.1%',
    );
    expect(restartsWords(display([100])).spread.en).toBe('nothing to compare with');
  });

  it('are listed best first', () => {
    const order = (best: number) =>
      restartsByInertia({ ...display([9, 7, 8, 7]), best }).map(({ i }) => i);
    expect(order(1)).toEqual([1, 3, 2, 0]);
    expect(order(3)).toEqual([3, 1, 2, 0]);
  });

  it('survive a perfect fit', () => {
    expect(summarizeRestarts(display([0, 0])).largestGap).toBe(0);
    expect(summarizeRestarts(display([0, 1])).largestGap).toBe(Infinity);
  });

  it('are shown with enough digits to be told apart', () => {
    expect(inertiaDecimals([2166827.4])).toBe(0);
    expect(inertiaDecimals([78.8514])).toBe(5);
    expect(inertiaDecimals([0])).toBe(0);
  });
});

describe('renaming a segment', () => {
  it('keeps the other names and fills gaps with empty ones', () => {
    expect(renameSegment(['A'], 2, ' 老客 ')).toEqual(['A', '', '老客']);
  });

  it('drops empty names at the end', () => {
    expect(renameSegment(['A', 'B'], 1, '  ')).toEqual(['A']);
    expect(renameSegment([], 3, '')).toEqual([]);
  });
});

it('tells the bar and the line as sentences', () => {
  expect(
    sharesSentence(
      { sizes: [3, 1] },
      { names: [{ zh: '老客', en: 'Regulars' }], numberOf: (i) => `2.${i + 1}` },
      'zh',
    ),
  ).toBe('2.1 老客 75.0 %，2.2 分群 2 25.0 %');
  expect(
    sharesSentence({ sizes: [5, 3], noise: 2 }, { names: [], numberOf: (i) => `${i + 1}` }, 'en'),
  ).toBe('1 Segment 1 50.0%, 2 Segment 2 30.0%, Noise 20.0%');
  expect(traceSentence([14.83, 14.81], 'kmeans').en).toBe(
    'Inertia hardly changed in 2 iterations: 14.8',
  );
  expect(traceSentence([6.03e6, 2.17e6], 'kmeans').en).toBe(
    'Inertia fell from 6.03 M to 2.17 M in 2 iterations',
  );
  expect(formatTotal(78.851)).toBe('78.9');
});
