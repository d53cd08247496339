import { defineAlgorithmText } from '../../core/algorithm';
import type { Words } from '../../core/words';
import { bestOf, intoSegments } from '../parts/words';
import { definition } from './definition';

const STARTS: Readonly<Record<string, Words>> = {
  'k-means++': { zh: '贪心 k-means++', en: 'greedy k-means++' },
  random: { zh: '随机的行', en: 'random rows' },
  'farthest-first': { zh: '最远优先', en: 'farthest first' },
};

function startWords(start: string): Words {
  return STARTS[start] ?? { zh: start, en: start };
}

export const text = defineAlgorithmText(definition, {
  title: { zh: 'K 均值', en: 'K-means' },
  summary: {
    zh: '把每行归到最近的质心，再把质心移到各自行的均值，如此往复，直到不再变化。',
    en: 'Puts every row with its nearest centroid and moves each centroid to the mean of its rows, again and again until nothing changes.',
  },
  params: {
    clusters: {
      label: { zh: '簇数 k', en: 'Clusters (k)' },
      hint: { zh: '要分成几群。', en: 'How many segments to find.' },
    },
    restarts: {
      label: { zh: '重启次数', en: 'Restarts' },
      hint: {
        zh: '从不同的起点各算一遍，取簇内平方和最小的一次。',
        en: 'Runs from as many different starts; the one with the least inertia is kept.',
      },
    },
    start: {
      label: { zh: '起点', en: 'Start' },
      hint: {
        zh: '最初的质心怎么选。最远优先每次取离已选各行最远的一行，容易选中离群的行。',
        en: 'How the first centroids are chosen. Farthest first takes the row farthest from those chosen, which favours outliers.',
      },
      options: STARTS,
    },
    refine: {
      label: { zh: '再试着改进', en: 'Refine the best' },
      hint: {
        zh: '重启都算完后，把最好的一次里多余的质心挪到更需要的地方再算，只在簇内平方和变小时采用。',
        en: 'After the restarts, moves a centroid of the best one from where it does little to where it may do more, and keeps what has less inertia.',
      },
    },
    maxIterations: {
      label: { zh: '最多迭代', en: 'Most iterations' },
      hint: { zh: '到这么多次还没有稳定，就停。', en: 'Stops here even if not settled.' },
    },
    tolerance: {
      label: { zh: '容差', en: 'Tolerance' },
      hint: {
        zh: '质心一次移动的平方和不超过它乘以特征的平均方差，就算稳定。',
        en: 'Settled when the squared moves of all centroids add up to no more than this times the mean feature variance.',
      },
    },
  },
  sentence: ({ clusters, restarts, start }) => [
    ...intoSegments(clusters),
    ...bestOf(restarts),
    { words: { zh: '；起点：', en: '; starts: ' } },
    { words: startWords(start), param: 'start' },
    { words: { zh: '。', en: '.' } },
  ],
  made: ({ start }) => {
    const { zh, en } = startWords(start);
    return [{ zh: `起点：${zh}`, en: `starts: ${en}` }];
  },
});
