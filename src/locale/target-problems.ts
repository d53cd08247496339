import type { ProblemFacts } from '../core/problem';
import type { Words } from '../core/words';
import { grouped } from './numbers';
import type { ProblemWords } from './problems';

/** Words of what is wrong with a column that others should tell about. */
export const targetProblems = {
  'target-unfit': ({ column, reason, count }: ProblemFacts['target-unfit']): ProblemWords => ({
    what: whatOf(column, reason, count),
    todo: {
      zh: '换一列作目标：数、是否或类别，如是否响应、是否流失；也可以不选。',
      en: 'Choose another target, a number, yes/no or category such as response or churn, or none.',
    },
  }),
};

function whatOf(column: string, reason: string, count: number): Words {
  if (reason === 'one-class') {
    return {
      zh: `目标列「${column}」${count === 0 ? '一个值也没有' : '只有一种值'}，别的列没有什么可说的。`,
      en: `The target ${column} has ${count === 0 ? 'no value' : 'one value only'}, so there is nothing to tell about it.`,
    };
  }
  if (reason === 'many-classes') {
    return {
      zh: `目标列「${column}」有 ${grouped(count)} 种值，太多了（至多 50 种）。`,
      en: `The target ${column} has ${grouped(count)} different values, which are too many (50 at most).`,
    };
  }
  return {
    zh: `「${column}」是日期、文字或编号，不能作目标。`,
    en: `${column} holds dates, texts or identifiers and cannot be a target.`,
  };
}
