import { describe, expect, it } from 'vitest';
import type { Points } from './domain';
import { binRows, countInside, createGrid, gatherAround } from './grid';

const domain = { x0: 0, x1: 4, y0: 0, y1: 2 };
const shape = { columns: 4, rows: 2, groups: 2 };
const points: Points = {
  x: Float32Array.of(0.5, 0.5, 3.5, 9, 1.5),
  y: Float32Array.of(1.5, 1.5, 0.5, 1, 1.5),
  labels: Int16Array.of(0, 1, 1, 0, -1),
  groups: 2,
};
const binned = () => {
  const grid = createGrid(domain, shape);
  binRows(grid, points, { from: 0, to: 3 });
  binRows(grid, points, { from: 3, to: 5 });
  return grid;
};
const all = () => true;

describe('the grid of counts', () => {
  it('counts each row once, in its square and group, block by block', () => {
    const { counts, inside, planes } = binned();
    expect(planes).toBe(3);
    expect([...counts.slice(0, 3)]).toEqual([1, 1, 0]);
    expect([...counts.slice(3, 6)]).toEqual([0, 0, 1]);
    expect([...counts.slice(21, 24)]).toEqual([0, 1, 0]);
    expect([...inside]).toEqual([1, 2, 1]);
  });

  it('leaves rows outside the domain uncounted and remembers the first inside', () => {
    const grid = binned();
    expect(countInside(grid)).toBe(4);
    expect([...grid.first.slice(0, 4)]).toEqual([0, 1, 2, 4]);
  });

  it('starts from nothing when it takes over used memory', () => {
    const grid = createGrid(domain, shape, binned());
    expect(countInside(grid)).toBe(0);
    expect(grid.counts.every((count) => count === 0)).toBe(true);
  });

  it('gathers the rows near a place by group, without the hidden ones', () => {
    const at = { column: 0, row: 0, radius: 1 };
    expect(gatherAround(binned(), at, all)).toEqual([1, 1, 1]);
    expect(gatherAround(binned(), at, (plane) => plane !== 1)).toEqual([1, 0, 1]);
    expect(gatherAround(binned(), { column: 99, row: 99, radius: 2 }, all)).toEqual([0, 0, 0]);
  });
});
