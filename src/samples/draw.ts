import type { Random } from '../core/random';

/*
 * Only additions, multiplications, divisions and square roots: these are the same on every
 * machine to the last bit, while Math.exp, Math.log and Math.sin are not. So a sample is the
 * same bytes everywhere.
 */

const LN2 = 0.6931471805599453;

/** eˣ for |x| < 700, good to about 1e-14 relative. */
export function exponential(x: number): number {
  const halvings = Math.round(x / LN2);
  const rest = x - halvings * LN2;
  let term = 1;
  let sum = 1;
  for (let i = 1; i <= 16; i++) {
    term *= rest / i;
    sum += term;
  }
  const factor = halvings < 0 ? 0.5 : 2;
  for (let i = Math.abs(halvings); i > 0; i--) sum *= factor;
  return sum;
}

/** Nearly a standard normal number: six uniform ones added up, so never beyond ±4.25. */
export function normal(random: Random): number {
  let sum = 0;
  for (let i = 0; i < 6; i++) sum += random.nextUint32() / 2 ** 32;
  return (sum - 3) / Math.SQRT1_2;
}

/** A log-normal number: half lie below the median, and `spread` is the deviation of the logarithm. */
export function skewed(random: Random, median: number, spread: number): number {
  return median * exponential(spread * normal(random));
}

/** An index, drawn with these weights. */
export function weighted(random: Random, weights: readonly number[]): number {
  let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length - 1; i++) {
    rest -= weights[i]!;
    if (rest < 0) return i;
  }
  return weights.length - 1;
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** A whole number around a mean, never below `min`. */
export function count(random: Random, mean: number, min: number): number {
  return Math.max(min, Math.round(mean + Math.sqrt(Math.max(mean, 0.25)) * normal(random)));
}

/** An empty value now and then, as real tables have them. */
export function sometimes(random: Random, share: number, value: string): string {
  return random.next() < share ? '' : value;
}

/** A point on the unit circle, evenly spread; drawn without trigonometry. */
export function onCircle(random: Random): readonly [number, number] {
  for (;;) {
    const x = 2 * random.next() - 1;
    const y = 2 * random.next() - 1;
    const square = x * x + y * y;
    if (square > 1 || square < 1e-6) continue;
    const length = Math.sqrt(square);
    return [x / length, y / length];
  }
}
