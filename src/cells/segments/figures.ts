import { formatNumber, formatPercent, isYearColumn, sharedDecimals } from '../../core/format';
import type { Words } from '../../core/words';
import type { SegmentLine } from './display';

const BEFORE = /^[¥￥$€£₩₹]$/;

/** A figure of a line with its unit: ¥6,744, 41 %, 214; shares of a level as percentages. */
export function valueWords(line: SegmentLine, value: number | null): Words {
  if (value === null) return { zh: '—', en: '—' };
  if (line.level !== null) {
    return { zh: formatPercent(value, 'zh'), en: formatPercent(value, 'en') };
  }
  const figures = [line.overall, ...line.means];
  if (isYearColumn(line.column.name, figures))
    return { zh: value.toFixed(1), en: value.toFixed(1) };
  const figure = formatNumber(value, sharedDecimals(figures));
  const { unit } = line.column;
  if (unit === undefined) return { zh: figure, en: figure };
  if (BEFORE.test(unit)) {
    const signed = figure.startsWith('−') ? `−${unit}${figure.slice(1)}` : `${unit}${figure}`;
    return { zh: signed, en: signed };
  }
  return { zh: `${figure} ${unit}`, en: unit === '%' ? `${figure}%` : `${figure} ${unit}` };
}
