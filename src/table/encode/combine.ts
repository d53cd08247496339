import type { Partner } from '../../core/values';

/**
 * The product of two numbers or the ratio of the first to the second, in place of the first.
 * Missing where either is, and where a ratio has 0 below: a share of nothing is not nothing.
 */
export function combineInto(
  numbers: Float64Array,
  others: Float64Array,
  operation: Partner['operation'],
): void {
  for (let row = 0; row < numbers.length; row++) {
    const other = others[row]!;
    if (operation === 'product') numbers[row]! *= other;
    else numbers[row] = other === 0 ? NaN : numbers[row]! / other;
  }
}
