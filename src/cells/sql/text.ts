import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: 'SQL 查询', en: 'SQL' },
  summary: {
    zh: '用 SQL 从上面的表里问出一张新表。',
    en: 'A new table, asked of the tables above in SQL.',
  },
  need: { zh: '接上一张表。', en: 'Connect a table.' },
  params: {
    query: { label: { zh: 'SQL 查询', en: 'SQL query' } },
    tables: { label: { zh: '表名', en: 'Names of the tables' } },
  },
  inputs: {
    first: { zh: '第一张表', en: 'First table' },
    second: { zh: '第二张表', en: 'Second table' },
    third: { zh: '第三张表', en: 'Third table' },
    fourth: { zh: '第四张表', en: 'Fourth table' },
  },
});
