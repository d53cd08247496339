import { skipSpace, trimEnd } from './parse-number';

/** Which of two leading numbers is the day, when the year comes last. */
export type DayOrder = 'day-first' | 'month-first';

/** What one date cell says; reused from cell to cell. */
export interface ParsedDate {
  year: number;
  /** Numbers in the order written when the year comes last; else month and day. */
  first: number;
  second: number;
  isYearLast: boolean;
  /** `d.m.yyyy` is day first wherever it is used. */
  isDotted: boolean;
  /** Milliseconds since midnight, less the offset of a time zone. */
  timeMs: number;
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const NAMED =
  /^(?:[a-z]{3,9},? )?(?:(\d{1,2})[ -]([a-z]{3,9})[.,]?[ -](\d{4})|([a-z]{3,9})[.]? (\d{1,2}),? (\d{4}))$/i;
const DASH = 0x2d;
const SLASH = 0x2f;
const DOT = 0x2e;
const COLON = 0x3a;
const decoder = new TextDecoder();

export const DAY_MS = 86_400_000;

/**
 * Reads ISO dates (2024-05-01, with or without a time and a zone), 2024/5/1, 2024.5.1,
 * 2024年5月1日, 2024-05 and 2024年5月 (the first of the month), 1/5/2024 (order decided by
 * the whole column), 1.5.2024, 1 May 2024 and May 1, 2024. A time without a zone is UTC.
 */
export class DateParser {
  readonly result: ParsedDate = {
    year: 0,
    first: 0,
    second: 0,
    isYearLast: false,
    isDotted: false,
    timeMs: 0,
  };
  private at = 0;
  private digits = 0;

  /** True when `bytes[from, to)` is a date; it is then in `result`, not yet in the calendar. */
  parse(bytes: Uint8Array, from: number, to: number): boolean {
    const end = trimEnd(bytes, from, to);
    this.at = skipSpace(bytes, from, end);
    if (end - this.at < 6 || end - this.at > 40) return false;
    if (!isDigit(bytes[this.at]!) || this.isNamed(bytes, end)) return this.parseNamed(bytes, end);
    const one = this.takeNumber(bytes, end);
    if (this.digits === 4) return this.parseYearFirst(bytes, end, one);
    if (this.digits > 2) return false;
    return this.parseYearLast(bytes, end, one);
  }

  private isNamed(bytes: Uint8Array, end: number): boolean {
    const letter = bytes[this.at + 2]! | 0x20;
    const next = bytes[this.at + 3]! | 0x20;
    return this.at + 3 < end && (isLetter(letter) || isLetter(next));
  }

  private parseYearFirst(bytes: Uint8Array, end: number, year: number): boolean {
    const { result } = this;
    const separator = this.takeSeparator(bytes, end, 'year');
    if (separator === 0) return false;
    result.year = year;
    result.first = this.takeNumber(bytes, end);
    if (!this.tookDigits(1, 2)) return false;
    result.isYearLast = result.isDotted = false;
    result.timeMs = 0;
    result.second = 1;
    const next = this.takeSeparator(bytes, end, 'month');
    if (this.at === end)
      return next === 0 ? separator === DASH || separator === SLASH : next === MONTH;
    if (next !== separator && !(separator === YEAR && next === MONTH)) return false;
    result.second = this.takeNumber(bytes, end);
    if (!this.tookDigits(1, 2)) return false;
    this.takeSeparator(bytes, end, 'day');
    return this.takeTime(bytes, end);
  }

  private parseYearLast(bytes: Uint8Array, end: number, one: number): boolean {
    const { result } = this;
    const separator = bytes[this.at++];
    if (separator !== DASH && separator !== SLASH && separator !== DOT) return false;
    result.first = one;
    result.second = this.takeNumber(bytes, end);
    if (!this.tookDigits(1, 2) || bytes[this.at++] !== separator) return false;
    result.year = this.takeNumber(bytes, end);
    if (!this.tookDigits(4, 4)) return false;
    result.isYearLast = true;
    result.isDotted = separator === DOT;
    result.timeMs = 0;
    return this.takeTime(bytes, end);
  }

  private parseNamed(bytes: Uint8Array, end: number): boolean {
    const match = NAMED.exec(decoder.decode(bytes.subarray(this.at, end)));
    if (match === null) return false;
    const word = (match[2] ?? match[4] ?? '').toLowerCase();
    const month = MONTHS.findIndex((name) => word === name || word === name.slice(0, 3));
    if (month < 0) return false;
    Object.assign(this.result, {
      year: Number(match[3] ?? match[6]),
      first: month + 1,
      second: Number(match[1] ?? match[5]),
      isYearLast: false,
      isDotted: false,
      timeMs: 0,
    });
    return true;
  }

