import { defineFace, type SentencePart } from '../../core/cell-face';
import { formatCount, formatNumber } from '../../core/format';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { EvaluateDisplay } from './display';
import { sourceLine } from './source-line';
import { asShown } from './verdict';
import { verdictsFinding } from './verdicts-finding';

/**
 * What a mean silhouette means, after Kaufman and Rousseeuw (Finding Groups in Data, 1990, table
 * 4.3): from 0.7 strong, from 0.5 reasonable, from 0.25 weak structure, below none to speak of.
 */
const BANDS = [
  { from: 0.7, zh: '分群彼此分得很开', en: 'The segments lie far apart' },
  { from: 0.5, zh: '分群彼此分得开', en: 'The segments lie apart' },
  { from: 0.25, zh: '分群有别，但边缘相接', en: 'The segments differ, but touch at their edges' },
] as const;

function undefinedFinding({ clusters, rows }: EvaluateDisplay): Words {
  if (clusters === 1) {
    return {
      zh: '只有一个分群，没有可以比较的。',
      en: 'There is one segment only: nothing to compare.',
    };
  }
  return {
    zh: `${formatCount(rows)} 行分成 ${formatCount(clusters)} 群，每群一行，没有可以评估的。`,
    en: `${formatCount(rows)} rows in ${formatCount(clusters)} segments of one row each: nothing to score.`,
  };
}

/** While stability is being measured there are no verdicts yet. */
function silhouetteFinding(silhouette: number): Words {
  const value = formatNumber(silhouette, 3);
  const band = BANDS.find(({ from }) => asShown(silhouette, 3) >= from);
  if (!band) {
    return {
      zh: `没有清楚的分群：轮廓系数只有 ${value}。这也是结论。`,
      en: `No clear structure: the silhouette is only ${value}. That is an answer too.`,
    };
  }
  return {
    zh: `${band.zh}：轮廓系数 ${value}。`,
    en: `${band.en}: silhouette ${value}.`,
  };
}

function finding(display: EvaluateDisplay, _params: unknown, names: readonly Words[]): Words {
  const { silhouette, segments } = display;
  if (silhouette === null) return undefinedFinding(display);
  const verdicts = segments.flatMap(({ verdict }) => verdict ?? []);
  if (verdicts.length < segments.length) return silhouetteFinding(silhouette);
  return verdictsFinding({ display, names });
}

function stabilityMargin(bootstraps: number, rows: number): readonly SentencePart[] {
  if (bootstraps === 0) {
    return [
      { words: { zh: '不算稳定度', en: 'Stability is left out' }, param: 'bootstraps' },
      { words: { zh: '。', en: '. ' } },
    ];
  }
  return [
    { words: { zh: '稳定度用 ', en: 'Stability from ' } },
    {
      words: { zh: `${bootstraps} 次自助抽样`, en: countOf(bootstraps, 'bootstrap sample') },
      param: 'bootstraps',
    },
    { words: { zh: '，每次最多 ', en: ' of at most ' } },
    {
      words: { zh: `${formatCount(rows)} 行`, en: `${formatCount(rows)} rows` },
      param: 'stabilityRows',
    },
    { words: { zh: '。', en: '. ' } },
  ];
}

function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin: ({ minimumSize, bootstraps, stabilityRows, sampleRows }): readonly SentencePart[] => [
    { words: { zh: '少于 ', en: 'Fewer than ' } },
    {
      words: { zh: `${formatCount(minimumSize)} 行`, en: `${formatCount(minimumSize)} rows` },
      param: 'minimumSize',
    },
    { words: { zh: '的分群不用。', en: ' are no segment to act on. ' } },
    ...stabilityMargin(bootstraps, stabilityRows),
    { words: { zh: '超过 ', en: 'Above ' } },
    {
      words: { zh: `${formatCount(sampleRows)} 行`, en: `${formatCount(sampleRows)} rows` },
      param: 'sampleRows',
    },
    { words: { zh: '，轮廓系数按分群抽样。', en: ' the silhouette is sampled by segment.' } },
  ],
});
