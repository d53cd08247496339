import { expect, it } from 'vitest';
import { layoutTrace } from './layout';

const frame = { width: 100, height: 80 };

it('spans the values and keeps the smallest off the axis', () => {
  const { points, path } = layoutTrace([10, 9, 9], frame);
  expect(points).toEqual([
    { x: 0, y: 0 },
    { x: 50, y: 64 },
    { x: 100, y: 64 },
  ]);
  expect(path).toBe('M0.0 0.0L50.0 64.0L100.0 64.0');
});

it('leaves the dots out where they would run together', () => {
  expect(layoutTrace(Array(10).fill(1), frame).showsDots).toBe(true);
  expect(layoutTrace(Array(300).fill(1), frame).showsDots).toBe(false);
});

it('shows one value as one dot, and no value as nothing', () => {
  expect(layoutTrace([4], frame)).toMatchObject({ points: [{ x: 0, y: 32 }], path: '' });
  expect(layoutTrace([], frame).points).toEqual([]);
  expect(layoutTrace([7, 7 + 1e-9], frame).points[1]).toEqual({ x: 100, y: 32 });
});

it('lifts the first figure where a flat line would cross it', () => {
  expect(layoutTrace([10, 5, 5], frame).isFirstAbove).toBe(false);
  expect(layoutTrace([10, 9.9, 9.8, 9, 5, 1], frame).isFirstAbove).toBe(true);
  expect(layoutTrace([10], frame).isFirstAbove).toBe(false);
});
