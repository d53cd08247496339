import { capitalize, formatNumber, formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import type { RuleFidelity, SegmentFigures, VerdictKind } from './display';
import { reasonWords, shorten, type Told } from './reason-words';
import { misplacedShare } from './summarize';
import { fidelityOf } from './verdict';

export const viewWords = {
  segment: { zh: '分群', en: 'Segment' },
  rows: { zh: '行数', en: 'Rows' },
  distribution: { zh: '轮廓系数', en: 'Silhouette' },
  mean: { zh: '均值', en: 'Mean' },
  cohesion: { zh: '内距', en: 'Within' },
  cohesionHint: {
    zh: '各行到本群均值的平均距离，按特征的单位',
    en: 'Mean distance of its rows to their mean, in the units of the features',
  },
  separation: { zh: '邻距', en: 'To next' },
  separationHint: {
    zh: '本群均值到最近的别的群均值的距离，按特征的单位',
    en: 'Distance of its mean to the nearest other mean, in the units of the features',
  },
  stability: { zh: '稳定度', en: 'Stability' },
  stabilityHint: {
    zh: '重抽样后再分，这一群有多像原来的（Jaccard 系数）和 95 % 区间；刻度在 0.6 和 0.75',
    en: 'How alike it is when rows are drawn and segmented anew (Jaccard) with a 95% interval; ticks at 0.6 and 0.75',
  },
  rules: { zh: '规则', en: 'Rules' },
  rulesHint: {
    zh: '几条规则在没学过的行上说得多准：精确率与召回率的调和平均（F1）',
    en: 'How well a few rules tell it on rows they were not learnt from: harmonic mean of precision and recall (F1)',
  },
  table: { zh: '各分群的结论和依据', en: 'Verdict on each segment, and what it rests on' },
  axis: {
    zh: '各行的值从高到低排开；横轴从 −1 到 1，灰线是 0，黑线是均值',
    en: 'Values of its rows, highest first, from −1 to 1; grey line: 0, dark line: mean',
  },
} satisfies Record<string, Words>;

export const verdictWords: Readonly<Record<VerdictKind, Words>> = {
  use: { zh: '用得上', en: 'Use it' },
  care: { zh: '谨慎用', en: 'Use with care' },
  avoid: { zh: '别据此行动', en: 'Do not act on it' },
};

export const PENDING: Words = { zh: '正在算…', en: 'Being measured…' };

/** The reasons for a verdict in one line; for a segment that can be used what speaks for it. */
export function reasonsLine(segment: SegmentFigures, told: Told, language: Language): string {
  const { verdict } = segment;
  if (!verdict) return '';
  const parts =
    verdict.kind === 'use'
      ? supports(segment)
      : verdict.reasons.map((reason) => reasonWords(reason, segment, told));
  const line = parts.map((words) => words[language]).join(language === 'zh' ? '；' : '; ');
  const misplaced = misplacedShare(segment.histogram);
  if (misplaced < 0.01 || segment.size === 1) return capitalize(line);
  const share = formatPercent(misplaced, language, 0);
  return capitalize(
    language === 'zh'
      ? `${line}；${share} 的行更靠近别的分群`
      : `${line}; ${share} of its rows are nearer to another`,
  );
}

function supports({ stability, silhouette, rules }: SegmentFigures): Words[] {
  const fidelity = fidelityOf(rules);
  const found: Words[] = [];
  if (stability) {
    const value = formatNumber(stability.mean, 2);
    found.push({ zh: `换一批行还在（稳定度 ${value}）`, en: `comes back (stability ${value})` });
  }
  if (silhouette !== null) {
    const value = formatNumber(silhouette, 3);
    found.push({ zh: `分得开（轮廓系数 ${value}）`, en: `lies apart (silhouette ${value})` });
  }
  if (fidelity !== null) {
    const value = formatNumber(fidelity, 2);
    found.push({ zh: `说得清（规则 F1 ${value}）`, en: `can be told (rules, F1 ${value})` });
  }
  return found;
}

/** The picture of a segment's values as a sentence. */
export function profileSentence(segment: SegmentFigures, language: Language): string {
  const below = formatPercent(misplacedShare(segment.histogram), language, 0);
  return language === 'zh'
    ? `各行的轮廓系数，从高到低，${below} 低于 0`
    : `Silhouette values, highest first, ${below} below 0`;
}

/** F1 of the rules as it is shown, and what it is made of. */
export function rulesShown(
  rules: RuleFidelity | null,
): { readonly value: string; readonly title: Words } | null {
  const fidelity = fidelityOf(rules);
  if (!rules || fidelity === null) return null;
  const { right, named, heldOut } = rules;
  const precision = (language: Language) =>
    formatPercent(named > 0 ? right / named : 0, language, 0);
  const recall = (language: Language) => formatPercent(right / heldOut, language, 0);
  return {
    value: formatNumber(fidelity, 2),
    title: {
      zh: `精确率 ${precision('zh')}，召回率 ${recall('zh')}；没学过的行里这一群有 ${heldOut} 行`,
      en: `Precision ${precision('en')}, recall ${recall('en')}; ${heldOut} of the rows not learnt from are in it`,
    },
  };
}

/** Which segment is nearest and how far, for those who point at the figure. */
export function nearestTitle(
  { separation }: Pick<SegmentFigures, 'separation'>,
  names: readonly Words[],
): Words {
  if (!separation) return { zh: '', en: '' };
  const name = nameOf(names, separation.segment);
  return { zh: `离「${shorten(name.zh)}」`, en: `To ${shorten(name.en)}` };
}
