import { tQuantile } from './t-quantile';

/** A confidence interval of 95 %. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Mean and spread of a group of values. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sum of the squared deviations from the mean. */
  readonly squares: number;
}

/** Squared standard error of the mean. */
function errorSquared({ count, squares }: Moments): number {
  return squares / (count - 1) / count;
}

function around(middle: number, reach: number): Interval {
  return { low: middle - reach, high: middle + reach };
}

/** The mean by Student's t (1908); null below two values, whose spread is not known. */
export function meanInterval(group: Moments): Interval | null {
  if (group.count < 2) return null;
  return around(group.mean, tQuantile(group.count - 1) * Math.sqrt(errorSquared(group)));
}

/** The difference of two means, first less second, by Welch (1947); null where one has no spread to know. */
export function welchInterval(first: Moments, second: Moments): Interval | null {
  if (first.count < 2 || second.count < 2) return null;
  const [a, b] = [errorSquared(first), errorSquared(second)];
  const difference = first.mean - second.mean;
  if (a + b === 0) return around(difference, 0);
  const degrees = (a + b) ** 2 / (a ** 2 / (first.count - 1) + b ** 2 / (second.count - 1));
  return around(difference, tQuantile(degrees) * Math.sqrt(a + b));
}

const Z = tQuantile(Infinity);

/** A share, `hits` of `count`, by Wilson (1927); null of none. It holds for few as for many. */
export function wilsonInterval(hits: number, count: number): Interval | null {
  if (count === 0) return null;
  const [share, shrink] = [hits / count, Z ** 2 / count];
  const middle = (share + shrink / 2) / (1 + shrink);
  const reach = (Z / (1 + shrink)) * Math.sqrt((share * (1 - share) + shrink / 4) / count);
  // At none and at all, the ends are 0 and 1 but for rounding.
  return {
    low: hits === 0 ? 0 : Math.max(0, middle - reach),
    high: hits === count ? 1 : Math.min(1, middle + reach),
  };
}

interface Hits {
  readonly hits: number;
  readonly count: number;
}

/** The difference of two shares, by Newcombe (1998, method 10) from their Wilson intervals. */
export function newcombeInterval(first: Hits, second: Hits): Interval | null {
  const a = wilsonInterval(first.hits, first.count);
  const b = wilsonInterval(second.hits, second.count);
  if (a === null || b === null) return null;
  const [p, q] = [first.hits / first.count, second.hits / second.count];
  return {
    low: p - q - Math.sqrt((p - a.low) ** 2 + (b.high - q) ** 2),
    high: p - q + Math.sqrt((a.high - p) ** 2 + (q - b.low) ** 2),
  };
}
