import type { PythonGap } from '../../core/python';

/** Applies a passport, which no library reads. */
export const python: PythonGap = {
  why: {
    zh: '归群用的是保存下来的分群（各特征学到的数和质心），由页面应用；脚本里没有它',
    en: 'it applies saved segments (fitted features and centroids) by the page itself; the script does not hold them',
  },
};
