import { defineAlgorithmText } from '../../core/algorithm';
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

export const text = defineAlgorithmText(definition, {
  title: { zh: '球面 K 均值', en: 'Spherical K-means' },
  summary: {
    zh: '只看方向，不看大小：比例相近的行在一群，买得多少不算。',
    en: 'Compares directions, not sizes: rows with like proportions belong together, however much they spend.',
  },
  params: {
    clusters: clustersText,
    restarts: {
      label: restartsLabel,
      hint: {
        zh: '从不同的起点各算一遍，取余弦距离和最小的一次。',
        en: 'Runs from as many starts; the one with the least cosine distance is kept.',
      },
    },
    start: startText,
    maxIterations: maxIterationsText,
    tolerance: toleranceText,
  },
  sentence: ({ clusters, restarts }) => [
    ...intoSegments(clusters),
    { words: { zh: '，按余弦', en: ', by cosine' } },
    ...bestOf(restarts),
    { words: { zh: '。', en: '.' } },
  ],
  made: startMade,
  objective: {
    name: { zh: '余弦距离和', en: 'cosine distance' },
    explained: ({ zh, en }) => ({
      zh: `解释了方向差异的 ${zh}`,
      en: `explains ${en} of the differences in direction`,
    }),
  },
});
