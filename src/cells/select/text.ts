import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '选列', en: 'Select columns' },
  summary: {
    zh: '哪些列值得留下？哪些从不变化、和别的列说的一样，或与目标无关？',
    en: 'Which columns are worth keeping, and which never vary, repeat others, or have nothing to do with a target?',
  },
  need: {
    zh: '接上一张表：看每一列该留还是该去，为什么。',
    en: 'Connect a table to see for each column whether to keep it, and why.',
  },
  params: {
    target: {
      label: { zh: '目标列', en: 'Target column' },
      hint: {
        zh: '可不选。选了（如是否响应、是否流失），就看每一列和它有没有关系。',
        en: 'Optional. With one, such as response or churn, each column is asked what it has to do with it.',
      },
    },
    apply: {
      label: { zh: '建议', en: 'Advice' },
      options: {
        keep: { zh: '只看，不采纳', en: 'Shown, not taken' },
        advised: { zh: '采纳', en: 'Taken' },
      },
    },
    correlation: {
      label: { zh: '相关', en: 'Correlation' },
      hint: {
        zh: '皮尔逊看直线关系；斯皮尔曼看名次，不怕偏斜和极端值。',
        en: "Pearson's sees straight lines; Spearman's sees ranks and does not mind skew or extreme values.",
      },
      options: {
        pearson: { zh: '皮尔逊 r', en: "Pearson's r" },
        spearman: { zh: '斯皮尔曼 ρ', en: "Spearman's ρ" },
      },
    },
    threshold: {
      label: { zh: '相关达到多少算说的一样', en: 'Alike from this correlation on' },
      hint: {
        zh: '正负都算；直接或经过别的列相连的列成为一组，每组留一列。',
        en: 'Either sign; columns linked directly or through others form a group, and one of each stays.',
      },
    },
    stays: {
      label: { zh: '每组留哪一列', en: 'Of a group stays' },
      options: {
        complete: { zh: '缺失最少的', en: 'The most complete' },
        typical: { zh: '和组里其他列最像的', en: 'The most like the others' },
        first: { zh: '表里最靠前的', en: 'The first in the table' },
        informative: { zh: '对目标信息最多的', en: 'The one that tells most of the target' },
      },
    },
    varianceScale: {
      label: { zh: '方差的尺度', en: 'Scale of the variance' },
      options: {
        raw: { zh: '原值', en: 'Values as they are' },
        range: { zh: '缩放到 0–1 之后', en: 'Values brought to 0–1' },
        relative: { zh: '除以均值的平方', en: 'Beside the square of the mean' },
      },
    },
    leastVariance: {
      label: { zh: '方差不超过这个就去掉', en: 'Drop up to this variance' },
      hint: {
        zh: '0：只去掉从不变化的列。',
        en: '0: only columns that never vary are dropped.',
      },
    },
    proof: {
      label: { zh: '怎样算与目标有关', en: 'Counts as related to the target' },
      options: {
        test: { zh: 'χ² 检验', en: 'χ² test' },
        information: { zh: '信息增益', en: 'Information gain' },
        path: { zh: 'L1 路径里最先进入', en: 'First in the L1 path' },
        none: { zh: '不按目标筛选', en: 'Target does not decide' },
      },
    },
    falseFinds: {
      label: { zh: '容许多少误判', en: 'False finds borne' },
      hint: {
        zh: '留下的列里，平均至多这一份其实无关（Benjamini–Hochberg）。',
        en: 'Of the columns kept, at most this share is expected to be unrelated (Benjamini–Hochberg).',
      },
    },
    leastInformation: {
      label: { zh: '信息增益至少', en: 'Information gain, at least' },
      hint: { zh: '单位：nat。', en: 'In nats.' },
    },
    firstIn: { label: { zh: '最先进入的几列', en: 'The first so many' } },
    decisions: { label: { zh: '逐列的决定', en: 'Decisions by column' } },
  },
  inputs: { table: { zh: '表', en: 'Table' } },
});
