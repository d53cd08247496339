import { defineText } from '../../core/cell-type';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '散点图', en: 'Scatter' },
  summary: {
    zh: '分群在平面上是分开的，还是连成一片？',
    en: 'Do the segments lie apart on a plane, or in one cloud?',
  },
  need: {
    zh: '接上特征矩阵和它的聚类结果。',
    en: 'Connect features and their clustering.',
  },
  params: {
    axes: {
      label: { zh: '坐标轴', en: 'Axes' },
      hint: {
        zh: '主成分：行与行差别最大的两个方向，由所有特征合成。',
        en: 'Components: the two directions in which rows differ most, made of all features.',
      },
      options: {
        components: { zh: '主成分 1 和 2', en: 'Components 1 and 2' },
        features: { zh: '两个特征', en: 'Two features' },
      },
    },
    x: {
      label: { zh: '横轴的特征', en: 'Feature across' },
      hint: { zh: '坐标轴选「两个特征」时用。', en: 'Used when the axes are two features.' },
    },
    y: {
      label: { zh: '纵轴的特征', en: 'Feature up' },
      hint: { zh: '坐标轴选「两个特征」时用。', en: 'Used when the axes are two features.' },
    },
  },
  inputs: {
    points: { zh: '特征矩阵', en: 'Features' },
    clustering: { zh: '聚类结果', en: 'Clustering' },
  },
});
