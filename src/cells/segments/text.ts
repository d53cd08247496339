import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '分群表', en: 'Segments' },
  summary: {
    zh: '每个分群是什么样的人，和全体差在哪里？',
    en: 'Who is in each segment, and how do they differ from everyone?',
  },
  need: {
    zh: '接上一张表和一个聚类结果。',
    en: 'Connect a table and a clustering.',
  },
  params: {
    columns: {
      label: { zh: '显示的列', en: 'Columns shown' },
      hint: {
        zh: '不选就显示所有会变化的数值、类别和是否列。',
        en: 'None chosen: every number, category and yes/no column that varies.',
      },
    },
    order: {
      label: { zh: '顺序', en: 'Order' },
      options: {
        model: { zh: '先模型里的列', en: 'Columns of the model first' },
        file: { zh: '按文件', en: 'As in the file' },
        effect: { zh: '按差别大小', en: 'Largest difference first' },
      },
    },
    levels: {
      label: { zh: '每个类别显示几种取值', en: 'Levels shown of a category' },
      hint: { zh: '最常见的几种。', en: 'The most frequent ones.' },
    },
  },
  inputs: {
    table: { zh: '表', en: 'Table' },
    points: { zh: '特征矩阵', en: 'Features' },
    clustering: { zh: '聚类结果', en: 'Clustering' },
  },
});
