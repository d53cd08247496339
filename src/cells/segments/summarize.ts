import { isStrongTgi, tgiSpan } from '../../charts/bars/layout-tgi';
import { formatNumber, formatPercent, isYearColumn, sharedDecimals } from '../../core/format';
import type { Language } from '../../core/words';
import type { SegmentLine, SegmentsDisplay } from './display';

/** What the table shows of one line in one segment. */
export interface SegmentFigure {
  readonly mean: string;
  /** Null where TGI is undefined. */
  readonly tgi: number | null;
  /** TGI as a figure, or the deviation in standard deviations where TGI is undefined. */
  readonly figure: string;
  readonly isStrong: boolean;
}

/** One row of the table in the reader's language. */
export interface SegmentRow {
  readonly key: string;
  readonly name: string;
  /** The value of the column that is counted; null for a mean. */
  readonly level: string | null;
  readonly unit?: string;
  readonly overall: string;
  readonly figures: readonly SegmentFigure[];
}

export function segmentRow(line: SegmentLine, language: Language): SegmentRow {
  const format = formatOf(line, language);
  return {
    key: keyOf(line),
    name: line.column.name,
    level: line.level,
    ...(line.column.unit === undefined || line.level !== null ? {} : { unit: line.column.unit }),
    overall: format(line.overall),
    figures: line.means.map((mean, segment) => {
      const tgi = line.tgi[segment] ?? null;
      return {
        mean: format(mean),
        tgi,
        figure:
          tgi === null
            ? effectFigure(line.effect[segment] ?? null, language)
            : formatNumber(tgi, 0),
        isStrong: isStrongTgi(tgi),
      };
    }),
  };
}

function keyOf(line: SegmentLine): string {
  return line.level === null ? line.column.id : `${line.column.id}=${line.level}`;
}

/** Means in original units with the same decimals along the line; shares of a level as percentages. */
function formatOf(line: SegmentLine, language: Language): (value: number | null) => string {
  if (line.level !== null) {
    return (value) => (value === null ? '—' : formatPercent(value, language));
  }
  const figures = [line.overall, ...line.means];
  if (isYearColumn(line.column.name, figures)) {
    return (value) => (value === null ? '—' : value.toFixed(1));
  }
  const decimals = sharedDecimals(figures);
  return (value) => (value === null ? '—' : formatNumber(value, decimals));
}

function effectFigure(effect: number | null, language: Language): string {
  if (effect === null) return '—';
  const deviations = language === 'zh' ? '标准差' : 'sd';
  return `${effect > 0 ? '+' : ''}${formatNumber(effect, 1)} ${deviations}`;
}

/** The scale of all TGI bars of a table. */
export function spanOf(display: SegmentsDisplay): number {
  return tgiSpan(display.lines.flatMap((line) => line.tgi));
}

/** The sum that the segments share most unevenly: what "11 % of customers bring 58 %" is about. */
export function mostUnevenSum(display: SegmentsDisplay): SegmentLine | null {
  const shares = display.sizes.map((size) => size / Math.max(1, display.rows));
  let most: SegmentLine | null = null;
  let largest = 0;
  for (const line of display.lines) {
    if (line.sumShare === null) continue;
    const distance = shares.reduce(
      (sum, share, i) => sum + Math.abs((line.sumShare?.[i] ?? 0) - share),
      0,
    );
    if (distance > largest) [most, largest] = [line, distance];
  }
  return most;
}

/** The lines that tell one segment apart, most telling first: by effect, else by TGI; one level a column. */
export function mostTelling(
  display: SegmentsDisplay,
  segment: number,
  count: number,
): readonly SegmentLine[] {
  const seen = new Set<string>();
  return display.lines
    .map((line) => ({ line, weight: tellingWeight(line, segment) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ line }) => {
      if (seen.has(line.column.id)) return [];
      seen.add(line.column.id);
      return [line];
    })
    .slice(0, count);
}

function tellingWeight(line: SegmentLine, segment: number): number {
  const effect = line.effect[segment] ?? null;
  if (effect !== null) return Math.abs(effect);
  const tgi = line.tgi[segment] ?? null;
  return tgi !== null && tgi > 0 ? Math.abs(Math.log(tgi / 100)) : 0;
}
