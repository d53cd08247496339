import { describe, expect, it } from 'vitest';
import { LABEL_LINE, layoutPetals, MOST_PETALS, PETAL_LIMIT, type Petal } from './layout';

const SIDE = 200;
const petals = (...effects: (number | null)[]): Petal[] =>
  effects.map((effect, i) => ({ label: [`x${i}`], effect }));

/** Largest and smallest distance of the corners of a path from the middle. */
function reachOf(path: string): readonly [number, number] {
  const corners = [...path.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)];
  const away = corners.map(([, x, y]) => Math.hypot(Number(x) - SIDE / 2, Number(y) - SIDE / 2));
  return [Math.min(...away), Math.max(...away)];
}

describe('petals', () => {
  it('reach outward above everyone and inward below, by the same length for the same effect', () => {
    const { radius, petals: shapes } = layoutPetals(petals(1, -1, 0.5), SIDE);
    const [up, down, half] = shapes.map(({ path }) => reachOf(path));
    expect(up![1] - radius).toBeCloseTo(radius - down![0], 1);
    expect(half![1] - radius).toBeCloseTo((up![1] - radius) / 2, 1);
    expect(shapes.map(({ isOutward }) => isOutward)).toEqual([true, false, true]);
  });

  it('end at the limit and are notched where the effect is larger', () => {
    const { petals: shapes } = layoutPetals(petals(PETAL_LIMIT, 9, -9), SIDE);
    expect(reachOf(shapes[1]!.path)[1]).toBeCloseTo(reachOf(shapes[0]!.path)[1], 1);
    expect(shapes.map(({ isCut }) => isCut)).toEqual([false, true, true]);
    expect(shapes.map(({ notch }) => notch !== '')).toEqual([false, true, true]);
  });

  it('never reach the middle nor leave the square', () => {
    for (const { path } of layoutPetals(petals(99, -99, 99, -99), SIDE).petals) {
      const [near, far] = reachOf(path);
      expect(near).toBeGreaterThan(5);
      expect(far).toBeLessThan(SIDE / 2);
    }
  });

  it('leave the place of an unknown value empty', () => {
    const [first, second] = layoutPetals(petals(null, 1), SIDE).petals;
    expect([first?.path, first?.label]).toEqual(['', ['x0']]);
    expect(second?.path).not.toBe('');
  });

  it('begin at the top and go round clockwise, labels outside turned away from the middle', () => {
    const { petals: shapes, center } = layoutPetals(petals(1, 1, 1, 1), SIDE);
    expect(shapes.map(({ anchor }) => anchor)).toEqual(['middle', 'start', 'middle', 'end']);
    expect(shapes[0]!.labelAt.y).toBeLessThan(center - 50);
    expect(shapes[1]!.labelAt.x).toBeGreaterThan(center + 50);
    expect(shapes[2]!.labelAt.y).toBeGreaterThan(center + 50);
  });

  it('keep a label below clear of long petals beside it', () => {
    const short = layoutPetals(petals(0, 0, 0, 0, 0, 0, 0, 0), SIDE).petals[4]!;
    const beside = layoutPetals(petals(0, 0, 0, 2, 0, 2, 0, 0), SIDE).petals[4]!;
    expect(beside.labelAt.y).toBeGreaterThan(short.labelAt.y + 10);
  });

  it('let a second line grow away from the circle', () => {
    const at = (label: string[], place: number) => {
      const some = petals(1, 1, 1, 1).map((petal) => ({ ...petal, label }));
      return layoutPetals(some, SIDE).petals[place]!.labelAt.y;
    };
    const moved = [0, 1, 2].map((place) => at(['a', 'b'], place) - at(['a'], place));
    expect(moved.map(Math.round)).toEqual([-LABEL_LINE, -LABEL_LINE / 2, 0]);
  });

  it('are eight at most, and may be one or none', () => {
    expect(layoutPetals(petals(...Array<number>(12).fill(1)), SIDE).petals).toHaveLength(
      MOST_PETALS,
    );
    expect(layoutPetals(petals(1), SIDE).petals[0]!.path).toMatch(/^M[-\d. LAZ]+$/);
    expect(layoutPetals([], SIDE).petals).toEqual([]);
  });
});
