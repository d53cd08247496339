import type { ProblemFacts } from '../core/problem';
import { columnTypeWords } from './column-types';
import { grouped } from './numbers';
import type { ProblemWords } from './problems';

type JoinProblem = 'join-keys-missing' | 'join-types-differ' | 'join-too-large';

const typesByName = new Map(Object.entries(columnTypeWords));

function typeWords(type: string) {
  return typesByName.get(type) ?? { zh: type, en: type };
}

export const joinProblems: {
  readonly [C in JoinProblem]: (facts: ProblemFacts[C]) => ProblemWords;
} = {
  'join-keys-missing': () => ({
    what: {
      zh: '两张表没有看得出是同一样东西的列。',
      en: 'No columns of the two tables look like the same thing.',
    },
    todo: {
      zh: '选出两边各一列作为键，例如客户编号。',
      en: 'Choose a key on each side, such as the customer number.',
    },
  }),
  'join-types-differ': ({ left, leftType, right, rightType }) => ({
    what: {
      zh: `键的类型不同：左表「${left}」是${typeWords(leftType).zh}，右表「${right}」是${typeWords(rightType).zh}。`,
      en: `The keys differ in type: ${left} on the left is ${typeWords(leftType).en}, ${right} on the right is ${typeWords(rightType).en}.`,
    },
    todo: {
      zh: '打开「按文字比较」，或先在「派生」里转成同一种。',
      en: 'Switch on "Compare as text", or bring them to one type in Derive first.',
    },
  }),
  'join-too-large': ({ rows, leftRows, rightRows, limit }) => ({
    what: {
      zh: `连接后会有 ${grouped(rows)} 行（左 ${grouped(leftRows)}、右 ${grouped(rightRows)}），上限是 ${grouped(limit)}：键在两边都有重复，行数相乘。`,
      en: `Joining would give ${grouped(rows)} rows (left ${grouped(leftRows)}, right ${grouped(rightRows)}); the limit is ${grouped(limit)}. Keys repeat on both sides, so rows multiply.`,
    },
    todo: {
      zh: '先让右表每个键只有一行，或多选一列作为键。',
      en: 'Make the right keys unique first, or add a column to the keys.',
    },
  }),
};
