import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '评估', en: 'Evaluate' },
  summary: {
    zh: '每个分群能不能用：分得开吗，换一批行还在吗，说得清吗？',
    en: 'Can each segment be used: is it apart, does it come back, can it be told?',
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
    minimumSize: {
      label: { zh: '最少行数', en: 'Fewest rows' },
      hint: {
        zh: '分群的行数比它少，就别据此行动。',
        en: 'A segment with fewer rows is not to be acted on.',
      },
    },
    bootstraps: {
      label: { zh: '自助抽样次数', en: 'Bootstrap samples' },
      hint: {
        zh: '重抽样后用同样的方法再分一次，看每一群会不会回来；0 表示不算。',
        en: 'Rows are drawn anew and segmented the same way: does each segment come back? 0 leaves it out.',
      },
    },
    stabilityRows: {
      label: { zh: '稳定度抽样行数', en: 'Stability sample' },
      hint: {
        zh: '行数超过它时，每次自助抽样只抽这么多行。',
        en: 'With more rows than this, each bootstrap sample draws this many.',
      },
    },
    sampleRows: {
      label: { zh: '轮廓抽样行数', en: 'Silhouette sample' },
      hint: {
        zh: '行数不超过它时逐对精确计算；超过时按分群抽这么多行，并给出标准误。',
        en: 'Up to this many rows every pair is measured; above, this many rows are drawn by segment and the standard error is stated.',
      },
    },
  },
});
