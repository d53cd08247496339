import { defineText } from '../../core/cell-text';
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
        zh: '主成分由所有特征合成，按差别从大到小编号。UMAP 只保住邻居：群与群之间的距离没有意义。',
        en: 'Components are made of all features, numbered by how much rows differ along them. UMAP only keeps neighbours: distances between groups mean little.',
      },
      options: {
        components: { zh: '两个主成分', en: 'Two components' },
        features: { zh: '两个特征', en: 'Two features' },
        umap: { zh: 'UMAP', en: 'UMAP' },
      },
    },
    across: { label: { zh: '横轴的主成分', en: 'Component across' } },
    up: { label: { zh: '纵轴的主成分', en: 'Component up' } },
    x: {
      label: { zh: '横轴的特征', en: 'Feature across' },
      hint: { zh: '坐标轴选「两个特征」时用。', en: 'Used when the axes are two features.' },
    },
    y: {
      label: { zh: '纵轴的特征', en: 'Feature up' },
      hint: { zh: '坐标轴选「两个特征」时用。', en: 'Used when the axes are two features.' },
    },
    neighbors: {
      label: { zh: '邻居数', en: 'Neighbours' },
      hint: {
        zh: '少则看细处，多则看大势。',
        en: 'Few show small structure, many the large one.',
      },
    },
    learnFrom: {
      label: { zh: '学习的行数', en: 'Rows to learn from' },
      hint: {
        zh: '其余的行摆在最近的已学行之间。',
        en: 'The other rows stand among their nearest of these.',
      },
    },
    selections: { label: { zh: '手工分群', en: 'Segments made by hand' } },
    selectionNames: { label: { zh: '手工分群的名称', en: 'Names of segments made by hand' } },
  },
  inputs: {
    points: { zh: '特征矩阵', en: 'Features' },
    clustering: { zh: '聚类结果', en: 'Clustering' },
  },
});
