import { expect, it } from 'vitest';
import { captionsFit, layoutShares } from './layout-shares';

it('divides the width as the sizes, with a gap between the boxes', () => {
  const boxes = layoutShares([3, 1], 402);
  expect(boxes.map((box) => [box.x, box.width, box.share])).toEqual([
    [0, 300, 0.75],
    [302, 100, 0.25],
  ]);
});

it('shows last what belongs to no part', () => {
  const boxes = layoutShares([3, 1], 404, 4);
  expect(boxes.map((box) => [box.index, box.share])).toEqual([
    [0, 0.375],
    [1, 0.125],
    [-1, 0.5],
  ]);
});

it('leaves the percentage out of a box that is too narrow, then the number', () => {
  const [wide, narrow, sliver] = layoutShares([900, 60, 1], 808);
  expect([wide?.showsShare, wide?.showsNumber]).toEqual([true, true]);
  expect([narrow?.showsShare, narrow?.showsNumber]).toEqual([false, true]);
  expect(sliver?.showsNumber).toBe(false);
  expect(captionsFit(layoutShares([900, 60, 1], 808))).toBe(false);
});

it('fills the width with one part, and survives no width and no rows', () => {
  expect(layoutShares([7], 300)[0]?.width).toBe(300);
  expect(layoutShares([7, 7], 0).map((box) => box.width)).toEqual([0, 0]);
  expect(layoutShares([0, 0], 300).map((box) => box.share)).toEqual([0, 0]);
});
