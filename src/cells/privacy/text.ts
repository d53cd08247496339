import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '隐私', en: 'Privacy' },
  summary: {
    zh: '这张表会认出谁？哪些列该去掉、换成假名或说得粗一些？',
    en: 'Whom does this table give away, and what should be dropped, pseudonymized or told less exactly?',
  },
  need: {
    zh: '接上一张表：看哪些列指向个人，再决定留什么。',
    en: 'Connect a table to see which columns point at people, then decide what stays.',
  },
  params: {
    k: {
      label: { zh: '每组至少几人（k）', en: 'People in a group, at least (k)' },
      hint: {
        zh: '准标识符相同的行为一组；少于 k 行的组有风险。',
        en: 'Rows alike in the quasi-identifiers form a group; groups of fewer than k rows are at risk.',
      },
    },
    generalize: {
      label: { zh: '准标识符', en: 'Quasi-identifiers' },
      options: {
        keep: { zh: '原样', en: 'As they are' },
        advised: { zh: '按建议说得粗一些', en: 'Told less exactly, as advised' },
      },
    },
    smallGroups: {
      label: { zh: '少于 k 行的组', en: 'Groups of fewer than k' },
      options: { keep: { zh: '保留', en: 'Keep' }, drop: { zh: '去掉', en: 'Leave out' } },
    },
    consent: {
      label: { zh: '同意列', en: 'Column of consent' },
      hint: {
        zh: '只留下同意的行；没有回答不算同意。',
        en: 'Only rows that agreed stay; no answer is never a yes.',
      },
    },
    consentYes: {
      label: { zh: '算作同意的词', en: 'Words that mean yes' },
      hint: {
        zh: '用逗号隔开；留空：是、同意、yes、true、1 等。',
        en: 'With commas between; empty: yes, y, true, 1 and the like, in Chinese too.',
      },
    },
    key: {
      label: { zh: '密钥的名字', en: 'Name of the key' },
      hint: {
        zh: '密钥本身只在这个浏览器里；换个名字就换一把，假名全变。',
        en: 'The key itself stays in this browser; another name is another key and changes every pseudonym.',
      },
    },
    decisions: { label: { zh: '逐列的决定', en: 'Decisions by column' } },
  },
  inputs: { table: { zh: '表', en: 'Table' } },
});
