import { expect, it } from 'vitest';
import { isStrongTgi, layoutTgi, tgiSpan } from './layout-tgi';

const span = Math.log(8);

it('draws double and half equally long, on both sides of the line at 100', () => {
  const double = layoutTgi(200, span, 60);
  const half = layoutTgi(50, span, 60);
  expect(double.x).toBe(30);
  expect(double.width).toBeCloseTo(10, 9);
  expect(half.x).toBeCloseTo(20, 9);
  expect(half.width).toBeCloseTo(10, 9);
  expect([double.isAbove, half.isAbove]).toEqual([true, false]);
});

it('has no bar at 100', () => {
  expect(layoutTgi(100, span, 60).width).toBe(0);
});

it('fills the frame with a bar that would leave it, and for a figure of nothing', () => {
  expect(layoutTgi(100000, span, 60)).toEqual({ x: 30, width: 30, isAbove: true, isCut: true });
  expect(layoutTgi(0, span, 60)).toEqual({ x: 0, width: 30, isAbove: false, isCut: true });
  expect(layoutTgi(800, span, 60).isCut).toBe(false);
});

it('calls a figure strong as it is shown, from 141 and to 71', () => {
  expect([140.6, 71.4].map(isStrongTgi)).toEqual([true, true]);
  expect([140.4, 71.6, 100, null].map(isStrongTgi)).toEqual([false, false, false, false]);
});

it('takes one scale from the largest figure, within bounds', () => {
  expect(tgiSpan([100, null, 120])).toBeCloseTo(Math.log(3), 9);
  expect(tgiSpan([400, 50])).toBeCloseTo(Math.log(4), 9);
  expect(tgiSpan([90000, 0])).toBeCloseTo(Math.log(5), 9);
});
