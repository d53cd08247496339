import type { ParamText } from '../../core/cell-text';
import type { Words } from '../../core/words';

/** Captions of the parameters that the relatives of K-means share. */
export const clustersText: ParamText = {
  label: { zh: '簇数 k', en: 'Clusters (k)' },
  hint: { zh: '要分成几群。', en: 'How many segments to find.' },
};

const STARTS: Readonly<Record<string, Words>> = {
  'k-means++': { zh: '贪心 k-means++', en: 'greedy k-means++' },
  random: { zh: '随机的行', en: 'random rows' },
  'farthest-first': { zh: '最远优先', en: 'farthest first' },
};

export function startWords(start: string): Words {
  return STARTS[start] ?? { zh: start, en: start };
}

export const startText = {
  label: { zh: '起点', en: 'Start' },
  hint: {
    zh: '最初的质心怎么选。最远优先每次取离已选各行最远的一行，容易选中离群的行。',
    en: 'How the first centroids are chosen. Farthest first takes the row farthest from those chosen, which favours outliers.',
  },
  options: STARTS,
} satisfies ParamText;

/** How a result was started, for the line under it. */
export function startMade({ start }: { readonly start: string }): readonly Words[] {
  const { zh, en } = startWords(start);
  return [{ zh: `起点：${zh}`, en: `starts: ${en}` }];
}

export const maxIterationsText: ParamText = {
  label: { zh: '最多迭代', en: 'Most iterations' },
  hint: { zh: '到这么多次还没有稳定，就停。', en: 'Stops here even if not settled.' },
};

export const toleranceText: ParamText = {
  label: { zh: '容差', en: 'Tolerance' },
  hint: {
    zh: '质心一次移动的平方和不超过它乘以特征的平均方差，就算稳定。',
    en: 'Settled when the squared moves of all centroids add up to no more than this times the mean feature variance.',
  },
};

export const restartsLabel: Words = { zh: '重启次数', en: 'Restarts' };
