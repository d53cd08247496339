import { expect, it } from 'vitest';
import { barsPath, layoutHistogram } from './layout';

const frame = { width: 19, height: 20, gap: 1 };

it('gives the largest bin the whole height and shares the width evenly', () => {
  expect(layoutHistogram([1, 4], frame)).toEqual([
    { x: 0, y: 15, width: 9, height: 5 },
    { x: 10, y: 0, width: 9, height: 20 },
  ]);
});

it('keeps a single counted row visible beside a million', () => {
  expect(layoutHistogram([1, 1e6], frame)[0]?.height).toBe(1);
});

it('keeps a single bar narrow', () => {
  expect(layoutHistogram([4], { ...frame, width: 132 })).toEqual([
    { x: 0, y: 0, width: 22, height: 20 },
  ]);
});

it('draws nothing for an empty bin or an empty histogram', () => {
  expect(layoutHistogram([0, 3], frame)).toHaveLength(1);
  expect(layoutHistogram([0, 0], frame)).toEqual([]);
  expect(layoutHistogram([], frame)).toEqual([]);
});

it('writes the bars as one path', () => {
  expect(barsPath([{ x: 0, y: 15, width: 49, height: 5 }])).toBe('M0 15h49v5h-49Z');
});
