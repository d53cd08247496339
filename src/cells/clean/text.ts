import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '清洗', en: 'Clean' },
  summary: {
    zh: '这张表怎样才能用：重复、缺失、写法、异常？',
    en: 'What does this table need: duplicates, gaps, spellings, outliers?',
  },
  need: {
    zh: '接上一张表，再一步一步地清洗；每一步都先看改了什么。',
    en: 'Connect a table, then clean it step by step; each step shows what it changes.',
  },
  params: {
    steps: { label: { zh: '步骤', en: 'Steps' } },
    output: {
      label: { zh: '往下给', en: 'Passes on' },
      hint: {
        zh: '搁置的行不丢掉，也不混进主表：可以单独看，单独导出。',
        en: 'Rows set aside are neither lost nor mixed in: they can be looked at and saved apart.',
      },
      options: {
        kept: { zh: '留下的行', en: 'Rows that stay' },
        'set-aside': { zh: '搁置的行', en: 'Rows set aside' },
      },
    },
  },
  inputs: { table: { zh: '表', en: 'Table' } },
});
