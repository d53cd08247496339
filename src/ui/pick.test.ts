import { expect, it } from 'vitest';
import { isDimmed, togglePick } from './pick';

it('picks a segment out, and ends that when it is chosen again', () => {
  expect(togglePick(null, 2)).toEqual([2]);
  expect(togglePick([2], 2)).toBeNull();
  expect(togglePick([0, 2], 2)).toEqual([2]);
});

it('dims the others only while something is picked out', () => {
  expect(isDimmed(null, 0)).toBe(false);
  expect(isDimmed(undefined, 0)).toBe(false);
  expect([0, 1].map((index) => isDimmed([1], index))).toEqual([true, false]);
});
