import { capitalize, countWord, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import type { PersonaDisplay } from './display';

const ALL = {
  customer: { zh: '顾客', en: 'customers' },
  user: { zh: '用户', en: 'users' },
  row: { zh: '行', en: 'rows' },
} satisfies Record<string, Words>;

const KINDS = {
  customer: { zh: '种顾客', en: 'kinds of customers' },
  user: { zh: '种用户', en: 'kinds of users' },
  row: { zh: '个分群', en: 'segments' },
} satisfies Record<string, Words>;

/** How many kinds there are and how large the largest is. */
export function headline({ sizes, rows, rowsAre }: PersonaDisplay): Words {
  const all = ALL[rowsAre];
  if (sizes.length === 0) {
    return { zh: '没有分群，没有画像。', en: 'No segments, so nobody to portray.' };
  }
  if (sizes.length === 1) {
    return {
      zh: `只有一个分群，没有可对照的${all.zh}。`,
      en: `One segment only: no other ${all.en} to set it against.`,
    };
  }
  const kinds = KINDS[rowsAre];
  const share = Math.max(...sizes) / Math.max(1, rows);
  return {
    zh: `${countWord(sizes.length, 'zh')}${kinds.zh}，最多的一种占 ${formatPercent(share, 'zh')}。`,
    en: `${capitalize(countWord(sizes.length, 'en'))} ${kinds.en}; the largest is ${formatPercent(share, 'en')}.`,
  };
}
