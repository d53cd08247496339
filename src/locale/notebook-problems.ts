import type { ProblemFacts } from '../core/problem';
import { notebookFaults } from './notebook-faults';
import { grouped } from './numbers';
import type { ProblemWords } from './problems';

type NotebookProblem = 'notebook-invalid' | 'notebook-cycle';

/** What is wrong with a notebook as a whole. */
export const notebookProblems: {
  readonly [C in NotebookProblem]: (facts: ProblemFacts[C]) => ProblemWords;
} = {
  'notebook-invalid': ({ line, reason }) => ({
    what: {
      zh: `笔记本文件第 ${grouped(line)} 行读不懂：${notebookFaults[reason].zh}。`,
      en: `Line ${grouped(line)} of the notebook file cannot be read: ${notebookFaults[reason].en}.`,
    },
    todo: {
      zh: '用文本编辑器改正这一行，或打开另一份。',
      en: 'Mend that line in a text editor, or open another copy.',
    },
  }),
  'notebook-cycle': ({ cell }) => ({
    what: {
      zh: `「${cell}」绕一圈又用到了自己的结果。`,
      en: `${cell} feeds itself through other cells.`,
    },
    todo: { zh: '换掉其中一个输入。', en: 'Change one of the inputs on the way.' },
  }),
};
