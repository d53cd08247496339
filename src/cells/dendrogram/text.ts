import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '分群树', en: 'Dendrogram' },
  summary: {
    zh: '哪些分群彼此接近，可以合并？',
    en: 'Which segments are close enough to merge?',
  },
  need: { zh: '接上一个聚类结果。', en: 'Connect a clustering.' },
  params: {
    rule: {
      label: { zh: '怎么算接近', en: 'What counts as close' },
      hint: {
        zh: 'Ward：合并后组内平方和增加多少；平均：两组中心之间的平均距离。都按人数加权。',
        en: 'Ward: how much the sum of squares within segments rises; average: the mean distance between the centres of two groups. Both weighed by size.',
      },
      options: {
        ward: { zh: 'Ward', en: 'Ward' },
        average: { zh: '平均距离', en: 'Average' },
      },
    },
  },
  inputs: { clustering: { zh: '聚类结果', en: 'Clustering' } },
});
