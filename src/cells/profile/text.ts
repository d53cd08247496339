import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '数据概况', en: 'Profile' },
  summary: {
    zh: '每一列装着什么，有什么要先处理？',
    en: 'What does each column hold, and what must be dealt with first?',
  },
  need: {
    zh: '接上一张表，看每一列的类型、缺失、范围和分布。',
    en: 'Connect a table to see the type, gaps, range and shape of each column.',
  },
  params: {
    asOf: {
      label: { zh: '今天是', en: 'Today is' },
      hint: {
        zh: '写成 2026-09-30；更晚的日期算作未来。留空：不查。',
        en: 'As 2026-09-30; later dates are in the future. Empty: not looked for.',
      },
    },
  },
  inputs: { table: { zh: '表', en: 'Table' } },
});
