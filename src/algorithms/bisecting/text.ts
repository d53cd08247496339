import { defineAlgorithmText } from '../../core/algorithm';
import { formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import {
  clustersText,
  maxIterationsText,
  restartsLabel,
  startMade,
  startText,
  toleranceText,
} from '../parts/texts';
import { bestOf, intoSegments } from '../parts/words';
import { definition } from './definition';

const NEXT: Readonly<Record<string, Words>> = {
  'biggest-inertia': { zh: '最散的一群', en: 'the most spread' },
  'largest-cluster': { zh: '行最多的一群', en: 'the largest' },
};

function nextWords(splitNext: string): Words {
  return NEXT[splitNext] ?? { zh: splitNext, en: splitNext };
}

export const text = defineAlgorithmText(definition, {
  title: { zh: '二分 K 均值', en: 'Bisecting K-means' },
  summary: {
    zh: '从一群开始，每次把一群一分为二，得到层层细分的分群。',
    en: 'Starts from one group and splits one in two at a time, so that segments nest.',
  },
  params: {
    clusters: clustersText,
    splitNext: {
      label: { zh: '下一个切谁', en: 'Split next' },
      hint: {
        zh: '最散：簇内平方和最大的一群；行最多：各群大小更接近。',
        en: 'The most spread has the largest inertia; the largest keeps sizes closer.',
      },
      options: NEXT,
    },
    restarts: {
      label: restartsLabel,
      hint: {
        zh: '每次切分从不同的起点各算一遍，取最好的。',
        en: 'Every split is tried from as many starts; the best is kept.',
      },
    },
    start: startText,
    maxIterations: maxIterationsText,
    tolerance: toleranceText,
  },
  sentence: ({ clusters, splitNext, restarts }) => [
    ...intoSegments(clusters),
    { words: { zh: '，每次切开', en: ', each time splitting ' } },
    { words: nextWords(splitNext), param: 'splitNext' },
    ...bestOf(restarts),
    { words: { zh: '。', en: '.' } },
  ],
  made: ({ splitNext, start }) => [
    {
      zh: `每次切开${nextWords(splitNext).zh}`,
      en: `splits ${nextWords(splitNext).en} each time`,
    },
    ...startMade({ start }),
  ],
  steps: {
    caption: {
      zh: '逐次切分，纵轴不从零开始',
      en: 'by split; axis does not start at 0',
    },
    one: { zh: '切分', en: 'split' },
    count: (steps) => ({
      zh: `${formatCount(steps)} 次切分`,
      en: steps === 1 ? '1 split' : `${formatCount(steps)} splits`,
    }),
  },
});
