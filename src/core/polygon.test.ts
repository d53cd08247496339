import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaTest, simplifyPolygon } from './polygon';

const square = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
] as const;

describe('an area of the plane', () => {
  it('holds nothing with fewer than three corners, or without any height', () => {
    expect(areaTest([])(0, 0)).toBe(false);
    expect(areaTest(square.slice(0, 2))(1, 0)).toBe(false);
    const flat = areaTest([
      [0, 1],
      [2, 1],
      [1, 1],
    ]);
    expect(flat(1, 1)).toBe(false);
  });

  it('does not hold what a crossing line goes round twice', () => {
    const twice = areaTest([...square, ...square]);
    expect(twice(1, 1)).toBe(false);
  });

  it('shares no point with its neighbour and leaves none out', () => {
    const coordinate = fc.double({ min: 0, max: 4, noNaN: true });
    const cut = fc.array(coordinate, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(cut, coordinate, coordinate, (cuts, x, y) => {
        // A strip 0 … 4 wide cut along a jagged line: left and right of it.
        const line = cuts.map((at, i) => [at, ((i + 1) * 4) / (cuts.length + 1)] as const);
        const jagged = [[2, 0] as const, ...line, [2, 4] as const];
        const left = areaTest([[-9, 0], ...jagged, [-9, 4]]);
        const right = areaTest([[9, 0], ...jagged, [9, 4]]);
        expect(left(x, y) !== right(x, y)).toBe(y < 4);
      }),
    );
  });
});

it('drops corners on a straight line and keeps those that make the shape', () => {
  const withMiddles = [
    [0, 0],
    [1, 0.001],
    [2, 0],
    [2, 2],
    [0, 2],
  ] as const;
  expect(simplifyPolygon(withMiddles, 0.01)).toEqual(square);
  expect(simplifyPolygon(withMiddles, 0.0001)).toEqual(withMiddles);
});
