import type { PythonGap } from '../../core/python';

/** A picture that nothing is computed from. */
export const python: PythonGap = {
  why: {
    zh: '由质心画的树，只在页面上看；后面没有单元用到它',
    en: 'a tree drawn from the centroids, to be looked at on the page; no later cell uses it',
  },
};
