import type { PythonGap } from '../../core/python';

/** A picture that nothing is computed from. */
export const python: PythonGap = {
  why: {
    zh: '一张图；画它的数在「细分」单元的脚本里',
    en: 'a picture; the figures that it is drawn from are in the script of the segments cell',
  },
};
