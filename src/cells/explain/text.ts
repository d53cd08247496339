import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '规则', en: 'Rules' },
  summary: {
    zh: '用几条读得懂的规则，说清每个分群是谁。',
    en: 'Who is in each segment, as a few rules that a person can read.',
  },
  need: { zh: '接上一张表和一个聚类结果。', en: 'Connect a table and a clustering.' },
  params: {
    depth: {
      label: { zh: '每条规则最多几问', en: 'Questions in a rule' },
      hint: {
        zh: '越多越准，也越难读。',
        en: 'More are closer to the segments, and harder to read.',
      },
    },
    minRows: {
      label: { zh: '每条规则至少几行', en: 'Fewest rows of a rule' },
      hint: { zh: '只算学规则用的行。', en: 'Among the rows that the rules are learnt from.' },
    },
    columns: {
      label: { zh: '规则可用的列', en: 'Columns that rules may use' },
      hint: {
        zh: '不选就用所有数值、类别和是否列，标识列除外。',
        en: 'None chosen: every number, category and yes/no column but identifiers.',
      },
    },
  },
  inputs: {
    table: { zh: '表', en: 'Table' },
    clustering: { zh: '聚类结果', en: 'Clustering' },
  },
});
