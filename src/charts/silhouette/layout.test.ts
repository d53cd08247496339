import { expect, it } from 'vitest';
import { layoutProfile } from './layout';

const frame = { width: 200, height: 30 };

it('draws each value from zero on the scale of −1 to 1, the highest at the top', () => {
  const { path, zero } = layoutProfile([0.5, 0, -0.25], 0.1, frame);
  expect(zero).toBe(100);
  expect(path).toBe('M100 0H150V10H100V20H75V30H100Z');
});

it('places the mean on the same scale', () => {
  expect(layoutProfile([1, -1], 0, frame).mean).toBe(100);
  expect(layoutProfile([1], 1, frame).mean).toBe(200);
});

it('draws nothing when no row was scored', () => {
  expect(layoutProfile([], null, frame)).toEqual({ path: '', zero: 100, mean: null });
});
