import { formatNumber, formatPercent, isYearColumn, sharedDecimals } from './format';
import type { ColumnMeta } from './values';
import type { Words } from './words';

const BEFORE = /^[¥￥$€£₩₹]$/;

/** How the figures of a column are written, so that they can be read against each other. */
export interface UnitFormat {
  readonly column: Pick<ColumnMeta, 'name' | 'unit'>;
  /** True for shares 0 … 1, written as percentages. */
  readonly isShare: boolean;
  /** All figures of the line; they get the same number of decimals. */
  readonly figures: readonly (number | null)[];
}

/** A figure without its unit: 6,744 · 41.0 · 30.3%; a dash for none. */
export function figureWords(value: number | null, format: UnitFormat): Words {
  if (value === null) return { zh: '—', en: '—' };
  if (format.isShare) return { zh: formatPercent(value, 'zh'), en: formatPercent(value, 'en') };
  const { column, figures } = format;
  const figure = isYearColumn(column.name, figures)
    ? value.toFixed(1)
    : formatNumber(value, sharedDecimals(figures));
  return { zh: figure, en: figure };
}

/** The same with its unit: ¥6,744, 41 %, 214. */
export function figureWithUnit(value: number | null, format: UnitFormat): Words {
  const { zh, en } = figureWords(value, format);
  const { unit } = format.column;
  if (value === null || format.isShare || unit === undefined) return { zh, en };
  if (BEFORE.test(unit)) {
    const signed = zh.startsWith('−') ? `−${unit}${zh.slice(1)}` : `${unit}${zh}`;
    return { zh: signed, en: signed };
  }
  return { zh: `${zh} ${unit}`, en: unit === '%' ? `${en}%` : `${en} ${unit}` };
}
