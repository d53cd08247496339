import { formatNumber, formatPercent, isYearColumn, sharedDecimals } from '../../core/format';
import type { ColumnMeta } from '../../core/values';
import type { Language } from '../../core/words';
import type { PersonaLine } from './display';

const BEFORE = /^[¥￥$€£₩₹]$/;
const DAY_MS = 86_400_000;

function withUnit(figure: string, unit: string | undefined, language: Language): string {
  if (unit === undefined) return figure;
  if (BEFORE.test(unit)) {
    return /^[−+]/.test(figure)
      ? `${figure.charAt(0)}${unit}${figure.slice(1)}`
      : `${unit}${figure}`;
  }
  return unit === '%' && language === 'en' ? `${figure}%` : `${figure} ${unit}`;
}

function decimalsOf({ overall, figures }: PersonaLine): number {
  return sharedDecimals([overall, ...figures.map(({ value }) => value)]);
}

function dayOf(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '—' : date.toISOString().slice(0, 10);
}

/** A figure of a line as it stands in sentences: ¥348, 70.1 %, 214, 2024-05-01. */
export function figureText(line: PersonaLine, value: number, language: Language): string {
  const { column, level, overall, figures } = line;
  if (level !== null) return formatPercent(value, language);
  if (column.type === 'date') return dayOf(value);
  if (isYearColumn(column.name, [overall, ...figures.map((figure) => figure.value)])) {
    return value.toFixed(1);
  }
  return withUnit(formatNumber(value, decimalsOf(line)), column.unit, language);
}

/** Both ends of an interval, with more decimals where they would look the same: ¥341–355. */
export function rangeText(
  line: PersonaLine,
  { low, high }: { readonly low: number; readonly high: number },
  language: Language,
): string {
  const { column, level } = line;
  if (column.type === 'date') return low === high ? dayOf(low) : `${dayOf(low)} – ${dayOf(high)}`;
  if (level !== null) {
    const ends = numbersApart(low * 100, high * 100, 1);
    return language === 'zh' ? `${ends} %` : `${ends}%`;
  }
  return withUnit(numbersApart(low, high, decimalsOf(line)), column.unit, language);
}

/** How far a segment lies from the others, both ends with their sign: +12.1 – +13.4. */
export function differenceText(
  line: PersonaLine,
  { low, high }: { readonly low: number; readonly high: number },
  language: Language,
): string {
  const { column, level } = line;
  const isZh = language === 'zh';
  const points = isZh ? '个百分点' : 'points';
  if (level !== null) return `${signedApart(low * 100, high * 100, 1)} ${points}`;
  if (column.type === 'date') {
    return `${signedApart(low / DAY_MS, high / DAY_MS, 0)} ${isZh ? '天' : 'days'}`;
  }
  const apart = signedApart(low, high, decimalsOf(line));
  return column.unit === '%' ? `${apart} ${points}` : withUnit(apart, column.unit, language);
}

const MOST_DECIMALS = 6;

/** Decimals by which the ends can be told apart. */
function decimalsApart(low: number, high: number, usual: number): number {
  let decimals = usual;
  while (
    low !== high &&
    decimals < MOST_DECIMALS &&
    formatNumber(low, decimals) === formatNumber(high, decimals)
  ) {
    decimals++;
  }
  return decimals;
}

function numbersApart(low: number, high: number, usual: number): string {
  const decimals = decimalsApart(low, high, usual);
  const [from, to] = [formatNumber(low, decimals), formatNumber(high, decimals)];
  if (from === to) return from;
  return low < 0 ? `${from} – ${to}` : `${from}–${to}`;
}

function signedApart(low: number, high: number, usual: number): string {
  const decimals = decimalsApart(low, high, usual);
  const [from, to] = [low, high].map((value) => {
    const text = formatNumber(value, decimals);
    return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  });
  return from === to ? from! : `${from} – ${to}`;
}

/** One value of the table, numbers with this many decimals. */
export function valueText(
  { name, type, unit, decimals }: ColumnMeta & { readonly decimals: number },
  value: number | string | null,
  language: Language,
): string {
  if (value === null) return '—';
  if (type === 'boolean') {
    const isYes = value === 'true';
    return language === 'zh' ? (isYes ? '是' : '否') : isYes ? 'yes' : 'no';
  }
  // Cards are narrow: the day of a moment, as everywhere in them.
  if (typeof value === 'string') return type === 'date' ? value.slice(0, 10) : value;
  if (isYearColumn(name, [value])) return String(value);
  return withUnit(formatNumber(value, decimals), unit, language);
}
