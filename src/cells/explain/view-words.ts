import { formatCount, formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import type { ExplainDisplay, ExplainRule } from './display';

export const viewWords = {
  table: { zh: '各分群的规则', en: 'The rules of each segment' },
  segment: { zh: '分群', en: 'Segment' },
  rule: { zh: '规则', en: 'Rule' },
  coverage: { zh: '覆盖', en: 'Coverage' },
  coverageHint: {
    zh: '符合这条规则的行占全部分群行',
    en: 'Share of all segmented rows that fit the rule',
  },
  precision: { zh: '准确率', en: 'Precision' },
  precisionHint: {
    zh: '符合这条规则的留出行里，属于这个分群的占比',
    en: 'Of the held-out rows that fit the rule, the share that is in the segment',
  },
  columns: { zh: '各列的贡献', en: 'What each column contributes' },
  copyText: { zh: '复制文字', en: 'Copy as text' },
  copySql: { zh: '复制 SQL', en: 'Copy as SQL' },
  copied: { zh: '已复制', en: 'Copied' },
  notCopied: {
    zh: '浏览器不让复制；请在下面选中后复制。',
    en: 'The browser refuses; select and copy below.',
  },
  sql: { zh: 'SQL', en: 'SQL' },
} satisfies Record<string, Words>;

export function coverageText(
  { rows }: ExplainRule,
  of: ExplainDisplay,
  language: Language,
): string {
  return of.rows === 0 ? '—' : formatPercent(rows / of.rows, language);
}

/** "95.3% (41 of 43)": few rows say little, so they are counted out. */
export function precisionText({ heldOut, right }: ExplainRule, language: Language): string {
  if (heldOut === 0) return '—';
  const share = formatPercent(right / heldOut, language);
  const [part, all] = [formatCount(right), formatCount(heldOut)];
  return language === 'zh' ? `${share}（${part} / ${all}）` : `${share} (${part} of ${all})`;
}

/** Segments that no rule names: the tree finds no place where they are most. */
export function unnamedWords(count: number): Words | null {
  if (count === 0) return null;
  return {
    zh: `${formatCount(count)} 个分群没有规则：任何一处都不占多数。`,
    en: `${formatCount(count)} ${count === 1 ? 'segment has' : 'segments have'} no rule: nowhere in the majority.`,
  };
}
