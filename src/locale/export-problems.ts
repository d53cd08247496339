import type { ProblemFacts } from '../core/problem';

/** Words about files that are made of cells. */
export const exportProblems = {
  'export-unknown': ({ kind, format }: ProblemFacts['export-unknown']) => ({
    what: {
      zh: `「${kind}」单元不能导出「${format}」。`,
      en: `A cell of type ${kind} cannot be exported as ${format}.`,
    },
    todo: { zh: '换一种格式。', en: 'Choose another format.' },
  }),
};
