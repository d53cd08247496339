import { formatCount, formatNumber, formatPercent } from '../../core/format';
import type { Language } from '../../core/words';
import type { Verdict } from './decisions';
import type { JudgedColumn, SelectDisplay } from './display';
import { formatP, reasonWords } from './reason-words';

/** A column as the table shows it. */
export interface SelectRow {
  readonly name: string;
  readonly isKept: boolean;
  readonly advised: JudgedColumn['advised'];
  readonly decided: JudgedColumn['decided'];
  readonly reason: string;
  readonly missing: string;
  readonly variance: string;
  readonly link: string;
  /** Of the classes' sums. */
  readonly totals: string;
  readonly q: string;
  readonly information: string;
  readonly entry: string;
}

const NONE = '—';

/** Columns that are advised against first, then the others, those passed on unjudged last. */
export function selectRows(
  { judged, rows }: SelectDisplay,
  language: Language,
): readonly SelectRow[] {
  const place = ({ role, advised }: JudgedColumn) =>
    role !== 'feature' ? 2 : advised === 'drop' ? 0 : 1;
  return [...judged]
    .sort((a, b) => place(a) - place(b))
    .map((column) => ({
      name: column.name,
      isKept: column.isKept,
      advised: column.advised,
      decided: column.decided,
      reason: reasonWords(column.reason)[language],
      missing: column.role === 'feature' ? shareOf(column.missing, rows, language) : NONE,
      variance: column.variance === null ? NONE : formatNumber(column.variance),
      link: statisticOf(column.link),
      totals: statisticOf(column.totals),
      q: column.q === null ? NONE : formatP(column.q),
      information: column.information === null ? NONE : formatNumber(column.information, 3),
      entry: column.entry === null ? NONE : formatCount(column.entry),
    }));
}

function shareOf(missing: number, rows: number, language: Language): string {
  if (missing === 0) return '0';
  return missing / rows < 0.001 ? formatCount(missing) : formatPercent(missing / rows, language);
}

/** The statistic with its degrees of freedom, as papers write it. */
function statisticOf(test: JudgedColumn['link']): string {
  return test === null ? NONE : `${formatNumber(test.statistic, 1)} (${formatCount(test.degrees)})`;
}

/** True when classes' sums of some column were compared. */
export function hasTotals({ judged }: SelectDisplay): boolean {
  return judged.some(({ totals }) => totals !== null);
}

/** How many columns the advice would still drop. */
export function openAdvice({ judged }: SelectDisplay): number {
  return judged.filter((one) => one.advised === 'drop' && one.isKept && one.decided === null)
    .length;
}

/** What holds for a column that nobody decided about. */
export function fallbackFor({ judged }: SelectDisplay, name: string, apply: string): Verdict {
  const advised = judged.find((one) => one.name === name)?.advised ?? 'keep';
  return apply === 'advised' ? advised : 'keep';
}

/** The columns that entered the path, the first first. */
export function orderIn({ judged }: SelectDisplay): readonly string[] {
  return judged
    .filter(({ entry }) => entry !== null)
    .sort((a, b) => a.entry! - b.entry!)
    .map(({ name }) => name);
}
