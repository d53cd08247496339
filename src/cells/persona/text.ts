import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '人群画像', en: 'Personas' },
  summary: {
    zh: '每个分群叫什么、是什么样的人，每一句都有数字作证。',
    en: 'What each segment is called and who is in it, each sentence with its figure.',
  },
  need: { zh: '接上一张表和一个聚类结果。', en: 'Connect a table and a clustering.' },
  params: {
    columns: {
      label: { zh: '画像可用的列', en: 'Columns that portraits may use' },
      hint: {
        zh: '不选就用所有会变化的数值、日期、类别和是否列。',
        en: 'None chosen: every number, date, category and yes/no column that varies.',
      },
    },
    sentences: {
      label: { zh: '每群建议几句', en: 'Sentences suggested for each' },
      hint: {
        zh: '差别最大的先说；和其余的差分不出的不说。',
        en: 'The largest differences first; what cannot be told from the others is not said.',
      },
    },
    customers: {
      label: { zh: '典型和边缘各几行', en: 'Typical and borderline rows' },
      hint: { zh: '0：都不显示。', en: '0: none are shown.' },
    },
    written: { label: { zh: '写下的话', en: 'What was written' } },
  },
  inputs: {
    table: { zh: '表', en: 'Table' },
    points: { zh: '特征矩阵', en: 'Features' },
    clustering: { zh: '聚类结果', en: 'Clustering' },
  },
});
