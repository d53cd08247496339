import { formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import type { ColumnDisplay, FeaturesDisplay } from './display';

/** From this share on, one column among several decides more than all others would like. */
const DOMINANT = 0.5;
const MOST_NAMED = 3;

/** The columns by their share of the total squared distance, the largest first. */
export function byShare(columns: readonly ColumnDisplay[]): readonly ColumnDisplay[] {
  return [...columns].sort((a, b) => b.share - a.share);
}

/** Worth the headline: one of at least three columns has half of the distance or more. */
export function driverClause({ columns }: FeaturesDisplay): Words | null {
  const first = byShare(columns)[0];
  if (columns.length < 3 || first === undefined || first.share < DOMINANT) return null;
  return {
    zh: `距离的 ${formatPercent(first.share, 'zh', 0)} 来自「${first.name}」`,
    en: `${formatPercent(first.share, 'en', 0)} of the distance comes from ${first.name}`,
  };
}

/** What drives the segments, as a sentence: equal parts, or the columns with the largest. */
export function driverSentence({ columns }: FeaturesDisplay): Words {
  const sorted = byShare(columns);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { zh: '', en: '' };
  if (columns.length === 1) {
    return {
      zh: `远近全由「${first.name}」决定。`,
      en: `${first.name} alone decides what is near.`,
    };
  }
  if (first.share - last.share < 0.005) {
    const share = first.share;
    return {
      zh: `${columns.length} 列对距离的贡献一样大，各占 ${formatPercent(share, 'zh')}。`,
      en: `All ${columns.length} columns weigh the same: ${formatPercent(share, 'en')} of the distance each.`,
    };
  }
  const named = sorted.slice(0, Math.min(MOST_NAMED, columns.length - 1));
  const zh = named.map(({ name, share }) => `「${name}」${formatPercent(share, 'zh')}`).join('、');
  const en = named.map(({ name, share }) => `${name} ${formatPercent(share, 'en')}`).join(', ');
  return {
    zh: `谁和谁相近，最先由这些列决定：${zh}。`,
    en: `What is near is decided first by ${en}.`,
  };
}

/** Per cent of the width of a bar; the largest share fills it, and none is nothing. */
export function barWidth(share: number, most: number): number {
  return most > 0 ? Math.max(1, (100 * share) / most) : 0;
}
