import { describe, expect, it } from 'vitest';
import { plainMarks } from '../../ui/segment-marks';
import type { Palette } from '../palette';
import { binRows, createGrid } from './grid';
import { largestCount, opacityOf, paintRows, planeColors, toneOf } from './mix';

const palette: Palette = {
  segments: [
    [200, 0, 0],
    [0, 0, 100],
  ],
  noise: [9, 9, 9],
  marks: plainMarks,
  isDark: false,
};
const all = () => true;

function twoSquares() {
  const grid = createGrid({ x0: 0, x1: 2, y0: 0, y1: 1 }, { columns: 2, rows: 1, groups: 2 });
  const points = {
    x: Float32Array.of(0.5, 0.5, 0.5, 0.5),
    y: Float32Array.of(0.5, 0.5, 0.5, 0.5),
    labels: Int16Array.of(0, 0, 0, 1),
    groups: 2,
  };
  binRows(grid, points, { from: 0, to: 4 });
  return grid;
}

describe('mixing colours', () => {
  it('weighs the groups of a square by their rows', () => {
    const grid = twoSquares();
    const colors = planeColors(palette, grid.planes, all);
    const pixels = new Uint8ClampedArray(8);
    paintRows(pixels, grid, { colors, largest: 1e9, isDark: false, from: 0, to: 1 });
    expect([...pixels.slice(0, 3)]).toEqual([150, 0, 25]);
    expect([...pixels.slice(4)]).toEqual([0, 0, 0, 0]);
  });

  it('leaves hidden groups out of colour and count', () => {
    const grid = twoSquares();
    const colors = planeColors(palette, grid.planes, (plane) => plane !== 0);
    expect(largestCount(grid, colors, { from: 0, to: 1 })).toBe(1);
    const pixels = new Uint8ClampedArray(8);
    paintRows(pixels, grid, { colors, largest: 1e9, isDark: false, from: 0, to: 1 });
    expect([...pixels.slice(0, 3)]).toEqual([0, 0, 100]);
  });

  it('repeats the colours beyond the last and keeps noise apart', () => {
    expect(planeColors(palette, 4, all)).toEqual([
      [200, 0, 0],
      [0, 0, 100],
      [200, 0, 0],
      [9, 9, 9],
    ]);
  });
});

describe('the ink of a square', () => {
  it('is none for no row, visible for one, full for the densest', () => {
    expect(opacityOf(0, 1000)).toBe(0);
    expect(opacityOf(1, 1000)).toBeGreaterThan(0.1);
    expect(opacityOf(1000, 1000)).toBeGreaterThan(0.99);
  });

  it('grows with the logarithm of the count', () => {
    const steps = [1, 10, 100, 1000].map((count) => opacityOf(count, 1000));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps[1]! - steps[0]!).toBeGreaterThan(0.15);
  });

  it('darkens a dense core on paper and lightens it on a dark ground', () => {
    expect(toneOf(1000, 1000, false)).toBeLessThan(0.8);
    expect(toneOf(1000, 1000, true)).toBeGreaterThan(1);
    expect(toneOf(1, 1000, false)).toBe(1);
  });
});
