import {
  formatCount,
  formatNumber,
  formatPercent,
  isYearColumn,
  sharedDecimals,
} from '../../core/format';
import type { ColumnMeta } from '../../core/values';
import type { Language } from '../../core/words';
import type { ColumnProfile, NumberSummary } from '../../table/profile';
import { histogramWords, isTopTelling, noteWords, topWords, typeWords } from './view-words';

/** One row of the profile table, in the reader's language. */
export interface ProfileRow {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  /** Bin counts of numbers and dates, or counts of the most frequent values. */
  readonly counts: readonly number[];
  readonly picture: string;
  readonly type: string;
  readonly missing: string;
  readonly missingShare: number;
  /** More than one value in a hundred is missing. */
  readonly isOftenMissing: boolean;
  /** Least, middle and greatest value; null for columns without an order. */
  readonly range: { readonly min: string; readonly median: string; readonly max: string } | null;
  /** The most frequent values, for columns without an order. */
  readonly top: string;
  readonly note: string;
}

const OFTEN = 0.01;

export function profileRow(profile: ColumnProfile, rows: number, language: Language): ProfileRow {
  const { column, numbers } = profile;
  const share = rows > 0 ? profile.missing / rows : 0;
  return {
    id: column.id,
    name: column.name,
    ...(column.unit === undefined ? {} : { unit: column.unit }),
    counts: countsOf(profile, rows),
    picture: histogramWords(profile)[language],
    type: typeWords[column.type][language],
    missingShare: share,
    missing: formatMissing(profile.missing, share, language),
    isOftenMissing: share > OFTEN,
    range: numbers ? rangeOf(numbers, column) : null,
    top: numbers ? '' : topWords(profile, rows)[language],
    note: noteWords(profile, rows)[language],
  };
}

function countsOf(profile: ColumnProfile, rows: number): readonly number[] {
  if (profile.numbers) return profile.numbers.histogram.counts;
  return isTopTelling(profile, rows) ? profile.top.map((value) => value.count) : [];
}

function formatMissing(missing: number, share: number, language: Language): string {
  if (missing === 0) return '0';
  if (share < 0.0005) return language === 'zh' ? '< 0.1 %' : '< 0.1%';
  return formatPercent(share, language);
}

function rangeOf(numbers: NumberSummary, { name, type }: ColumnMeta): ProfileRow['range'] {
  const { min, max } = numbers;
  const median = numbers.quantiles[3];
  const isYear = isYearColumn(name, [min, max]);
  if (type === 'date')
    return { min: formatDay(min), median: formatDay(median), max: formatDay(max) };
  const decimals = numbers.isWhole
    ? sharedDecimals([Number.isInteger(median) ? median : 1.5])
    : sharedDecimals([min, median, max]);
  if (isYear) {
    return { min: String(min), median: String(median), max: String(max) };
  }
  const whole = numbers.isWhole ? formatCount : (value: number) => formatNumber(value, decimals);
  return { min: whole(min), median: formatNumber(median, decimals), max: whole(max) };
}

/** A day in UTC, as dates are read: `2026-09-30`. */
export function formatDay(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '—' : date.toISOString().slice(0, 10);
}

/** The latest day in any column of dates, `2026-09-30`; empty without dates. */
export function latestDay({ columns }: { readonly columns: readonly ColumnProfile[] }): string {
  return columns
    .map(({ column, numbers }) => (column.type === 'date' && numbers ? formatDay(numbers.max) : ''))
    .reduce((latest, day) => (day > latest ? day : latest), '');
}
