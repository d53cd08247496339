import type { ColumnMeta } from '../../core/values';
import { isIdentifierName } from '../column-names';
import { isoOf } from '../column';
import type { NumberSummary } from '../profile';
import type { Alert, Example } from './alert';
import { dateGap } from './date-gap';
import { LIMITS } from './limits';
import { countBelow, countUpTo, runsOf } from './sorted';
import { standInDates, standInNumbers, standInZeros } from './stand-ins';

type Found = Omit<Alert, 'columns' | 'type'>;

/** The ascending present values of a number or date column, and what was summed up of them. */
interface Known {
  readonly column: ColumnMeta;
  readonly sorted: Float64Array;
  readonly numbers: NumberSummary;
  readonly distinct: number;
  /** Days after this one (ms) are in the future; null: nobody said. */
  readonly asOf: number | null;
}

const AGE = /年龄|岁数|(^|[^a-z])age([^a-z]|$)/i;
const BIRTH_YEAR =
  /出生年(?!月)|(^|[^a-z])(birth[ _.-]?year|year[ _.-]?(of[ _.-]?)?birth|yob)([^a-z]|$)/i;

/** What a column of numbers or dates gives to think about. */
export function alertsOfNumbers(known: Known): readonly Alert[] {
  const { column, sorted } = known;
  if (sorted.length < LIMITS.leastValues) return [];
  const found = column.type === 'date' ? ofDates(known) : ofNumbers(known);
  return found.flatMap((alert) =>
    alert === null ? [] : [{ ...alert, columns: [column.name], type: column.type }],
  );
}

function ofDates({ sorted, asOf }: Known): readonly (Found | null)[] {
  return [standInDates(sorted), futureDates(sorted, asOf), dateGap(sorted)];
}

function ofNumbers(known: Known): readonly (Found | null)[] {
  const { column, sorted } = known;
  const name = column.name;
  const standIns = [standInNumbers(sorted), standInZeros(sorted, name)];
  const impossible = impossibleAges(sorted, name) ?? impossibleBirthYears(sorted, name);
  // 999 years is a stand-in, and nothing more.
  const beyond = impossible?.count === standIns[0]?.count ? null : impossible;
  if (isIdentifierName(name)) return standIns;
  const shape = known.distinct > 10 && sorted.length >= LIMITS.leastForTails;
  // Stand-ins and impossible values explain a tail: nothing is said twice.
  const isExplained = beyond !== null || standIns[0] !== null;
  return [
    ...standIns,
    beyond,
    shape && !isExplained ? skewed(known) : null,
    shape && !isExplained ? outliers(known) : null,
    zeroInflated(known),
  ];
}

function skewed({ sorted, numbers }: Known): Found | null {
  if (Math.abs(numbers.skewness) < LIMITS.skewness) return null;
  const [count, of] = [sorted.length, sorted.length];
  return { kind: 'skewed', severity: 'low', count, of, figure: numbers.skewness, examples: [] };
}

/**
 * Values beyond the outer fences (Tukey, "Exploratory Data Analysis", 1977). Of a column with a long
 * tail to the right the fences are those of its logarithms: quartiles pass through, as it is monotone.
 */
function outliers({ sorted, numbers }: Known): Found | null {
  const isLog = numbers.skewness >= LIMITS.skewness;
  const to = (x: number) => (isLog ? Math.log1p(x - numbers.min) : x);
  const back = (x: number) => (isLog ? Math.expm1(x) + numbers.min : x);
  const [low, high] = [to(numbers.quantiles[2]), to(numbers.quantiles[4])];
  if (!(high > low)) return null;
  const ends = [
    // Near the least value a logarithm tells small differences apart that mean nothing.
    isLog ? -Infinity : low - LIMITS.fence * (high - low),
    back(high + LIMITS.fence * (high - low)),
  ] as const;
  const below = countBelow(sorted, ends[0]);
  const above = sorted.length - countUpTo(sorted, ends[1]);
  // Of normal numbers 2.3 in a million lie beyond: ten times that is worth a word.
  if (below + above <= LIMITS.farShare * sorted.length) return null;
  const range = [below > 0 ? ends[0] : null, above > 0 ? ends[1] : null] as const;
  const kind = isLog ? 'outliers-on-log' : 'outliers';
  return { ...outside(sorted, range, { kind, write: String })!, severity: 'low' };
}

function zeroInflated({ sorted, numbers, distinct }: Known): Found | null {
  const { zeros, negatives } = numbers;
  if (negatives > 0 || distinct <= 10 || zeros < LIMITS.zeroInflated * sorted.length) return null;
  return { kind: 'zero-inflated', severity: 'low', count: zeros, of: sorted.length, examples: [] };
}

function impossibleAges(sorted: Float64Array, name: string): Found | null {
  if (!AGE.test(name)) return null;
  return outside(sorted, [0, LIMITS.oldestAge], { kind: 'impossible-ages', write: String });
}

function impossibleBirthYears(sorted: Float64Array, name: string): Found | null {
  const median = sorted[sorted.length >> 1]!;
  if (!BIRTH_YEAR.test(name) || median < 1850 || median > 2100) return null;
  const range = [LIMITS.earliestBirthYear, null] as const;
  return outside(sorted, range, { kind: 'impossible-birth-years', write: String });
}

function futureDates(sorted: Float64Array, asOf: number | null): Found | null {
  if (asOf === null) return null;
  return outside(sorted, [null, asOf], { kind: 'future-dates', write: isoOf });
}

/** Values below the first or above the last of `range`. */
function outside(
  sorted: Float64Array,
  range: readonly [number | null, number | null],
  { kind, write }: { readonly kind: Alert['kind']; readonly write: (x: number) => string },
): Found | null {
  const below = range[0] === null ? 0 : countBelow(sorted, range[0]);
  const upTo = range[1] === null ? sorted.length : countUpTo(sorted, range[1]);
  const count = below + sorted.length - upTo;
  if (count === 0) return null;
  const examples = [
    ...examplesOf(sorted.subarray(0, below), write),
    ...examplesOf(sorted.subarray(upTo), write),
  ].slice(0, LIMITS.examples);
  return { kind, severity: 'high', count, of: sorted.length, range, examples };
}

function examplesOf(stretch: Float64Array, write: (x: number) => string): readonly Example[] {
  const found: Example[] = [];
  for (const { value, count } of runsOf(stretch)) {
    if (found.length === LIMITS.examples) break;
    found.push({ value: write(value), count });
  }
  return found;
}
