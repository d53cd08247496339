import { describe, expect, it } from 'vitest';
import { countArea } from './count-area';
import { closeLasso, fromPixel, outlinePoints, placeCard, rectangle } from './lasso';

const domain = { x0: -2, x1: 2, y0: 0, y1: 1 };
const size = { width: 400, height: 200 };
const frame = { domain, size };

describe('an outline drawn on the frame', () => {
  it('becomes an area in units of the axes, y upwards', () => {
    expect(closeLasso(rectangle({ x: 100, y: 50 }, { x: 300, y: 150 }), frame)).toEqual([
      [-1, 0.75],
      [1, 0.75],
      [1, 0.25],
      [-1, 0.25],
    ]);
  });

  it('is a click when it hardly moves', () => {
    const path = [
      { x: 10, y: 10 },
      { x: 12, y: 10 },
      { x: 11, y: 12 },
    ];
    expect(closeLasso(path, frame)).toBeNull();
    expect(closeLasso([], frame)).toBeNull();
  });

  it('is right to a tenth of a pixel in few digits', () => {
    const path = [
      { x: 33.333333, y: 20 },
      { x: 66.666666, y: 21 },
      { x: 50, y: 190 },
    ];
    const area = closeLasso(path, frame)!;
    const back = outlinePoints(area, domain, size)
      .split(' ')
      .map((pair) => pair.split(',').map(Number));
    path.forEach(({ x, y }, i) => {
      expect(back[i]![0]).toBeCloseTo(x, 0);
      expect(back[i]![1]).toBeCloseTo(y, 0);
    });
    expect(JSON.stringify(area).length).toBeLessThan(60);
  });
});

it('goes from a pixel to the axes', () => {
  expect(fromPixel(domain, size, { x: 0, y: 0 })).toEqual({ x: -2, y: 1 });
  expect(fromPixel(domain, size, { x: 400, y: 200 })).toEqual({ x: 2, y: 0 });
});

describe('the card of a selection', () => {
  const card = { width: 100, height: 60 };
  const area = (corners: readonly (readonly [number, number])[]) => placeCard(corners, card, frame);

  it('stands in the corner that is farthest from the area, joined with it', () => {
    const right = area([
      [1, 0.9],
      [1.9, 0.9],
      [1.5, 0.6],
    ]);
    expect(right).toMatchObject({ left: 12, top: 128 });
    expect(right.to.x).toBeGreaterThan(right.from.x);
    expect(right.from.x).toBe(12 + card.width);
    const left = area([
      [-1.9, 0.9],
      [-1, 0.9],
      [-1.5, 0.6],
    ]);
    expect(left).toMatchObject({ left: 400 - 100 - 12, top: 128 });
  });

  it('stays in a frame that is too small for it', () => {
    const tiny = { domain, size: { width: 80, height: 50 } };
    const corners = [[0, 0.5] as const, [1, 0.5] as const, [1, 0.2] as const];
    expect(placeCard(corners, card, tiny)).toMatchObject({ left: 12, top: 12 });
  });
});

it('counts the rows of an area by group, most first, noise too', () => {
  const points = {
    x: Float32Array.of(0.5, 0.5, 0.6, 3, 0.4, 0.7),
    y: Float32Array.of(0.5, 0.6, 0.5, 0.5, 0.5, 0.2),
    labels: Int16Array.of(1, 1, 0, 0, -1, 1),
    groups: 2,
  };
  const unit = [[0, 0] as const, [1, 0] as const, [1, 1] as const, [0, 1] as const];
  const work = countArea(points, unit);
  let step = work.next();
  while (!step.done) step = work.next();
  expect(step.value).toEqual({
    total: 5,
    groups: [
      { index: 1, count: 3, share: 0.6 },
      { index: -1, count: 1, share: 0.2 },
      { index: 0, count: 1, share: 0.2 },
    ],
  });
});
