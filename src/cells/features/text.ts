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
        mode: { zh: '填最常见的值', en: 'Fill with the most frequent' },
        drop: { zh: '去掉这些行', en: 'Leave the rows out' },
        'median-flag': { zh: '填中位数并另记一列', en: 'Fill with the median, and flag' },
      },
    },
    encoding: {
      label: { zh: '类别变成', en: 'Categories become' },
      hint: {
        zh: '距离只认数字：每个取值一列 0 或 1；按次序排成一列；用它在表里有多常见；或哈希进固定几列。',
        en: 'Distances need numbers: a 0/1 feature a level, its place in an order, how frequent it is, or a hash into a few features.',
      },
      options: {
        'one-hot': { zh: '每个取值一列', en: 'One feature a level' },
        ordinal: { zh: '按次序编号', en: 'Places in an order' },
        frequency: { zh: '所占比例', en: 'Share of rows' },
        count: { zh: '出现次数', en: 'Number of rows' },
        hash: { zh: '哈希进几列', en: 'Hash into a few' },
      },
    },
    missingLevels: {
      label: { zh: '类别缺失', en: 'Missing categories' },
      hint: {
        zh: '缺失可以自成一类，可以当作最常见的取值，也可以去掉这些行；从不当作 0。',
        en: 'Missing is a level of its own, counts as the most frequent level, or the row is left out; never 0.',
      },
      options: {
        own: { zh: '自成一类', en: 'A level of its own' },
        mode: { zh: '当作最常见的取值', en: 'The most frequent level' },
        drop: { zh: '去掉这些行', en: 'Leave the rows out' },
      },
    },
    rareBelow: {
      label: { zh: '少见的取值', en: 'Rare levels' },
      hint: {
        zh: '比这少的取值合成「其他」：小于 1 是占有值行数的比例，1 起是行数，0 是不合并。',
        en: 'Levels with less than this go together as “other”: below 1 a share of the rows with a value, from 1 on a number of rows, 0 none.',
      },
    },
    dates: {
      label: { zh: '日期变成', en: 'Dates become' },
      hint: {
        zh: '距今天数从这一列最晚的日期算起，可以对个别列另定；月份、星期等周期在个别列里加。',
        en: 'Days are counted from the latest date of the column, or from one set for it; months, weekdays and other cycles are added column by column.',
      },
      options: {
        age: { zh: '过去了多少天', en: 'Days since' },
        until: { zh: '还有多少天', en: 'Days until' },
        number: { zh: '时间戳', en: 'Timestamp' },
      },
    },
    measure: {
      label: { zh: '为哪种距离准备', en: 'Prepared for' },
      hint: {
        zh: '混合：数值差的平方加上 γ × 不同的类别数（Huang 1997）；Gower：每列的差除以极差，再平均，用曼哈顿距离。',
        en: 'Mixed: squared differences of numbers plus γ for each category that differs (Huang 1997). Gower: differences over ranges, averaged; used with Manhattan distances.',
      },
      options: {
        euclidean: { zh: '欧氏距离', en: 'Euclidean distance' },
        mixed: { zh: '混合距离（k-prototypes）', en: 'Mixed distance (k-prototypes)' },
        gower: { zh: 'Gower 距离', en: 'Gower distance' },
      },
    },
    gamma: {
      label: { zh: 'γ', en: 'γ' },
      hint: {
        zh: '两行一个类别不同，距离的平方加多少。0：数值列标准差平均的一半，在 Huang（1997）建议的三分之一到三分之二之间。',
        en: 'What a category that differs adds to a squared distance. 0: half the mean deviation of the numbers, between the third and two thirds of Huang (1997).',
      },
    },
    interactions: {
      label: { zh: '组合', en: 'Combinations' },
      hint: {
        zh: '两个数值列相乘或相除，成为一个新特征；除数是 0 时算缺失。',
        en: 'The product or the ratio of two number columns as one more feature; a ratio with 0 below is missing.',
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
        zh: '对个别列另定编码、变换、尺度、权重或缺失规则。',
        en: 'Encoding, transform, scale, weight or missing rule for single columns.',
      },
    },
  },
  inputs: { table: { zh: '表', en: 'Table' } },
});
