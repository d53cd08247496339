import type { PythonGap } from '../../core/python';

/** Words, which no library writes. */
export const python: PythonGap = {
  why: {
    zh: '人写的话和页面造的句子；它们依据的数在「细分」单元的脚本里',
    en: 'sentences that people and the page wrote; the figures behind them are in the script of the segments cell',
  },
};
