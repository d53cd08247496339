import { expect, it } from 'vitest';
import { profileOf } from './profile';

it('shows every value of a small segment, the highest first', () => {
  expect(profileOf(Float64Array.of(0.25, -0.5, 0.12345678))).toEqual([0.25, 0.1235, -0.5]);
  expect(profileOf(new Float64Array(0))).toEqual([]);
});

it('shows evenly spaced ranks of a large one, and leaves it as it is', () => {
  const values = Float64Array.from({ length: 2000 }, (_, i) => i / 2000);
  const profile = profileOf(values);
  expect(profile).toHaveLength(200);
  expect([profile[0], profile[100], profile[199]]).toEqual([0.997, 0.497, 0.002]);
  expect(values[0]).toBe(0);
});
