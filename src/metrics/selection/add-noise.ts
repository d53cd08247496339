import type { Random } from '../../core/random';

const SIZE = 1e-10;

/**
 * Numbers in units of their deviation, with noise far below what matters: equal values, and values on
 * a grid, get an order by chance, without which estimates by nearest neighbours are far too high. As
 * scikit-learn does before it looks for neighbours. A new array; no NaN.
 */
export function withNoise(values: Float64Array, random: Random): Float64Array {
  const count = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  const unit = square > 0 ? Math.sqrt(square) : 1;
  const size = values.reduce((sum, value) => sum + Math.abs(value), 0) / unit / count;
  const noise = SIZE * Math.max(1, size);
  return values.map((value) => value / unit + noise * (random.next() - 0.5));
}
