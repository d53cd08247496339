import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '选择簇数', en: 'Choose k' },
  summary: {
    zh: '分成几群合适？还是根本没有清楚的分群？',
    en: 'How many segments: or is there no clear structure at all?',
  },
  need: {
    zh: '接上特征，就能比较不同的簇数。',
    en: 'Connect features to compare numbers of segments.',
  },
  inputs: { points: { zh: '特征', en: 'Features' } },
  params: {
    from: { label: { zh: '最少簇数', en: 'Fewest segments' } },
    to: { label: { zh: '最多簇数', en: 'Most segments' } },
    sampleRows: {
      label: { zh: '抽样行数', en: 'Sample' },
      hint: {
        zh: '行数不超过它时用全部行；超过时随机抽这么多行，并给出区间。',
        en: 'Up to this many rows all are used; above, this many are drawn at random and intervals are shown.',
      },
    },
    bootstraps: {
      label: { zh: '自助抽样次数', en: 'Bootstrap samples' },
      hint: {
        zh: '重抽样后再分一次，看同样的群会不会回来。',
        en: 'Rows are drawn anew and segmented again: do the same segments come back?',
      },
    },
    references: {
      label: { zh: '均匀参照份数', en: 'Reference sets' },
      hint: {
        zh: '均匀撒开的同样多的行，用于间隔统计量和「有没有结构」。',
        en: 'As many rows spread evenly: for the gap statistic, and for whether there is structure.',
      },
    },
    restarts: {
      label: { zh: '每个 k 重启次数', en: 'Restarts for each k' },
      hint: {
        zh: '数据、参照和自助样本用同样的次数，才可比。',
        en: 'The same for data, reference sets and bootstrap samples, so that they compare.',
      },
    },
  },
});
