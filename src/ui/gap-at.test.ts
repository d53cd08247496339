import { expect, it } from 'vitest';
import { edgeSpeed } from './edge-scroll';
import { gapAt } from './gap-at';

const rows = [
  { top: 0, height: 20 },
  { top: 30, height: 100 },
];

it('gives the gap by the middles of the rows, and the last one below all', () => {
  expect([5, 15, 79, 81, 999].map((y) => gapAt(y, rows))).toEqual([0, 1, 1, 2, 2]);
  expect(gapAt(5, [])).toBe(0);
});

it('scrolls faster the nearer to an edge, beyond it no faster, and not in the middle', () => {
  const box = { top: 100, bottom: 700 };
  expect([400, 210, 590].map((y) => edgeSpeed(y, box))).toEqual([0, 0, 0]);
  expect(edgeSpeed(100, box)).toBe(-1600);
  expect(edgeSpeed(-50, box)).toBe(-1600);
  expect(edgeSpeed(700, box)).toBe(1600);
  expect(edgeSpeed(690, box)).toBeGreaterThan(edgeSpeed(650, box));
});

it('leaves a middle where nothing moves in a low window', () => {
  expect(edgeSpeed(45, { top: 0, bottom: 90 })).toBe(0);
});
