import { defineText } from '../../core/cell-type';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '评估', en: 'Evaluate' },
  summary: {
    zh: '这些分群彼此分得开吗？',
    en: 'Are these segments really apart from each other?',
  },
  need: {
    zh: '接上分群和它所用的特征，就能评估。',
    en: 'Connect a clustering and the features that it was made from.',
  },
  inputs: {
    points: { zh: '特征', en: 'Features' },
    clustering: { zh: '分群', en: 'Clustering' },
  },
  params: {
    sampleRows: {
      label: { zh: '轮廓抽样行数', en: 'Silhouette sample' },
      hint: {
        zh: '行数不超过它时逐对精确计算；超过时按分群抽这么多行，并给出标准误。',
        en: 'Up to this many rows every pair is measured; above, this many rows are drawn by segment and the standard error is stated.',
      },
    },
  },
});
