import { describe, expect, it } from 'vitest';
import { areaTest, simplifyPolygon, type Polygon } from '../../src/core/polygon';
import recorded from './polygon.json';

describe.each(recorded.polygons)('a polygon against matplotlib and shapely: $name', (expected) => {
  const corners = expected.corners.map(([x, y]) => [x!, y!] as const);
  const isInside = areaTest(corners);

  it('holds the same points', () => {
    const found = expected.points.map(([x, y]) => (isInside(x!, y!) ? 1 : 0));
    expect(found).toEqual(expected.inside);
  });

  it('holds the same points drawn the other way round, from another corner', () => {
    const turned: Polygon = [...corners.slice(2), ...corners.slice(0, 2)].reverse();
    const test = areaTest(turned);
    expect(expected.points.map(([x, y]) => (test(x!, y!) ? 1 : 0))).toEqual(expected.inside);
  });

  it('is nearly the same with fewer corners', () => {
    const [width] = [Math.max(...corners.map(([x]) => x)) - Math.min(...corners.map(([x]) => x))];
    const simpler = simplifyPolygon(corners, width / 400);
    const test = areaTest(simpler);
    const differing = expected.points.filter(
      ([x, y], i) => test(x!, y!) !== (expected.inside[i] === 1),
    );
    expect(simpler.length).toBeLessThanOrEqual(corners.length);
    expect(differing.length).toBeLessThanOrEqual(8);
  });
});
