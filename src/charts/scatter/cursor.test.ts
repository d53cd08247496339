import { describe, expect, it } from 'vitest';
import { countAt, moveSpot, placeTip } from './cursor';
import { binRows, createGrid } from './grid';

const size = { width: 200, height: 100 };
const domain = { x0: 0, x1: 20, y0: 0, y1: 10 };

function binned() {
  const grid = createGrid(domain, { columns: 100, rows: 50, groups: 2 });
  const points = {
    x: Float32Array.of(10, 10.2, 10, 10, 18),
    y: Float32Array.of(5, 5.2, 5, 5, 5),
    labels: Int16Array.of(1, 1, 1, 0, 0),
    groups: 2,
  };
  binRows(grid, points, { from: 0, to: 5 });
  return grid;
}
const none = new Set<number>();

describe('the cursor', () => {
  it('counts the rows near it by group, most first', () => {
    const found = countAt(binned(), { domain, size, hidden: none }, { x: 100, y: 50 });
    expect(found).toEqual({
      total: 4,
      groups: [
        { index: 1, count: 3, share: 0.75 },
        { index: 0, count: 1, share: 0.25 },
      ],
    });
  });

  it('does not count what the legend hides', () => {
    const found = countAt(binned(), { domain, size, hidden: new Set([1]) }, { x: 100, y: 50 });
    expect(found.groups.map((group) => group.index)).toEqual([0]);
  });

  it('finds the same rows while the new picture is not ready yet', () => {
    const zoomed = { x0: 5, x1: 15, y0: 2.5, y1: 7.5 };
    const found = countAt(binned(), { domain: zoomed, size, hidden: none }, { x: 100, y: 50 });
    expect(found.total).toBe(4);
  });

  it('stays in the frame and says how far the picture must follow', () => {
    expect(moveSpot({ x: 195, y: 50 }, { x: 10, y: 0 }, size)).toEqual({
      spot: { x: 200, y: 50 },
      beyond: { x: 5, y: 0 },
    });
  });

  it('keeps its tip inside the frame', () => {
    const tip = { width: 80, height: 60 };
    expect(placeTip({ x: 50, y: 50 }, tip, size)).toEqual({ left: 66, top: 20 });
    expect(placeTip({ x: 190, y: 2 }, tip, size)).toEqual({ left: 94, top: 0 });
  });
});
