import { expect, it } from 'vitest';
import { createRandom } from '../core/random';
import { orderByValue } from './order-by-value';

/** The order, and how often it paused. */
function ordered(rows: Uint32Array, values: Float64Array) {
  const ordering = orderByValue(rows, values);
  for (let pauses = 0; ; pauses++) {
    const step = ordering.next();
    if (step.done) return { order: step.value, pauses };
  }
}

it.each([0, 1, 2, 4095, 4096, 4097, 12_288, 40_000])(
  'puts %i rows in the order of one sort, however often it paused',
  (count) => {
    const random = createRandom(7, 'order', count);
    // Few different values, so that many are equal; infinities are values.
    const values = Float64Array.from({ length: count }, () => random.below(50) - 25);
    if (count > 2) [values[0], values[1]] = [Infinity, -Infinity];
    const rows = Uint32Array.from(values.keys()).reverse();
    const expected = rows.slice().sort((a, b) => values[a]! - values[b]! || a - b);
    const { order, pauses } = ordered(rows, values);
    expect(order).toEqual(expected);
    expect(pauses).toBeGreaterThanOrEqual(Math.floor(count / 4096));
  },
);
