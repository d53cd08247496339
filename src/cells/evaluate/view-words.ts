import { formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import type { SegmentSilhouette } from './display';
import { fitOf, misplacedShare } from './summarize';

export const viewWords = {
  segment: { zh: '分群', en: 'Segment' },
  rows: { zh: '行数', en: 'Rows' },
  distribution: { zh: '轮廓系数分布', en: 'Silhouette values' },
  mean: { zh: '均值', en: 'Mean' },
  verdict: { zh: '结论', en: 'Verdict' },
  table: { zh: '各分群的轮廓系数', en: 'Silhouette of each segment' },
  axis: { zh: '左边竖线是 0，黑线是均值', en: 'Grey line: 0; dark line: mean' },
} satisfies Record<string, Words>;

/** What the silhouette of one segment means, in words. */
export function verdictOf(
  segment: SegmentSilhouette,
  names: readonly Words[],
  language: Language,
): string {
  const neighbor =
    segment.neighbor === null ? null : shorten(nameOf(names, segment.neighbor)[language]);
  const fit = fitWords(segment, neighbor)[language];
  const misplaced = misplacedShare(segment.histogram);
  if (misplaced < 0.01) return fit;
  const share = formatPercent(misplaced, language, 0);
  return language === 'zh'
    ? `${fit}；${share} 的行更靠近别的分群`
    : `${fit}; ${share} of its rows are nearer to another`;
}

function shorten(name: string): string {
  const characters = [...name];
  return characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : name;
}

function fitWords(segment: SegmentSilhouette, neighbor: string | null): Words {
  const fit = fitOf(segment);
  if (fit === 'unknown') return { zh: '没有可评的行', en: 'No rows to score' };
  if (fit === 'single') return { zh: '只有一行', en: 'One row alone' };
  if (fit === 'clear') return { zh: '彼此清楚', en: 'Clearly apart' };
  if (fit === 'borders') {
    return neighbor === null
      ? { zh: '边缘模糊', en: 'Blurred at the edge' }
      : { zh: `边缘与「${neighbor}」相接`, en: `Borders on ${neighbor}` };
  }
  return neighbor === null
    ? { zh: '不紧凑', en: 'Not compact' }
    : { zh: `与「${neighbor}」重叠`, en: `Overlaps with ${neighbor}` };
}

/** The small histogram as a sentence. */
export function histogramSentence(segment: SegmentSilhouette, language: Language): string {
  const below = formatPercent(misplacedShare(segment.histogram), language, 0);
  return language === 'zh'
    ? `轮廓系数的直方图，${below} 低于 0`
    : `Histogram of silhouette values, ${below} below 0`;
}
