import { defineFace } from '../../core/cell-face';
import { formatCount, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { PrivacyDisplay } from './display';

/** What the columns together give away after treatment; else who is named. */
function finding(display: PrivacyDisplay, { k }: { readonly k: number }): Words {
  const { after, before, treated } = display;
  const kept = treated.filter(
    ({ class: group, action }) => group === 'direct' && action === 'keep',
  );
  if (after.rows === 0) return { zh: '没有留下一行。', en: 'No row is left.' };
  if (kept.length > 0) return namedWords(kept.map(({ column }) => column.name));
  const hasQuasi = treated.some(({ class: group }) => group === 'quasi');
  if (!hasQuasi)
    return { zh: '没有一列指向大致是谁。', en: 'No column tells roughly who somebody is.' };
  if (after.rowsBelow === 0) {
    return {
      zh: `每个人都和至少 ${formatCount(after.k - 1)} 人相同（k = ${formatCount(after.k)}）。`,
      en: `Everybody is like at least ${formatCount(after.k - 1)} others (k = ${formatCount(after.k)}).`,
    };
  }
  const share = after.rowsBelow / after.rows;
  const was = before.rows > 0 ? before.rowsBelow / before.rows : 0;
  const isBetter = was - share >= 0.001;
  return {
    zh: `${shareWords(share, 'zh')} 的行不到 ${k} 人相同${isBetter ? `，原来是 ${shareWords(was, 'zh')}` : ''}；${formatCount(after.alone)} 行独一无二。`,
    en: `${shareWords(share, 'en')} of the rows are like fewer than ${k}${isBetter ? `, before it was ${shareWords(was, 'en')}` : ''}; ${formatCount(after.alone)} ${after.alone === 1 ? 'is' : 'are'} like no other.`,
  };
}

function shareWords(share: number, language: 'zh' | 'en'): string {
  if (share > 0 && share < 0.0005) return language === 'zh' ? '不到 0.1 %' : 'under 0.1%';
  if (share < 1 && share > 0.9995) return language === 'zh' ? '超过 99.9 %' : 'over 99.9%';
  return formatPercent(share, language);
}

function namedWords(names: readonly string[]): Words {
  const [first = ''] = names;
  if (names.length === 1) {
    return { zh: `「${first}」直接写明是谁。`, en: `${first} says outright who it is.` };
  }
  return {
    zh: `${formatCount(names.length)} 列直接写明是谁，如「${first}」。`,
    en: `${formatCount(names.length)} columns say outright who it is, ${first} among them.`,
  };
}

function sourceLine(display: PrivacyDisplay): Words {
  const { rows, columns, treated, consent, dropped } = display;
  const gone = treated.length - columns.length;
  const zh = [`${formatCount(rows)} × ${formatCount(columns.length)}`];
  const en = [`${formatCount(rows)} × ${formatCount(columns.length)}`];
  if (gone > 0) {
    zh.push(`删去 ${formatCount(gone)} 列`);
    en.push(`${formatCount(gone)} ${gone === 1 ? 'column' : 'columns'} dropped`);
  }
  if (consent !== null) {
    zh.push(
      `同意 ${formatCount(consent.yes)}，不同意 ${formatCount(consent.no)}，没回答 ${formatCount(consent.missing)}`,
    );
    en.push(
      `${formatCount(consent.yes)} agreed, ${formatCount(consent.no)} did not, ${formatCount(consent.missing)} gave no answer`,
    );
  }
  if (dropped > 0) {
    zh.push(`小组里的 ${formatCount(dropped)} 行已去掉`);
    en.push(`${formatCount(dropped)} rows of small groups left out`);
  }
  return {
    zh: `${zh.join(' · ')} · 假名化不等于匿名`,
    en: `${en.join(' · ')} · pseudonymized is not anonymous`,
  };
}

export const face = defineFace(definition, {
  finding,
  sourceLine,
  // What a small group shares may be one person's own.
  withhold: (display, { least }) => {
    const fewer = (risk: PrivacyDisplay['after']) => ({
      ...risk,
      smallest: risk.smallest.filter(({ rows }) => rows >= least),
    });
    return { ...display, before: fewer(display.before), after: fewer(display.after) };
  },
  margin: ({ k, generalize, smallGroups, consent }) => [
    { words: { zh: '准标识符', en: 'Quasi-identifiers ' } },
    {
      words:
        generalize === 'keep'
          ? { zh: '原样', en: 'as they are' }
          : { zh: '按建议说得粗一些', en: 'told less exactly' },
      param: 'generalize',
    },
    { words: { zh: '；不到 ', en: '; groups of fewer than ' } },
    { words: { zh: String(k), en: String(k) }, param: 'k' },
    { words: { zh: ' 行的组', en: ' ' } },
    {
      words:
        smallGroups === 'keep' ? { zh: '保留', en: 'stay' } : { zh: '去掉', en: 'are left out' },
      param: 'smallGroups',
    },
    { words: { zh: '；', en: '; ' } },
    {
      words:
        consent === ''
          ? { zh: '不按同意筛选', en: 'consent is not looked at' }
          : { zh: `只留「${consent}」同意的`, en: `only those who agreed in ${consent}` },
      param: 'consent',
    },
    { words: { zh: '。', en: '.' } },
  ],
});
