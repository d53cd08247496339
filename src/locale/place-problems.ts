import type { ProblemFacts } from '../core/problem';

/** Words of what this computer does not hold: a key, a file. */
export const placeProblems = {
  'secret-missing': ({ name }: ProblemFacts['secret-missing']) => ({
    what: {
      zh: `这里没有保存密钥「${name}」的地方，做不了假名。`,
      en: `There is no place here that keeps the key ${name}, so no pseudonyms can be made.`,
    },
    todo: {
      zh: '在浏览器里打开这份笔记本；或把要假名化的列改成删去。',
      en: 'Open the notebook in a browser, or drop the columns instead.',
    },
  }),
  'source-missing': ({ name }: ProblemFacts['source-missing']) => ({
    what: {
      zh: `这台电脑上没有「${name}」的数据。`,
      en: `The data of ${name} is not on this computer.`,
    },
    todo: {
      zh: `把「${name}」拖到这里，内容相同就能接着算。`,
      en: `Drop ${name} here; the same content continues where it was.`,
    },
  }),
};
