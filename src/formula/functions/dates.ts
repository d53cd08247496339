import { DateParser, DAY_MS, daysSince1970, toMs } from '../../table/read/parse-date';
import { numbersIn, rowFunction, textsIn, type Run, type RowFunction } from '../row-function';
import { takes } from '../signature';
import { finite } from '../values';
import { ofOne } from './arithmetic';

const DATE = takes('number', ['date']);
const HOUR_MS = 3_600_000;

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days. */
function civilOf(ms: number): Civil {
  const days = Math.floor(ms / DAY_MS) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function daysIn(year: number, month: number): number {
  const next = month === 12 ? daysSince1970(year + 1, 1, 1) : daysSince1970(year, month + 1, 1);
  return next - daysSince1970(year, month, 1);
}

/** Days that a date of this program can have: the years 1 … 9999. */
const FIRST_MS = daysSince1970(1, 1, 1) * DAY_MS;
const LAST_MS = daysSince1970(10_000, 1, 1) * DAY_MS;

function inCalendar(ms: number): number {
  return ms >= FIRST_MS && ms < LAST_MS ? ms : NaN;
}

function dateOf(year: number, month: number, day: number): number {
  const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!isWhole || year < 1 || year > 9999 || month < 1 || month > 12) return NaN;
  if (day < 1 || day > daysIn(year, month)) return NaN;
  return daysSince1970(year, month, day) * DAY_MS;
}

const parser = new DateParser();
const encoder = new TextEncoder();

/** A date as people write it, the month before the day only where the year stands first; else NaN. */
export function parseDate(text: string): number {
  const bytes = encoder.encode(text.normalize('NFKC'));
  const isRead = parser.parse(bytes, 0, bytes.length);
  return isRead && !isAmbiguous() ? toMs(parser.result, 'day-first') : NaN;
}

/** 3/4/2024 may be March or April: better missing than wrong. */
function isAmbiguous(): boolean {
  const { isYearLast, isDotted, first, second } = parser.result;
  return isYearLast && !isDotted && first <= 12 && second <= 12 && first !== second;
}

/** Whole months from one day to another, as many as have passed in full; negative backwards. */
function monthsBetween(from: number, to: number): number {
  if (to < from) return -monthsBetween(to, from) || 0;
  const [a, b] = [civilOf(from), civilOf(to)];
  if (Number.isNaN(a.year + b.year)) return NaN;
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return b.day < a.day ? months - 1 : months;
}

/** The same day some months on; the last of the month where that has no such day. */
function addMonths(ms: number, months: number): number {
  const { year, month, day } = civilOf(ms);
  const count = year * 12 + month - 1 + Math.trunc(months);
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  if (!(y >= 1 && y <= 9999)) return NaN;
  const time = ms - Math.floor(ms / DAY_MS) * DAY_MS;
  return daysSince1970(y, m, Math.min(day, daysIn(y, m))) * DAY_MS + time;
}

function ofDates(f: (a: number, b: number) => number): Run {
  return ([a, b], into, rows) => {
    const [left, right, to] = [numbersIn(a), numbersIn(b), numbersIn(into)];
    for (let row = 0; row < rows; row++) {
      const [x, y] = [left[row]!, right[row]!];
      to[row] = x + y === x + y ? finite(f(x, y)) : NaN;
    }
  };
}

const dayOf = (ms: number) => Math.floor(ms / DAY_MS);
/** The day of the week of days since 1970-01-01, a Thursday: Monday 1 … Sunday 7, as in ISO 8601. */
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;
const noDate = () => 'not-a-date' as const;
const FROM_TO = takes('number', ['date', 'date']);
const SHIFTED = takes('date', ['date', 'number']);
const STARTED = takes('date', ['date']);

export const dateFunctions: readonly RowFunction[] = [
  rowFunction('year', DATE, { run: ofOne((ms) => civilOf(ms).year) }),
  rowFunction('month', DATE, { run: ofOne((ms) => civilOf(ms).month) }),
  rowFunction('day', DATE, { run: ofOne((ms) => civilOf(ms).day) }),
  rowFunction('quarter', DATE, { run: ofOne((ms) => Math.ceil(civilOf(ms).month / 3)) }),
  rowFunction('weekday', DATE, { run: ofOne((ms) => weekdayOf(dayOf(ms))) }),
  rowFunction('hour', DATE, {
    run: ofOne((ms) => Math.floor((ms - dayOf(ms) * DAY_MS) / HOUR_MS)),
  }),
  rowFunction('days_between', FROM_TO, { run: ofDates((a, b) => dayOf(b) - dayOf(a)) }),
  rowFunction('months_between', FROM_TO, { run: ofDates(monthsBetween) }),
  rowFunction('add_days', SHIFTED, {
    run: ofDates((ms, days) => inCalendar(ms + Math.trunc(days) * DAY_MS)),
    why: noDate,
  }),
  rowFunction('add_months', SHIFTED, { run: ofDates(addMonths), why: noDate }),
  rowFunction('start_of_month', STARTED, {
    run: ofOne((ms) => {
      const { year, month } = civilOf(ms);
      return daysSince1970(year, month, 1) * DAY_MS;
    }),
  }),
  rowFunction('start_of_year', STARTED, {
    run: ofOne((ms) => daysSince1970(civilOf(ms).year, 1, 1) * DAY_MS),
  }),
  rowFunction('start_of_week', STARTED, {
    run: ofOne((ms) => (dayOf(ms) + 1 - weekdayOf(dayOf(ms))) * DAY_MS),
  }),
];

/** `date(y, m, d)`. */
export const dateOfParts = rowFunction('date', takes('date', ['number', 'number', 'number']), {
  run: ([y, m, d], into, rows) => {
    const [years, months, days] = [numbersIn(y), numbersIn(m), numbersIn(d)];
    const to = numbersIn(into);
    for (let row = 0; row < rows; row++) to[row] = dateOf(years[row]!, months[row]!, days[row]!);
  },
  why: noDate,
});

/** `date(text)`. */
export const dateOfText = rowFunction('date', takes('date', ['text']), {
  run: ([x], into, rows) => {
    const [from, to] = [textsIn(x), numbersIn(into)];
    for (let row = 0; row < rows; row++) to[row] = from[row] === null ? NaN : parseDate(from[row]!);
  },
  why: noDate,
});
