import { expect, it } from 'vitest';
import { keepUnits } from './keep-units';

it('binds the sign to its figure and leaves other spaces alone', () => {
  expect(keepUnits('缺失超过 1 %，最多 20.2 %')).toBe('缺失超过 1\u00a0%，最多 20.2\u00a0%');
  expect(keepUnits('1.1% of 2 rows')).toBe('1.1% of 2 rows');
});
