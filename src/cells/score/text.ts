import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '归群', en: 'Score' },
  summary: {
    zh: '把学好的分群用到新的一批客户上。',
    en: 'Which segment each customer of another table belongs to.',
  },
  need: {
    zh: '接上一张新表，再接上一个分群，或打开一份分群护照。',
    en: 'Connect another table, and a clustering or a passport of segments.',
  },
  params: {
    passport: { label: { zh: '分群护照', en: 'Passport of segments' } },
    names: { label: { zh: '分群名称', en: 'Names of the segments' } },
  },
  inputs: {
    table: { zh: '新表', en: 'Table' },
    points: { zh: '特征矩阵', en: 'Matrix' },
    clustering: { zh: '聚类结果', en: 'Clustering' },
  },
});
