import { expect, it } from 'vitest';
import { linearTicks, logTicks } from './ticks';

it('gives round numbers inside the interval', () => {
  expect(linearTicks(-2.9, 3.1, 3)).toEqual([-2, 0, 2]);
  expect(linearTicks(5, 5, 3)).toEqual([5]);
});

it('gives powers of ten over many decades, and twos and fives over few', () => {
  expect(logTicks(1, 100000, 7)).toEqual([1, 10, 100, 1000, 10000, 100000]);
  expect(logTicks(8, 120, 6)).toEqual([10, 20, 50, 100]);
});

it('holds zero when the axis begins there, and falls back to even steps over a short stretch', () => {
  expect(logTicks(0, 1000, 6)[0]).toBe(0);
  expect(logTicks(100, 200, 4)).toEqual([100, 120, 140, 160, 180, 200]);
});
