import type { ProblemFacts } from '../core/problem';
import type { ProblemWords } from './problems';

/** Words of what goes wrong when a run is written down or verified. */
export const recordProblems = {
  'reproduction-not-run': ({ cells }: ProblemFacts['reproduction-not-run']): ProblemWords => ({
    what: {
      zh: `这些单元还没有运行到最新结果：${cells}。`,
      en: `These cells have no up-to-date result: ${cells}.`,
    },
    todo: {
      zh: '先全部运行，再导出。',
      en: 'Run all, then export again.',
    },
  }),
  'receipt-damaged': ({ place }: ProblemFacts['receipt-damaged']): ProblemWords => ({
    what: {
      zh: `这不是完好的运行凭据${place === '' ? '' : `（${place}）`}。`,
      en: `This is not a whole receipt${place === '' ? '' : ` (${place})`}.`,
    },
    todo: {
      zh: '请换一份由分群导出的凭据。',
      en: 'Choose a receipt as Fenqun wrote it.',
    },
  }),
};
