import { describe, expect, it } from 'vitest';
import { fitExtents, placePicture, toPixel, zoomedDomain, zoomLimits } from './domain';
import type { Points } from './domain';

const points = (values: readonly number[]): Points => ({
  x: Float32Array.from(values),
  y: Float32Array.from(values),
  labels: new Int16Array(values.length),
  groups: 1,
});
const size = { width: 200, height: 100 };
const base = { x0: 0, x1: 10, y0: 0, y1: 10 };

describe('where the picture starts', () => {
  it('shows everything with a small edge', () => {
    const { usual, full } = fitExtents(points([0, 10]), { min: 0, max: 10 }, { min: 0, max: 10 });
    expect(usual).toEqual({ x0: -0.5, x1: 10.5, y0: -0.5, y1: 10.5 });
    expect(full).toEqual(usual);
  });

  it('leaves a few far rows outside rather than squash the rest', () => {
    const values = Array.from({ length: 5000 }, (_, i) => i / 5000);
    values[7] = 1e6;
    const { usual, full } = fitExtents(points(values), { min: 0, max: 1e6 }, { min: 0, max: 1e6 });
    expect(usual.x1).toBeLessThan(1.2);
    expect(full.x1).toBeGreaterThan(1e6);
  });

  it('has room for a single row and for equal rows', () => {
    const { usual } = fitExtents(points([3]), { min: 3, max: 3 }, { min: 0, max: 0 });
    expect(usual).toEqual({ x0: 2.5, x1: 3.5, y0: -0.5, y1: 0.5 });
  });
});

describe('zooming', () => {
  it('by two around the middle halves what is seen', () => {
    const zoomed = zoomedDomain(base, { k: 2, x: -100, y: -50 }, size);
    expect(zoomed).toEqual({ x0: 2.5, x1: 7.5, y0: 2.5, y1: 7.5 });
  });

  it('places the old picture where it belongs until the new one is ready', () => {
    const zoomed = { x0: 2.5, x1: 7.5, y0: 2.5, y1: 7.5 };
    expect(placePicture(base, zoomed, size)).toEqual({ x: -100, y: -50, width: 400, height: 200 });
  });

  it('keeps y growing upwards', () => {
    expect(toPixel(base, size, { x: 10, y: 10 })).toEqual({ x: 200, y: 0 });
    expect(toPixel(base, size, { x: 0, y: 0 })).toEqual({ x: 0, y: 100 });
  });

  it('reaches the far rows and no further', () => {
    const full = { x0: 0, x1: 40, y0: 0, y1: 10 };
    expect(zoomLimits({ usual: base, full }, size)).toEqual({
      leastScale: 0.25,
      bounds: [
        [0, 0],
        [800, 100],
      ],
    });
    expect(zoomLimits({ usual: base, full: base }, size).leastScale).toBe(1);
  });
});
