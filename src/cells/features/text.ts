import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '特征', en: 'Features' },
  summary: {
    zh: '哪些列、以什么尺度参与分群？',
    en: 'Which columns decide the segments, and on what scale?',
  },
  need: {
    zh: '接上一张表，选出说明「多少」的列。',
    en: 'Connect a table, then choose the columns that say how much or how many.',
  },
  params: {
    columns: {
      label: { zh: '特征列', en: 'Columns' },
      hint: {
        zh: '不选就用所有会变化的数值列；标识列、类别和日期要选中才用。',
        en: 'None chosen: every number column that varies. Identifiers, categories and dates come in only when chosen.',
      },
    },
    transform: {
      label: { zh: '变换', en: 'Transform' },
      hint: {
        zh: '自动：右偏且没有负数的列取对数，偏斜且有负数的列用 Yeo–Johnson，其余不变。',
        en: 'Automatic: log for right-skewed columns without negatives, Yeo–Johnson for skewed ones with negatives, else none.',
      },
      options: {
        auto: { zh: '自动', en: 'Automatic' },
        none: { zh: '不变换', en: 'None' },
        log: { zh: '对数', en: 'Log' },
        'yeo-johnson': { zh: 'Yeo–Johnson', en: 'Yeo–Johnson' },
      },
    },
    scale: {
      label: { zh: '尺度', en: 'Scale' },
      hint: {
        zh: '距离由尺度大的列决定；统一尺度后每列一样重。类别和是否列保持 0 与 1。',
        en: 'Columns on a large scale decide the distances; on one scale all weigh the same. Categories and yes/no stay 0 and 1.',
      },
      options: {
        standard: { zh: '标准化', en: 'Standardize' },
        robust: { zh: '按中位数和四分位距', en: 'Median and quartiles' },
        'min-max': { zh: '归一化到 0…1', en: 'Rescale to 0…1' },
        none: { zh: '原样', en: 'As they are' },
      },
    },
    missing: {
      label: { zh: '缺失值', en: 'Missing values' },
      hint: {
        zh: '缺失从不当作 0。填补的值不参与均值、方差等的计算。',
        en: 'Missing is never taken for 0. Filled values do not enter means or deviations.',
      },
      options: {
        median: { zh: '填中位数', en: 'Fill with the median' },
        mean: { zh: '填均值', en: 'Fill with the mean' },
        drop: { zh: '去掉这些行', en: 'Leave the rows out' },
        'median-flag': { zh: '填中位数并另记一列', en: 'Fill with the median, and flag' },
      },
    },
    levels: {
      label: { zh: '每个类别列的取值数', en: 'Levels of a category' },
      hint: {
        zh: '最常见的取值各成一个特征，其余合成一个。',
        en: 'The most frequent levels become a feature each, the rest one together.',
      },
    },
    custom: {
      label: { zh: '个别列', en: 'Single columns' },
      hint: {
        zh: '对个别列另定变换、尺度或缺失规则。',
        en: 'Transform, scale or missing rule for single columns.',
      },
    },
  },
  inputs: { table: { zh: '表', en: 'Table' } },
});
