import { defineAlgorithmText } from '../../core/algorithm';
import {
  clustersText,
  maxIterationsText,
  restartsLabel,
  startMade,
  startText,
  startWords,
  toleranceText,
} from '../parts/texts';
import { bestOf, intoSegments } from '../parts/words';
import { definition } from './definition';

export const text = defineAlgorithmText(definition, {
  title: { zh: 'K 均值', en: 'K-means' },
  summary: {
    zh: '把每行归到最近的质心，再把质心移到各自行的均值，如此往复，直到不再变化。',
    en: 'Puts every row with its nearest centroid and moves each centroid to the mean of its rows, again and again until nothing changes.',
  },
  params: {
    clusters: clustersText,
    restarts: {
      label: restartsLabel,
      hint: {
        zh: '从不同的起点各算一遍，取簇内平方和最小的一次。',
        en: 'Runs from as many different starts; the one with the least inertia is kept.',
      },
    },
    start: startText,
    refine: {
      label: { zh: '再试着改进', en: 'Refine the best' },
      hint: {
        zh: '重启都算完后，把最好的一次里多余的质心挪到更需要的地方再算，只在簇内平方和变小时采用。',
        en: 'After the restarts, moves a centroid of the best one from where it does little to where it may do more, and keeps what has less inertia.',
      },
    },
    maxIterations: maxIterationsText,
    tolerance: toleranceText,
  },
  sentence: ({ clusters, restarts, start }) => [
    ...intoSegments(clusters),
    ...bestOf(restarts),
    { words: { zh: '；起点：', en: '; starts: ' } },
    { words: startWords(start), param: 'start' },
    { words: { zh: '。', en: '.' } },
  ],
  made: startMade,
});
