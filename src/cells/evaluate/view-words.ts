import { formatNumber, formatPercent } from '../../core/format';
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
  distances: {
    zh: '各行到本群均值的平均距离，以及本群均值到最近的别的群均值的距离，按特征的单位',
    en: 'Mean distance of its rows to their mean, and from that to the nearest other mean, in the units of the features',
  },
  axis: {
    zh: '各行的值从高到低排开；横轴从 −1 到 1，灰线是 0，黑线是均值',
    en: 'Values of its rows, highest first, from −1 to 1; grey line: 0, dark line: mean',
  },
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

/** The picture of a segment's values as a sentence. */
export function profileSentence(segment: SegmentSilhouette, language: Language): string {
  const below = formatPercent(misplacedShare(segment.histogram), language, 0);
  return language === 'zh'
    ? `各行的轮廓系数，从高到低，${below} 低于 0`
    : `Silhouette values, highest first, ${below} below 0`;
}

/** How close its rows lie and how far the next segment is, in the units of the features. */
export function distancesSentence(
  { cohesion, separation }: SegmentSilhouette,
  names: readonly Words[],
  language: Language,
): string {
  if (cohesion === null) return '';
  const close = formatNumber(cohesion, 2);
  const own = language === 'zh' ? `到自己均值平均 ${close}` : `${close} from its mean`;
  if (separation === null) return own;
  const name = shorten(nameOf(names, separation.segment)[language]);
  const far = formatNumber(separation.distance, 2);
  return language === 'zh' ? `${own}，均值离「${name}」${far}` : `${own}; ${name} is ${far} away`;
}
