import { formatError, formatNumber } from '../../core/format';
import type { Words } from '../../core/words';
import type { EvaluateDisplay } from './display';

/** One of the large figures: value, name, and which way is better. */
export interface Figure {
  readonly key: string;
  readonly value: string;
  readonly name: Words;
  readonly direction: Words;
}

/** Of silhouettes and their errors. */
export const DECIMALS = 3;

const UNDEFINED: Words = {
  zh: '分群数要在 2 和行数减 1 之间',
  en: 'needs 2 segments up to one less than the rows',
};

/** The figures of a segmentation; an undefined one is a dash with its reason. */
export function summarizeScores(display: EvaluateDisplay): readonly Figure[] {
  const isSampled = display.silhouetteError > 0;
  const silhouette = display.silhouette === null ? '—' : formatNumber(display.silhouette, DECIMALS);
  const error = isSampled ? errorWords(display.silhouetteError) : null;
  return [
    figure('silhouette', silhouette, {
      name: { zh: '轮廓系数', en: 'Silhouette' },
      direction: {
        zh: `−1…1，越大越好${error ? `（${error.zh}）` : ''}`,
        en: `−1…1, higher is better${error ? ` (${error.en})` : ''}`,
      },
    }),
    figure('simplified', formatIndex(display.simplifiedSilhouette, 3), {
      name: { zh: '简化轮廓系数', en: 'Simplified silhouette' },
      direction: {
        zh: '全部行，只量到各群均值；越大越好',
        en: 'all rows, to segment means only; higher is better',
      },
    }),
    figure('calinski', formatIndex(display.calinskiHarabasz), {
      name: { zh: 'CH 指数', en: 'Calinski–Harabasz' },
      direction: { zh: '越大越好', en: 'higher is better' },
    }),
    figure('davies', formatIndex(display.daviesBouldin, 3), {
      name: { zh: 'Davies–Bouldin', en: 'Davies–Bouldin' },
      direction: { zh: '越小越好', en: 'lower is better' },
    }),
    figure('inertia', formatNumber(display.inertia), {
      name: { zh: '簇内平方和', en: 'Inertia' },
      direction: {
        zh: '越小越紧，分群越多越小',
        en: 'lower is tighter; falls with more segments',
      },
    }),
  ];
}

/** How far a sampled figure may be off; one that would round to zero is not called zero. */
function errorWords(error: number): Words {
  const size = formatError(error, DECIMALS);
  if (!size.startsWith('<')) return { zh: `± ${size}`, en: `± ${size}` };
  return { zh: `误差 ${size}`, en: `error ${size}` };
}

function figure(
  key: string,
  value: string,
  words: { readonly name: Words; readonly direction: Words },
): Figure {
  return { key, value, name: words.name, direction: value === '—' ? UNDEFINED : words.direction };
}

function formatIndex(value: number | null, decimals?: number): string {
  return value === null ? '—' : formatNumber(value, decimals);
}

/** Share of the scored rows below zero, that is nearer to another segment than to their own. */
export function misplacedShare(histogram: readonly number[]): number {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const below = histogram.slice(0, histogram.length / 2).reduce((sum, count) => sum + count, 0);
  return total > 0 ? below / total : 0;
}
