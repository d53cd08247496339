import { formatCount } from '../../core/format';
import type { Language, Words } from '../../core/words';

export const viewWords = {
  everyone: { zh: '全体', en: 'Everyone' },
  mean: { zh: '均值', en: 'Mean' },
  tgi: { zh: 'TGI', en: 'TGI' },
  ofRows: { zh: '占行数', en: 'Share of rows' },
  table: { zh: '各分群的均值与 TGI', en: 'Means and TGI of each segment' },
  column: { zh: '列', en: 'Column' },
  wholeTable: { zh: '完整的表', en: 'The whole table' },
  nothing: { zh: '和全体没有差别', en: 'No different from everyone' },
} satisfies Record<string, Words>;

export function ofSumWords(column: string): Words {
  return { zh: `占${column}`, en: `Share of ${column}` };
}

export function rowsWords(rows: number): Words {
  const count = formatCount(rows);
  return { zh: `${count} 行`, en: rows === 1 ? '1 row' : `${count} rows` };
}

/** The TGI of a mean in words, for those who do not see the bar. */
export function tgiSentence(figure: string, language: Language): string {
  return `${viewWords.tgi[language]} ${figure}`;
}
