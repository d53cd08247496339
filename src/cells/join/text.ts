import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '连接两张表', en: 'Join' },
  summary: {
    zh: '两张表合成一张：谁和谁对得上，谁对不上？',
    en: 'Two tables become one: which rows meet, and which do not?',
  },
  need: {
    zh: '再加一个「读入数据」，选第二个文件；这里按共有的一列把两张表接起来。',
    en: 'Add a second Load with another file; here the two meet by a column that both have.',
  },
  params: {
    how: {
      label: { zh: '怎么接', en: 'Kind' },
      options: {
        left: { zh: '左表全留', en: 'Keep all left rows' },
        inner: { zh: '只留对上的', en: 'Only matching rows' },
        anti: { zh: '只留对不上的', en: 'Only rows without a match' },
        append: { zh: '上下相接', en: 'Append rows' },
      },
      hint: {
        zh: '左表全留：右表没有的为缺失。上下相接：按列名对齐。',
        en: 'Keep all left rows: what the right table lacks is missing. Append: columns are put together by name.',
      },
    },
    keys: {
      label: { zh: '键', en: 'Keys' },
      hint: {
        zh: '两边各一列，值相等的行对上；缺失的键从不对上。',
        en: 'A column on each side: rows with equal values match. Missing keys never do.',
      },
    },
    bring: {
      label: { zh: '带上右表的列', en: 'Columns of the right table' },
      hint: {
        zh: '不选就带上键以外的全部。',
        en: 'None chosen: all but the keys.',
      },
    },
    asText: {
      label: { zh: '按文字比较', en: 'Compare as text' },
      hint: {
        zh: '一边是数、一边是文字时：数按写法比较，1 和「1」相同，和「001」不同。',
        en: 'Where one side is a number and the other text: 1 equals "1", not "001".',
      },
    },
    loose: {
      label: { zh: '不分大小写和空格', en: 'Ignore case and spaces' },
      hint: {
        zh: '两端空格、大小写、全角半角不同也算相同。',
        en: 'Spaces at the ends, upper and lower case and full-width letters make no difference.',
      },
    },
    leftSuffix: { label: { zh: '同名列，左表加', en: 'Equal names, left suffix' } },
    rightSuffix: { label: { zh: '同名列，右表加', en: 'Equal names, right suffix' } },
    sourceColumn: {
      label: { zh: '来源列', en: 'Source column' },
      hint: {
        zh: '填一个列名，就多一列写明每行来自第 1 张还是第 2 张表。',
        en: 'Give it a name, and a column says whether a row is from table 1 or 2.',
      },
    },
  },
  inputs: { left: { zh: '左表', en: 'Left table' }, right: { zh: '右表', en: 'Right table' } },
});
