import { scaleLog, scaleUtc, ticks } from 'd3';

/** Round numbers within an interval, about `count` of them. */
export function linearTicks(min: number, max: number, count: number): readonly number[] {
  return max > min ? ticks(min, max, Math.max(1, count)) : [min];
}

/**
 * Round numbers for a logarithmic axis: powers of ten, with 2 and 5 where there is room; zero is
 * one of them when the interval holds it. Negative numbers have no place on such an axis.
 */
export function logTicks(min: number, max: number, count: number): readonly number[] {
  const from = Math.max(min, max / 1e6, 1e-9);
  if (!(max > from)) return linearTicks(min, max, count);
  if (max / from < 4) return linearTicks(min, max, count);
  const decades = scaleLog().domain([from, max]).ticks(count);
  const steps = [/^1/, /^[125]/].map((wanted) =>
    decades.filter((tick) =>
      wanted.test(String(Number(tick.toPrecision(1))).replace(/^[0.]+/, '')),
    ),
  );
  const [powers = [], withTwoAndFive = []] = steps;
  const chosen = withTwoAndFive.length <= count ? withTwoAndFive : powers;
  return min <= 0 ? [0, ...chosen] : chosen;
}

/** Round days, months or years within an interval of UTC milliseconds, about `count` of them. */
export function timeTicks(min: number, max: number, count: number): readonly number[] {
  if (!(max > min)) return [min];
  return scaleUtc().domain([min, max]).ticks(Math.max(1, count)).map(Number);
}
