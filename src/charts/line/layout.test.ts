import { expect, it } from 'vitest';
import { layoutTrace } from './layout';

const frame = { width: 100, height: 80 };

it('begins the axis at zero, so that a small fall looks small', () => {
  const { points, path } = layoutTrace([10, 5, 5], frame);
  expect(points).toEqual([
    { x: 0, y: 0 },
    { x: 50, y: 40 },
    { x: 100, y: 40 },
  ]);
  expect(path).toBe('M0.0 0.0L50.0 40.0L100.0 40.0');
});

it('leaves the dots out where they would run together', () => {
  expect(layoutTrace(Array(10).fill(1), frame).showsDots).toBe(true);
  expect(layoutTrace(Array(300).fill(1), frame).showsDots).toBe(false);
});

it('shows one value as one dot, and no value as nothing', () => {
  expect(layoutTrace([4], frame)).toMatchObject({ points: [{ x: 0, y: 0 }], path: '' });
  expect(layoutTrace([], frame).points).toEqual([]);
  expect(layoutTrace([0, 0], frame).points[1]).toEqual({ x: 100, y: 80 });
});

it('lifts the first figure where a flat line would cross it', () => {
  expect(layoutTrace([10, 5, 5], frame).isFirstAbove).toBe(false);
  expect(layoutTrace([10, 9.9, 9.8], frame).isFirstAbove).toBe(true);
  expect(layoutTrace([10], frame).isFirstAbove).toBe(false);
});
