import type { ProblemFacts } from '../core/problem';
import { grouped } from './numbers';
import type { ProblemWords } from './problems';

type ModelProblem =
  | 'too-few-rows'
  | 'sizes-impossible'
  | 'too-many-clusters'
  | 'edits-outdated'
  | 'split-impossible'
  | 'segment-gone';

/** What rows cannot be divided as they were to be. */
export const modelProblems: {
  readonly [C in ModelProblem]: (facts: ProblemFacts[C]) => ProblemWords;
} = {
  'too-few-rows': ({ rows, needed }) => ({
    what: {
      zh: `只有 ${grouped(rows)} 行，至少要 ${grouped(needed)} 行。`,
      en: `There ${rows === 1 ? 'is 1 row' : `are ${grouped(rows)} rows`}; at least ${grouped(needed)} are needed.`,
    },
    todo: { zh: '换一份行数更多的表。', en: 'Use a table with more rows.' },
  }),
  'sizes-impossible': ({ rows, clusters, least, most }) => ({
    what: {
      zh: `${grouped(rows)} 行分不成 ${grouped(clusters)} 群、每群 ${grouped(least)} 到 ${grouped(most)} 行。`,
      en: `${grouped(rows)} rows cannot make ${grouped(clusters)} segments of ${grouped(least)} to ${grouped(most)} rows each.`,
    },
    todo: {
      zh: '放宽最小或最大的大小，或者换一个簇数。',
      en: 'Widen the least or the largest size, or change the number of clusters.',
    },
  }),
  'too-many-clusters': ({ clusters, rows, distinct }) => ({
    what: {
      zh: `簇数是 ${grouped(clusters)}，而 ${grouped(rows)} 行里只有 ${grouped(distinct)} 种不同的取值。`,
      en: `${grouped(clusters)} segments were asked for, but ${grouped(rows)} rows hold only ${grouped(distinct)} different ones.`,
    },
    todo: {
      zh: `把簇数改到 ${grouped(distinct)} 以内，或多选几个特征。`,
      en: `Ask for at most ${grouped(distinct)}, or choose more features.`,
    },
  }),
  'segment-gone': ({ segment }) => ({
    what: {
      zh: `上一层分群里已经没有 ${segment} 号群了。`,
      en: `The clustering above no longer has a segment ${segment}.`,
    },
    todo: {
      zh: '换一个群往里分，或者撤销上一层的改动。',
      en: 'Choose another segment to look inside, or undo the change above.',
    },
  }),
  'edits-outdated': ({ edit, edits }) => ({
    what: {
      zh:
        edits === 1
          ? '手工合并或拆分是在另一个分群结果上做的，对不上现在的分群。'
          : `${grouped(edits)} 处手工修改里，第 ${grouped(edit)} 处对不上现在的分群。`,
      en:
        edits === 1
          ? 'The merge or split made by hand belongs to another result and does not fit these segments.'
          : `Change ${grouped(edit)} of the ${grouped(edits)} made by hand does not fit these segments.`,
    },
    todo: {
      zh: '去掉手工修改，用算法的结果；或者撤销刚才对参数的改动。',
      en: 'Drop the changes made by hand, or undo the change of the parameters.',
    },
  }),
  'split-impossible': ({ rows }) => ({
    what: {
      zh: `要拆的分群有 ${grouped(rows)} 行，特征全都一样，拆不开。`,
      en:
        rows === 1
          ? 'The segment to split has only one row.'
          : `The ${grouped(rows)} rows of the segment to split have equal features.`,
    },
    todo: { zh: '撤销这次拆分。', en: 'Undo the split.' },
  }),
};
