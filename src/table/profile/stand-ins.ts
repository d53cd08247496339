import { isoOf } from '../column';
import type { Alert, Example } from './alert';
import { LIMITS } from './limits';
import { countBelow, countOf, countUpTo } from './sorted';

/** What people and programs write for "not known" where a number is asked for. */
const NUMBERS = [
  -1, -9, -99, -999, -9999, -99999, 99, 999, 9999, 99999, 999999, 9999999, 99999999, 999999999,
  -2147483648, 2147483647,
];
/** The first and last days of calendars and of programs. */
const DAYS = ['1899-12-30', '1899-12-31', '1900-01-01', '1970-01-01', '2099-12-31', '9999-12-31'];
/** Quantities of people and things that are never nought. */
const NEVER_ZERO =
  /年龄|身高|体重|价$|价格|面积|出生|(^|[^a-z])(age|height|weight|price|area)s?([^a-z]|$)/i;

type Found = Omit<Alert, 'columns' | 'type'>;

/**
 * Stand-ins that lie apart: outside the range of the other numbers and away from the nearest of
 * them by half that range (a lone −1 under counts: below zero where nothing else is). A 99 among
 * ages of 98 and 97 is an age.
 */
export function standInNumbers(sorted: Float64Array): Found | null {
  const found = NUMBERS.filter((value) => countOf(sorted, value) > 0);
  const apart = found.filter((value) => liesApart(sorted, value, found));
  return alertOf('stand-in-numbers', sorted, apart);
}

function liesApart(sorted: Float64Array, value: number, suspects: readonly number[]): boolean {
  const others = rangeWithout(sorted, suspects);
  if (others === null) return false;
  const [min, max] = others;
  // An order of magnitude away, at least: 99 days after 60 are no riddle.
  if (value > max) return value - max > LIMITS.standInGap * (max - min) && value >= 4 * max;
  if (value >= min) return false;
  // Among −1, 0 and 1 it is one of the answers.
  if (min >= 0) return max - min > 10;
  return min - value > LIMITS.standInGap * (max - min) && value <= 4 * min;
}

/** Least and greatest of the numbers that are no suspects; null when there are too few of them. */
function rangeWithout(
  sorted: Float64Array,
  suspects: readonly number[],
): readonly [number, number] | null {
  const suspected = suspects.reduce((sum, value) => sum + countOf(sorted, value), 0);
  if (sorted.length - suspected < LIMITS.leastValues) return null;
  let first = 0;
  let last = sorted.length - 1;
  while (suspects.includes(sorted[first]!)) first = countUpTo(sorted, sorted[first]!);
  while (suspects.includes(sorted[last]!)) last = countBelow(sorted, sorted[last]!) - 1;
  return [sorted[first]!, sorted[last]!];
}

/**
 * Zeros in a column that cannot have any by its name, or that lie apart: all others positive and
 * none below half their median. Nothing when zeros are most of the column.
 */
export function standInZeros(sorted: Float64Array, name: string): Found | null {
  const zeros = countOf(sorted, 0);
  if (zeros === 0 || sorted[0]! < 0 || zeros * 2 > sorted.length) return null;
  if (sorted.length - zeros < LIMITS.leastValues) return null;
  const median = sorted[zeros + ((sorted.length - zeros) >> 1)]!;
  const least = sorted[zeros]!;
  // 0 and 1, or counts from 0 on, are ordinary.
  const liesApartToo = least >= median / 2 && least >= 10;
  if (!NEVER_ZERO.test(name) && !liesApartToo) return null;
  return { ...alertOf('stand-in-zeros', sorted, [0])!, severity: 'medium' };
}

/** First and last days of calendars, more than a year away from every other day of the column. */
export function standInDates(sorted: Float64Array): Found | null {
  const found = DAYS.map((day) => Date.parse(day)).filter((day) => countOf(sorted, day) > 0);
  const others = rangeWithout(sorted, found);
  if (others === null) return null;
  const gap = LIMITS.standInDays * 86_400_000;
  const apart = found.filter((day) => day < others[0] - gap || day > others[1] + gap);
  return alertOf('stand-in-dates', sorted, apart);
}

function alertOf(
  kind: Alert['kind'],
  sorted: Float64Array,
  values: readonly number[],
): Found | null {
  if (values.length === 0) return null;
  const write = kind === 'stand-in-dates' ? isoOf : String;
  const examples: Example[] = values.map((value) => ({
    value: write(value),
    count: countOf(sorted, value),
  }));
  const count = examples.reduce((sum, example) => sum + example.count, 0);
  return { kind, severity: 'high', count, of: sorted.length, examples };
}
