import { describe, expect, it } from 'vitest';
import { clustersAt, layoutCurve, placeValue } from './layout-curve';

const point = (clusters: number, value: number | null, error = 0) => ({ clusters, value, error });

describe('layoutCurve', () => {
  it('spans the values and their bars, the largest at the top', () => {
    const points = [point(2, 1, 1), point(3, 4), point(4, 2)];
    const { marks, path } = layoutCurve(points, { width: 124, height: 142 });
    expect(marks.map(({ x }) => x)).toEqual([12, 62, 112]);
    expect(marks.map(({ y }) => y)).toEqual([97, 22, 72]);
    expect(marks[0]!.bar).toEqual([72, 122]);
    expect(path).toBe('M12.0 97.0L62.0 22.0L112.0 72.0');
  });

  it('draws no line over a missing value', () => {
    const points = [point(2, 1), point(3, null), point(4, 2), point(5, 3)];
    const { path, marks } = layoutCurve(points, { width: 84, height: 142 });
    expect(path.match(/M/g)).toHaveLength(2);
    expect(marks[1]!.y).toBeNull();
  });

  it('puts equal values and a single k in the middle', () => {
    const level = layoutCurve([point(2, 1), point(3, 1)], { width: 100, height: 142 });
    expect(level.marks.map(({ y }) => y)).toEqual([72, 72]);
    const single = layoutCurve([point(7, 3)], { width: 100, height: 142 });
    expect(single.marks).toMatchObject([{ x: 50, y: 72, hasTick: true }]);
  });

  it('reaches the values that it is told to', () => {
    const { yOf } = layoutCurve([point(2, 0.9)], { width: 100, height: 142, within: [0.7, 1] });
    expect([yOf(1), yOf(0.7)]).toEqual([22, 122]);
  });

  it('thins the ticks where ks stand close', () => {
    const points = Array.from({ length: 49 }, (_, i) => point(i + 2, i));
    const { marks } = layoutCurve(points, { width: 250, height: 142 });
    expect(marks.filter(({ hasTick }) => hasTick).length).toBeLessThan(14);
  });

  it('writes a value where the line is not', () => {
    const curve = layoutCurve([point(2, 3), point(3, 1), point(4, 3), point(5, 2)], {
      width: 212,
      height: 142,
    });
    const places = curve.marks.map((mark) => placeValue(curve, mark, 212));
    // Above where the line falls to the right, below where it rises; to the left at the edge.
    expect(places[0]).toEqual({ x: 19, y: 14, anchor: 'start' });
    expect(places[1]).toMatchObject({ y: 139, anchor: 'start' });
    expect(places[3]).toMatchObject({ x: 193, anchor: 'end' });
  });

  it('finds the k under a pointer', () => {
    const curve = layoutCurve([point(2, 1), point(3, 2), point(4, 3)], { width: 124, height: 90 });
    expect([0, 36, 38, 500].map((x) => clustersAt(curve, x))).toEqual([2, 2, 3, 4]);
    expect(clustersAt(layoutCurve([], { width: 9, height: 9 }), 3)).toBeNull();
  });
});
