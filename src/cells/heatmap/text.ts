import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '热力图', en: 'Heat map' },
  summary: {
    zh: '每个分群在哪些特征上偏高、在哪些上偏低？',
    en: 'On which features is each segment high, on which low?',
  },
  need: {
    zh: '接上一张表和一个聚类结果。',
    en: 'Connect a table and a clustering.',
  },
  params: {
    measure: {
      label: { zh: '格子里是', en: 'In the tiles' },
      options: {
        deviation: { zh: '标准差', en: 'Deviation' },
        tgi: { zh: 'TGI', en: 'TGI' },
        values: { zh: '原始值', en: 'Values' },
      },
    },
    order: {
      label: { zh: '顺序', en: 'Order' },
      options: {
        similarity: { zh: '按相似', en: 'By similarity' },
        file: { zh: '按文件', en: 'As in the file' },
      },
    },
    columns: {
      label: { zh: '显示的列', en: 'Columns shown' },
      hint: {
        zh: '不选就显示所有会变化的数值、类别和是否列。',
        en: 'None chosen: every number, category and yes/no column that varies.',
      },
    },
    levels: {
      label: { zh: '每个类别显示几种取值', en: 'Levels shown of a category' },
      hint: {
        zh: '最常见的几种各占一格，其余合成一格。',
        en: 'The most frequent ones have a tile each, the others one together.',
      },
    },
  },
  inputs: {
    table: { zh: '表', en: 'Table' },
    points: { zh: '特征矩阵', en: 'Features' },
    clustering: { zh: '聚类结果', en: 'Clustering' },
  },
});
