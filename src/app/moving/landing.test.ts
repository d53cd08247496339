import { expect, it } from 'vitest';
import { gapOf, isAtHome, landingAt } from './landing';

const order = ['a', 'b', 'c', 'd'];
const standing = [
  { cellId: 'a', top: 0, height: 100 },
  { cellId: 'b', top: 150, height: 20 },
  { cellId: 'd', top: 200, height: 100 },
];

it('lands at the nearer edge of the nearest cell', () => {
  expect(landingAt(-40, standing)).toEqual({ cellId: 'a', isAfter: false });
  expect(landingAt(110, standing)).toEqual({ cellId: 'a', isAfter: true });
  expect(landingAt(148, standing)).toEqual({ cellId: 'b', isAfter: false });
  expect(landingAt(9999, standing)).toEqual({ cellId: 'd', isAfter: true });
  expect(landingAt(5, [])).toBeNull();
});

it('tells the gap in the document', () => {
  expect(gapOf({ cellId: 'c', isAfter: false }, order)).toBe(2);
  expect(gapOf({ cellId: 'd', isAfter: true }, order)).toBe(4);
});

it('knows where nothing would change: around cells that stand together', () => {
  expect([0, 1, 2, 3, 4].map((gap) => isAtHome(['b'], gap, order))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
  expect(isAtHome(['c', 'b'], 2, order)).toBe(true);
  expect(isAtHome(['a', 'c'], 1, order)).toBe(false);
});
