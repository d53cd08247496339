import type { ProblemFacts } from '../core/problem';
import { faultWords } from './formula-faults';
import type { ProblemWords } from './problems';

export const formulaProblems: {
  readonly [C in 'formula-invalid']: (facts: ProblemFacts[C]) => ProblemWords;
} = {
  'formula-invalid': ({ column, formula: _formula, position, length: _length, near, ...facts }) => {
    const names = near === '' ? [] : near.split('\n');
    const { zh, en } = faultWords({ ...facts, near: names });
    const place =
      column === '' ? { zh: '筛选', en: 'the filter' } : { zh: `「${column}」`, en: column };
    const sign = position + 1;
    return {
      what: { zh: `${place.zh}的公式算不了：${zh}`, en: `The formula of ${place.en} fails: ${en}` },
      todo: {
        zh: `改第 ${sign} 个字符起划线的地方。`,
        en: `Mend what is underlined, from character ${sign} on.`,
      },
    };
  },
};