  private takeNumber(bytes: Uint8Array, end: number): number {
    const from = this.at;
    let value = 0;
    while (this.at < end && isDigit(bytes[this.at]!)) value = value * 10 + bytes[this.at++]! - 0x30;
    this.digits = this.at - from;
    return value;
  }

  private tookDigits(least: number, most: number): boolean {
    return this.digits >= least && this.digits <= most;
  }

  /** Takes `-`, `/`, `.` or 年, 月, 日; returns its code, 0 when there is none. */
  private takeSeparator(bytes: Uint8Array, end: number, after: 'year' | 'month' | 'day'): number {
    const byte = bytes[this.at]!;
    if (this.at < end && after !== 'day' && (byte === DASH || byte === SLASH || byte === DOT)) {
      this.at++;
      return byte;
    }
    const sign = after === 'year' ? 0xe5b9b4 : after === 'month' ? 0xe69c88 : 0xe697a5;
    const code = (byte << 16) | (bytes[this.at + 1]! << 8) | bytes[this.at + 2]!;
    if (this.at + 3 > end || code !== sign) return 0;
    this.at += 3;
    return after === 'year' ? YEAR : MONTH;
  }

  /** Takes ` 09:30`, `T09:30:15.250`, `9时30分`, then `Z` or `+08:00`; nothing else may follow. */
  private takeTime(bytes: Uint8Array, end: number): boolean {
    if (this.at === end) return true;
    if (bytes[this.at] === 0x54 || bytes[this.at] === 0x74) this.at++;
    else if (skipSpace(bytes, this.at, end) === this.at) return false;
    this.at = skipSpace(bytes, this.at, end);
    const hours = this.takeNumber(bytes, end);
    if (!this.tookDigits(1, 2) || bytes[this.at++] !== COLON) return false;
    const minutes = this.takeNumber(bytes, end);
    if (!this.tookDigits(2, 2)) return false;
    const seconds = this.takeSeconds(bytes, end);
    if (hours > 24 || minutes > 59 || !(seconds < 61)) return false;
    this.result.timeMs = hours * 3_600_000 + minutes * 60_000 + Math.round(seconds * 1000);
    return this.takeZone(bytes, end);
  }

  private takeSeconds(bytes: Uint8Array, end: number): number {
    if (this.at >= end || bytes[this.at] !== COLON) return 0;
    this.at++;
    const whole = this.takeNumber(bytes, end);
    if (!this.tookDigits(2, 2)) return NaN;
    if (this.at >= end || bytes[this.at] !== DOT) return whole;
    this.at++;
    const fraction = this.takeNumber(bytes, end);
    return !this.tookDigits(1, 9) ? NaN : whole + fraction / 10 ** this.digits;
  }

  private takeZone(bytes: Uint8Array, end: number): boolean {
    this.at = skipSpace(bytes, this.at, end);
    if (this.at === end) return true;
    const sign = bytes[this.at++];
    if (sign === 0x5a || sign === 0x7a) return this.at === end;
    if (sign !== 0x2b && sign !== DASH) return false;
    const number = this.takeNumber(bytes, end);
    let hours = number;
    let minutes = 0;
    if (this.digits === 4) {
      hours = Math.floor(number / 100);
      minutes = number % 100;
    } else if (bytes[this.at] === COLON && this.at < end) {
      this.at++;
      minutes = this.takeNumber(bytes, end);
    }
    if (hours > 15 || minutes > 59) return false;
    this.result.timeMs += (hours * 60 + minutes) * (sign === DASH ? 60_000 : -60_000);
    return this.at === end;
  }
}

const YEAR = 1;
const MONTH = 2;

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLetter(lowercase: number): boolean {
  return lowercase >= 0x61 && lowercase <= 0x7a;
}

/** Milliseconds since 1970 (UTC), or NaN when the calendar has no such day. */
export function toMs(date: ParsedDate, order: DayOrder): number {
  const isSwapped = date.isYearLast && (date.isDotted || order === 'day-first');
  const month = isSwapped ? date.second : date.first;
  const day = isSwapped ? date.first : date.second;
  if (date.year < 1000 || month < 1 || month > 12 || day < 1 || day > daysIn(date.year, month)) {
    return NaN;
  }
  return daysSince1970(date.year, month, day) * DAY_MS + date.timeMs;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
export function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
