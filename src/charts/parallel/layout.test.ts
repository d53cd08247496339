import { describe, expect, it } from 'vitest';
import { acrossOf, domainOf, layoutProfile, spread } from './layout';

const frame = { width: 100, lineHeight: 20, domain: [0, 1] as const };

describe('the layout of a profile', () => {
  it('goes down the lines, its band there and back', () => {
    const shape = layoutProfile({ middle: [0.5, 0.2], low: [0.4, 0.1], high: [0.6, 0.4] }, frame);
    expect(shape.path).toBe('M50 10L20 30');
    expect(shape.band).toBe('M40 10L10 30L40 30L60 10Z');
    expect(shape.spots).toEqual([
      { x: 50, y: 10 },
      { x: 20, y: 30 },
    ]);
  });

  it('breaks off where there is no value', () => {
    const gap = [0.1, null, 0.3, 0.4];
    const shape = layoutProfile({ middle: gap, low: gap, high: gap }, frame);
    expect(shape.path).toBe('M10 10M30 50L40 70');
    expect(shape.spots).toHaveLength(3);
  });

  it('has a place for everything on a scale without extent', () => {
    expect(acrossOf(3, { ...frame, domain: [3, 3] })).toBe(50);
  });
});

describe('spreading places', () => {
  it('keeps their order, a gap apart and inside', () => {
    expect(spread([50, 52, 51], 10, 100)).toEqual([50, 70, 60]);
    expect(spread([98, 99], 10, 100)).toEqual([90, 100]);
    expect(spread([0, 30], 10, 100)).toEqual([0, 30]);
  });
  it('comes closer together where there is no room', () => {
    const close = spread([5, 5, 5, 5, 5], 40, 100);
    expect(Math.min(...close)).toBe(0);
    expect(Math.max(...close)).toBeLessThanOrEqual(100);
  });
});

describe('the domain of deviations', () => {
  it('is round and holds −1 to 1', () => {
    expect(domainOf([0.2, null, -0.3])).toEqual([-1, 1]);
    expect(domainOf([2.3, -1.2])).toEqual([-1.5, 2.5]);
  });
});
