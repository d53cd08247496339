import { defineAlgorithmText } from '../../core/algorithm';
import {
  clustersText,
  maxIterationsText,
  restartsLabel,
  startMade,
  startText,
} from '../parts/texts';
import { bestOf, intoSegments } from '../parts/words';
import { definition } from './definition';

export const text = defineAlgorithmText(definition, {
  title: { zh: 'K 中位数', en: 'K-medians' },
  summary: {
    zh: '群的中心取各特征的中位数，距离取绝对差之和：少数极端的行拉不动它。',
    en: 'Centres are medians and distances add up absolute differences, so that a few extreme rows cannot pull them.',
  },
  params: {
    clusters: clustersText,
    restarts: {
      label: restartsLabel,
      hint: {
        zh: '从不同的起点各算一遍，取绝对偏差和最小的一次。',
        en: 'Runs from as many starts; the one with the least absolute deviation is kept.',
      },
    },
    start: startText,
    maxIterations: maxIterationsText,
  },
  sentence: ({ clusters, restarts }) => [
    ...intoSegments(clusters),
    ...bestOf(restarts),
    { words: { zh: '。', en: '.' } },
  ],
  made: startMade,
  objective: {
    name: { zh: '绝对偏差和', en: 'absolute deviation' },
    explained: ({ zh, en }) => ({
      zh: `解释了总绝对偏差的 ${zh}`,
      en: `explains ${en} of the absolute deviation`,
    }),
  },
});
