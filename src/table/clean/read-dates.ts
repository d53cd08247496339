import { DAY_MS, DateParser, daysSince1970, toMs } from '../read/parse-date';
import type { TextStore } from '../read/text-store';
import { failStep } from './fault';
import { SLOW_BLOCK, type Paced } from './pace';

/** Days from the epoch of spreadsheets to 1970, once their 29 February 1900 is behind. */
const SERIAL_EPOCH = 25_569;
/** The last day of the year 9999, where spreadsheets end. */
const LAST_SERIAL = 2_958_465;
/** Among texts a number is a day of a spreadsheet only from here on (1927): "12" is something else. */
const LEAST_SERIAL_TEXT = 10_000;
const SERIAL = /^\s*\d{5,7}(?:\.\d+)?\s*$/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})\s*$/;

/** A day as spreadsheets number them (1 is 1900-01-01), time as its fraction, in ms; NaN for none. */
export function serialToMs(serial: number): number {
  if (!(serial >= 1 && serial < LAST_SERIAL + 1)) return NaN;
  // Spreadsheets hold 1900 for a leap year: days before March are one later than they say.
  const days = serial < 60 ? serial + 1 : serial;
  return Math.round((days - SERIAL_EPOCH) * DAY_MS);
}

/** 20240501 as that day in ms; NaN when there is no such day between 1900 and 2099. */
export function compactToMs(value: number): number {
  const [year, month, day] = [
    Math.floor(value / 10_000),
    Math.floor(value / 100) % 100,
    value % 100,
  ];
  if (!Number.isInteger(value) || year < 1900 || year > 2099) return NaN;
  const ms = daysSince1970(year, month, day) * DAY_MS;
  const date = new Date(ms);
  const isReal = date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  return isReal ? ms : NaN;
}

/**
 * Numbers as dates: all of them compact days such as 20240501 where most are, else days of a
 * spreadsheet.
 */
export function datesOfNumbers(numbers: Float64Array): Float64Array {
  let compact = 0;
  let present = 0;
  for (const value of numbers) {
    if (Number.isNaN(value)) continue;
    present++;
    if (!Number.isNaN(compactToMs(value))) compact++;
  }
  return numbers.map(compact * 2 > present ? compactToMs : serialToMs);
}

/**
 * Texts as dates in ms, NaN where there is none. Without `dayFirst` the column decides which of two
 * leading numbers is the day, by one above 12; where nothing decides the step ends.
 */
export function* datesOfTexts(
  store: TextStore,
  { dayFirst, column }: { readonly dayFirst: boolean | undefined; readonly column: string },
): Paced<Float64Array> {
  const read = yield* bothOrders(store);
  const { proofs, isOpen } = read;
  if (dayFirst === undefined && isOpen && proofs.day === proofs.month) {
    return failStep({ code: 'date-order-unknown', column });
  }
  return (dayFirst ?? proofs.day > proofs.month) ? read.dayFirst : read.monthFirst;
}

interface BothOrders {
  readonly dayFirst: Float64Array;
  readonly monthFirst: Float64Array;
  readonly proofs: { readonly day: number; readonly month: number };
  /** Some date has its year last, so that the order matters. */
  readonly isOpen: boolean;
}

function* bothOrders(store: TextStore): Paced<BothOrders> {
  const dayFirst = new Float64Array(store.rows).fill(NaN);
  const monthFirst = new Float64Array(store.rows).fill(NaN);
  const proofs = { day: 0, month: 0 };
  const parser = new DateParser();
  let isOpen = false;
  let row = 0;
  for (const block of store.blocks) {
    for (let i = 0, from = 0; i < block.rows; i++, row++) {
      const to = block.ends[i]!;
      if (to > from && parser.parse(block.bytes, from, to)) {
        const { result } = parser;
        dayFirst[row] = toMs(result, 'day-first');
        monthFirst[row] = toMs(result, 'month-first');
        if (result.isYearLast && !result.isDotted) {
          isOpen = true;
          if (Number.isNaN(monthFirst[row]) && !Number.isNaN(dayFirst[row])) proofs.day++;
          if (Number.isNaN(dayFirst[row]) && !Number.isNaN(monthFirst[row])) proofs.month++;
        }
      } else if (to > from) {
        dayFirst[row] = monthFirst[row] = numberedDay(block.bytes.subarray(from, to));
      }
      from = to;
      if (i % SLOW_BLOCK === SLOW_BLOCK - 1) yield;
    }
    yield;
  }
  return { dayFirst, monthFirst, proofs, isOpen };
}

const decoder = new TextDecoder();

/** What is left of dates in a file that went through a spreadsheet: 45413, or 20240501. */
function numberedDay(bytes: Uint8Array): number {
  if (bytes.length > 24) return NaN;
  const text = decoder.decode(bytes);
  if (COMPACT.test(text)) return compactToMs(Number(text));
  if (!SERIAL.test(text) || Number(text) < LEAST_SERIAL_TEXT) return NaN;
  return serialToMs(Number(text));
}
