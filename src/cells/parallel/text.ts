import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '画像线', en: 'Profile lines' },
  summary: {
    zh: '每个分群的中间一半人，在各个特征上处在什么位置？',
    en: 'Where does the middle half of each segment lie on every feature?',
  },
  need: { zh: '接上一张表和一个聚类结果。', en: 'Connect a table and a clustering.' },
  params: {
    scale: {
      label: { zh: '共同的刻度', en: 'Common scale' },
      hint: {
        zh: '名次：全体里有百分之几比它低；标准差：离全体均值几个标准差。',
        en: 'Rank: the share of everyone below; deviation: standard deviations from the overall mean.',
      },
      options: {
        rank: { zh: '名次', en: 'Rank' },
        deviation: { zh: '标准差', en: 'Deviation' },
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
        zh: '数值和日期列。不选就用模型里的特征。',
        en: 'Numbers and dates. None chosen: the features of the model.',
      },
    },
  },
  inputs: {
    table: { zh: '表', en: 'Table' },
    points: { zh: '特征矩阵', en: 'Features' },
    clustering: { zh: '聚类结果', en: 'Clustering' },
  },
});
