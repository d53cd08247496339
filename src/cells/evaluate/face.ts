import { defineFace, type SentencePart } from '../../core/cell-type';
import { formatCount, formatNumber } from '../../core/format';
import type { Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import { definition } from './definition';
import type { EvaluateDisplay } from './display';
import { asShown } from './summarize';

/**
 * What a mean silhouette means, after Kaufman and Rousseeuw (Finding Groups in Data, 1990, table
 * 4.3): from 0.7 strong, from 0.5 reasonable, from 0.25 weak structure, below none to speak of.
 */
const BANDS = [
  { from: 0.7, zh: '分群彼此分得很开', en: 'The segments lie far apart' },
  { from: 0.5, zh: '分群彼此分得开', en: 'The segments lie apart' },
  { from: 0.25, zh: '分群有别，但边缘相接', en: 'The segments differ, but touch at their edges' },
] as const;

/** A segment this far below the mean is worth naming. */
const NOTABLY_SOFTER = 0.05;

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

/** The segment with the softest edge, if it stands out; a row alone has no edge. */
function softest(display: EvaluateDisplay, names: readonly Words[]): Words | null {
  const { segments, silhouette } = display;
  const values = segments.map(({ size, silhouette: own }) =>
    size > 1 && own !== null ? own : Infinity,
  );
  const least = Math.min(...values);
  if (segments.length < 3 || silhouette === null || least > silhouette - NOTABLY_SOFTER)
    return null;
  const name = nameOf(names, values.indexOf(least));
  const value = formatNumber(least, 3);
  if (least < 0) {
    return {
      zh: `「${name.zh}」不成一群（${value}）`,
      en: `${name.en} does not hold together (${value})`,
    };
  }
  return {
    zh: `「${name.zh}」的边界最模糊（${value}）`,
    en: `${name.en} has the softest edge (${value})`,
  };
}

function finding(display: EvaluateDisplay, _params: unknown, names: readonly Words[]): Words {
  const { silhouette } = display;
  if (silhouette === null) return undefinedFinding(display);
  const value = formatNumber(silhouette, 3);
  const band = BANDS.find(({ from }) => asShown(silhouette) >= from);
  if (!band) {
    return {
      zh: `没有清楚的分群：轮廓系数只有 ${value}。这也是结论。`,
      en: `No clear structure: the silhouette is only ${value}. That is an answer too.`,
    };
  }
  const soft = softest(display, names);
  return {
    zh: `${band.zh}：轮廓系数 ${value}${soft ? `；${soft.zh}` : ''}。`,
    en: `${band.en}: silhouette ${value}${soft ? `; ${soft.en}` : ''}.`,
  };
}

function sourceLine(display: EvaluateDisplay): Words {
  const { rows, silhouetteRows, silhouetteError, silhouette, segments } = display;
  const all = formatCount(rows);
  const indices = {
    zh: `CH、Davies–Bouldin 和簇内平方和按入模的 ${all} 行`,
    en: `Calinski–Harabasz, Davies–Bouldin and inertia on the ${all} rows of the model`,
  };
  if (silhouette === null) {
    return {
      zh: `入模的 ${all} 行 · 欧氏距离`,
      en: `The ${all} rows of the model · Euclidean distance`,
    };
  }
  const scored = formatCount(silhouetteRows);
  const labelled = segments.reduce((sum, { size }) => sum + size, 0);
  if (silhouetteRows === labelled) {
    return {
      zh: `轮廓系数逐对精确计算，${scored} 行 · ${indices.zh} · 欧氏距离`,
      en: `Silhouette exact over ${scored} rows · ${indices.en} · Euclidean distance`,
    };
  }
  const error = formatNumber(silhouetteError, 3);
  return {
    zh: `轮廓系数按分群抽样 ${scored} 行（标准误 ${error}）· ${indices.zh} · 欧氏距离`,
    en: `Silhouette on ${scored} rows drawn by segment (standard error ${error}) · ${indices.en} · Euclidean distance`,
  };
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  margin: ({ sampleRows }): readonly SentencePart[] => [
    { words: { zh: '超过 ', en: 'Above ' } },
    {
      words: { zh: `${formatCount(sampleRows)} 行`, en: `${formatCount(sampleRows)} rows` },
      param: 'sampleRows',
    },
    { words: { zh: '，轮廓系数按分群抽样。', en: ' the silhouette is sampled by segment.' } },
  ],
});
