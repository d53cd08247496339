import type { Words } from '../../core/words';
import type { Verdict } from './decisions';

export const viewWords = {
  columns: { zh: '各列', en: 'Columns' },
  column: { zh: '列', en: 'Column' },
  verdict: { zh: '留还是去', en: 'Keep or drop' },
  why: { zh: '为什么', en: 'Why' },
  missing: { zh: '缺失', en: 'Missing' },
  variance: { zh: '方差', en: 'Variance' },
  link: { zh: 'χ²（自由度）', en: 'χ² (df)' },
  q: { zh: 'q', en: 'q' },
  totals: { zh: '合计的 χ²（自由度）', en: 'χ² of sums (df)' },
  information: { zh: '信息增益', en: 'Information' },
  entry: { zh: '进入次序', en: 'Enters' },
  legend: {
    zh: 'χ²：没有关系的假设下的检验，多于 10 种取值的数分五份；q：按检验的列数校正的 p 值；信息增益以 nat 计；进入次序：L1 逻辑回归的惩罚减弱时，第几个得到权重。',
    en: 'χ² tests that there is no relation, numbers of more than 10 values in fifths; q is the p-value corrected for the number of columns tested; information is in nats; “enters” is the place in which a column gets a weight as the L1 penalty of a logistic regression weakens.',
  },
  totalsLegend: {
    zh: '合计的 χ²：各类的合计之比与行数之比相比（同 scikit-learn 的 chi2），随单位变，只对计数有意义。',
    en: 'χ² of sums compares the classes’ sums with their shares of the rows (scikit-learn’s chi2); it changes with the unit and means something for counts only.',
  },
  path: { zh: '谁先进入路径', en: 'Who enters the path first' },
  weaker: { zh: '惩罚减弱 →', en: 'weaker penalty →' },
} satisfies Record<string, Words>;

export const verdictWords: Readonly<Record<Verdict, Words>> = {
  keep: { zh: '保留', en: 'Keep' },
  drop: { zh: '去掉', en: 'Drop' },
};

export function takeWords(count: number): Words {
  return {
    zh: `采纳建议：去掉 ${count} 列`,
    en: `Take the advice: drop ${count} ${count === 1 ? 'column' : 'columns'}`,
  };
}

export function advisedWords(verdict: Verdict): Words {
  const { zh, en } = verdictWords[verdict];
  return { zh: `建议${zh}`, en: `advised: ${en.toLowerCase()}` };
}
