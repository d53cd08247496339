import { formatCount, formatNumber, formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import type { Alert } from '../../table/profile/alert';

export type Say = (alert: Alert) => Words;

export function nameOf({ columns }: Alert): Words {
  const name = columns[0] ?? '';
  return { zh: `「${name}」`, en: name };
}

/** `12 rows`, `1 row`. */
export function times(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A share that never rounds to none or to all while it is neither. */
export function shareIn({ count, of }: Alert, language: Language): string {
  const share = of > 0 ? count / of : 0;
  const space = language === 'zh' ? ' ' : '';
  if (count > 0 && share < 0.0005) return `< 0.1${space}%`;
  if (count < of && share > 0.9995) return `> 99.9${space}%`;
  return formatPercent(share, language);
}

/** `：999（12 行）、-1（3 行）`, at most three; empty without examples. */
export function examplesIn({ examples }: Alert, language: Language): string {
  const shown = examples.slice(0, 3);
  if (shown.length === 0) return '';
  if (language === 'zh') {
    return `：${shown.map(({ value, count }) => `${value}（${formatCount(count)} 行）`).join('、')}`;
  }
  return `: ${shown.map(({ value, count }) => `${value} (${times(count, 'row', 'rows')})`).join(', ')}`;
}

/** Which way they lie: above 191, below −12, or outside both. */
export function beyond({ range }: Alert): Words {
  const [from, to] = range ?? [null, null];
  const write = (end: number | null) => (end === null ? '' : formatNumber(end));
  if (from === null) return { zh: `大于 ${write(to)}`, en: `above ${write(to)}` };
  if (to === null) return { zh: `小于 ${write(from)}`, en: `below ${write(from)}` };
  return {
    zh: `小于 ${write(from)} 或大于 ${write(to)}`,
    en: `below ${write(from)} or above ${write(to)}`,
  };
}

/** `「北京 」（12 行）→ 北京`; spaces at the ends are made visible by the quotes. At most two. */
export function spellingsIn({ spellings = [] }: Alert, language: Language): string {
  const shown = spellings
    .slice(0, 2)
    .flatMap(({ to, from }) =>
      from
        .slice(0, 2)
        .map(({ value, count }) =>
          language === 'zh'
            ? `「${value}」→「${to}」（${formatCount(count)} 行）`
            : `“${value}” → “${to}” (${times(count, 'row', 'rows')})`,
        ),
    );
  return shown.join(language === 'zh' ? '，' : ', ');
}
