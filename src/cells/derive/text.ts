import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '派生与筛选', en: 'Derive and filter' },
  summary: {
    zh: '用公式算出新的列，只留下需要的行。',
    en: 'New columns by formulas, and only the rows you need.',
  },
  need: {
    zh: '接上一张表，写一个公式，例如 消费 / 订单数。',
    en: 'Connect a table, then write a formula such as spend / orders.',
  },
  params: {
    columns: {
      label: { zh: '新列', en: 'New columns' },
      hint: {
        zh: '按顺序计算，后面的公式可以用前面的列；与已有的列同名就替换它。',
        en: 'Computed in order: later formulas may use earlier columns. A column of the same name is replaced.',
      },
    },
    filter: {
      label: { zh: '只留下这样的行', en: 'Keep only rows where' },
      hint: {
        zh: '条件为真的行留下；算不出真假（有缺失）的行不留。',
        en: 'Rows stay where this is true. Where a missing value leaves it open they do not.',
      },
    },
    reference: {
      label: { zh: '参考日期 today()', en: 'Reference date, today()' },
      hint: {
        zh: '公式里的 today() 是这一天，例如 2024-05-01；不跟着时钟走，明天打开结果也一样。',
        en: 'The day that today() means in formulas, e.g. 2024-05-01. It does not follow the clock: the result is the same tomorrow.',
      },
    },
  },
  inputs: { table: { zh: '表', en: 'Table' } },
});
