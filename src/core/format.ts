import type { Language } from './words';

/**
 * Numbers as words and digits in both languages, by hand rather than by Intl: the same digits in
 * every browser, in Node and in recorded tests. Negative numbers carry a minus sign (U+2212), and
 * what rounds to zero never does. A value that is not finite is shown as a dash.
 */
const NO_NUMBER = '—';

/** What needs more decimals than these, or more digits than toFixed writes, is shown as 4.67e+23. */
const MOST_DECIMALS = 12;
const HUGE = 1e21;

function exponential(size: number): string {
  return size.toExponential(2).replace('-', '−');
}

function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function fixed(value: number, decimals: number): string {
  const size = Math.abs(value);
  const isTiny = size > 0 && decimals >= MOST_DECIMALS && size * 10 ** decimals < 10;
  if (size >= HUGE || isTiny) return `${value < 0 ? '−' : ''}${exponential(size)}`;
  const text = size.toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const isZero = /^[0.]*$/.test(text);
  const sign = value < 0 && !isZero ? '−' : '';
  return `${sign}${groupDigits(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A whole number with grouped digits: `118,481`. */
export function formatCount(count: number): string {
  return Number.isFinite(count) ? fixed(Math.round(count), 0) : NO_NUMBER;
}

/** The decimals that leave about three digits that matter: 1,317 · 41.3 · 6.84 · 0.447 · 0.0021. */
function usualDecimals(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || size === 0) return 0;
  if (size >= 10) return 1;
  if (size >= 1) return 2;
  for (let decimals = 3; decimals < MOST_DECIMALS; decimals++) {
    if (size * 10 ** decimals >= 10) return decimals;
  }
  return MOST_DECIMALS;
}

/**
 * A number with grouped digits and this many decimals; without `decimals`, as many as leave about
 * three digits that matter (none for whole numbers). The same in both languages.
 */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  if (decimals !== undefined) return fixed(value, decimals);
  return fixed(value, Number.isInteger(value) ? 0 : usualDecimals(value));
}

/** The size of an error with the decimals of what it belongs to; one that would round to 0.000 is `< 0.001`. */
export function formatError(error: number, decimals: number): string {
  const least = 10 ** -decimals;
  return error < least / 2 ? `< ${fixed(least, decimals)}` : formatNumber(error, decimals);
}

/** A share (0.303) as a percentage: `30.3 %` in Chinese, `30.3%` in English. */
export function formatPercent(share: number, language: Language, decimals = 1): string {
  if (!Number.isFinite(share)) return NO_NUMBER;
  return `${fixed(share * 100, decimals)}${language === 'zh' ? ' %' : '%'}`;
}

const COUNT_WORDS = {
  zh: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'],
  en: [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
} as const;

/**
 * A small count as a word, to stand directly before a measure word or noun: 四个分群, 两个分群,
 * `four segments`. Above twelve digits are used; in Chinese they bring the space that parts digits
 * from Han, so that `${countWord(n, 'zh')}个` is right for every n.
 */
export function countWord(count: number, language: Language): string {
  const word = COUNT_WORDS[language][count];
  if (word !== undefined) return word;
  return language === 'zh' ? `${formatCount(count)} ` : formatCount(count);
}

/** The same count after Han, where digits want a space before them too: 其中三, 其中 22 . */
export function countAfterHan(count: number): string {
  const word = countWord(count, 'zh');
  return /^\d/.test(word) ? ` ${word}` : word;
}

/** The same text with its first letter in upper case, to begin a sentence. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * One number of decimals for figures that are read against each other: by their typical size
 * (none from 100, one from 1), more where a figure would otherwise be rounded to zero, none
 * when all are whole. Costs a sort of the values.
 */
export function sharedDecimals(values: readonly (number | null)[]): number {
  const sizes = values
    .flatMap((value) => (value !== null && Number.isFinite(value) && value !== 0 ? [value] : []))
    .map(Math.abs)
    .sort((a, b) => a - b);
  const [smallest, typical] = [sizes[0], sizes[(sizes.length - 1) >> 1]];
  if (smallest === undefined || typical === undefined || sizes.every(Number.isInteger)) return 0;
  const usual = typical >= 100 ? 0 : Math.max(1, -Math.floor(Math.log10(typical)) + 1);
  const needed = Math.min(usual + 3, Math.ceil(-Math.log10(smallest * 2)));
  return Math.min(MOST_DECIMALS, Math.max(usual, needed));
}

const YEAR_NAME = /(^|[^a-z])(year|yr)([^a-z]|$)|Year|年份|生年|年度$/;

/** True when the figures of a column are years by its name and their size: their digits are not grouped. */
export function isYearColumn(name: string, figures: readonly (number | null)[]): boolean {
  const known = figures.flatMap((figure) => (figure === null ? [] : [figure]));
  return (
    known.length > 0 && YEAR_NAME.test(name) && known.every((year) => year > 1500 && year < 2200)
  );
}
