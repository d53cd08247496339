import { isoOf } from '../column';
import type { Example } from './alert';

const BLOCK = 1 << 17;

/**
 * The most frequent of ascending numbers, as `textOf` writes them, at most `most`; the lesser first of
 * equally frequent ones. Linear; yields.
 */
export function* frequentNumbers(
  sorted: Float64Array,
  most: number,
  isDate: boolean,
): Generator<void, readonly Example[]> {
  const best: { value: number; count: number }[] = [];
  let start = 0;
  let least = 0;
  for (let i = 1; i <= sorted.length; i++) {
    if (i % BLOCK === 0) yield;
    if (i < sorted.length && sorted[i] === sorted[start]) continue;
    const count = i - start;
    if (count > least || best.length < most) {
      const place = best.findIndex((other) => other.count < count);
      best.splice(place < 0 ? best.length : place, 0, { value: sorted[start]!, count });
      best.length = Math.min(best.length, most);
      least = best.length === most ? best[most - 1]!.count : 0;
    }
    start = i;
  }
  return best.map(({ value, count }) => ({ value: isDate ? isoOf(value) : String(value), count }));
}
