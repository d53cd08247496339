import { formatCount, formatNumber, formatPercent, isYearColumn } from '../../core/format';
import type { ColumnFilter, ColumnGlance } from '../../core/table-rows';
import type { ColumnMeta } from '../../core/values';
import type { Language } from '../../core/words';
import { tableWords as words } from '../../locale/table-view';

/** Numbers of years are not grouped. */
export function hasYears({ name }: ColumnMeta, glance: ColumnGlance | undefined): boolean {
  if (!glance?.range) return false;
  return isYearColumn(name, [glance.range.min, glance.range.max]);
}

/** A number with the decimals of its column; what would be rounded to zero is written by itself. */
export function numberText(value: number, decimals: number, isYear: boolean): string {
  if (isYear) return String(value);
  if (value !== 0 && Math.abs(value) < 0.5 * 10 ** -decimals) return formatNumber(value);
  return formatNumber(value, decimals);
}

/** Milliseconds since 1970 as an ISO day; nothing for what is no day. */
export function dayText(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** What the picture in the head of a column shows, for who does not see it. */
export function glanceWords(
  { type }: ColumnMeta,
  glance: ColumnGlance,
  { rows, language }: { readonly rows: number; readonly language: Language },
): string {
  const { missing, distinct, range, scale, decimals, top } = glance;
  const parts = [
    missing === 0
      ? words.noneMissing
      : words.glanceMissing(formatPercent(missing / Math.max(1, rows), language)),
  ];
  if (range) {
    const text = (value: number) =>
      type === 'date' ? dayText(value) : formatNumber(value, decimals);
    parts.push(words.spread(text(range.min), text(range.max), scale === 'log'));
  }
  parts.push(distinct === null ? words.manyDistinct : words.distinct(distinct));
  if (top[0]) parts.push(words.mostCommon(top[0].value));
  return parts.map((part) => part[language]).join(language === 'zh' ? '；' : '; ');
}

/** A filter in a few signs: `消费 ≥ 100`. */
export function filterText(column: ColumnMeta, filter: ColumnFilter, language: Language): string {
  const { name, type } = column;
  switch (filter.kind) {
    case 'contains':
      return `${name} ⊃ ${filter.text}`;
    case 'equals':
      return `${name} = ${filter.text}`;
    case 'one-of':
      return `${name} = ${filter.values.map(shortened).join(' / ')}`;
    case 'missing':
    case 'present':
      return `${name} ${(filter.kind === 'missing' ? words.isMissing : words.isPresent)[language]}`;
    case 'range': {
      const text = (value: number) => (type === 'date' ? dayText(value) : formatPlain(value));
      if (filter.min === null) return `${name} ≤ ${text(filter.max ?? 0)}`;
      if (filter.max === null) return `${name} ≥ ${text(filter.min)}`;
      return `${text(filter.min)} ≤ ${name} ≤ ${text(filter.max)}`;
    }
    default:
      return filter satisfies never;
  }
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

function formatPlain(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : String(value);
}
