import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '数据概况', en: 'Profile' },
  summary: {
    zh: '每一列装着什么，能不能用？',
    en: 'What does each column hold, and is it fit for use?',
  },
  need: {
    zh: '接上一张表，看每一列的类型、缺失、范围和分布。',
    en: 'Connect a table to see the type, gaps, range and shape of each column.',
  },
  params: {},
  inputs: { table: { zh: '表', en: 'Table' } },
});
