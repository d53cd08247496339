import { formatCount } from '../../core/format';
import type { Language, Words } from '../../core/words';
import { decided, type PrivacyAction, type PrivacyDecision } from './decisions';

/** Names that are said in a line; the rest is counted. */
const MOST_NAMES = 6;

/** Columns that still go on although no cell below uses them; the consent column has its use here. */
export function unusedColumns(
  treated: readonly {
    readonly column: { readonly name: string };
    readonly action: PrivacyAction;
  }[],
  consent: string,
  isUsed: (column: string) => boolean,
): string[] {
  const goOn = treated.filter(({ action }) => action !== 'drop').map(({ column }) => column.name);
  return goOn.filter((name) => name !== consent && !isUsed(name));
}

/** The decisions with these columns dropped (data minimisation, GDPR article 5.1 c; PIPL article 6). */
export function allDropped(
  decisions: readonly PrivacyDecision[],
  columns: readonly string[],
): readonly PrivacyDecision[] {
  return columns.reduce((all, column) => decided(all, { column, action: 'drop' }), decisions);
}

export function minimizeWords(count: number): Words {
  return {
    zh: `删去后面没有用到的 ${formatCount(count)} 列`,
    en: `Drop the ${count === 1 ? 'column' : `${formatCount(count)} columns`} that no cell below uses`,
  };
}

export function namesInSentence(names: readonly string[], language: Language): string {
  const shown = names.slice(0, MOST_NAMES).join(language === 'zh' ? '、' : ', ');
  const more = names.length - MOST_NAMES;
  if (more <= 0) return shown;
  return language === 'zh'
    ? `${shown}，还有 ${formatCount(more)} 列`
    : `${shown} and ${formatCount(more)} more`;
}
