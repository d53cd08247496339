import { formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { SegmentsDisplay } from './display';

export const viewWords = {
  everyone: { zh: '全体', en: 'Everyone' },
  mean: { zh: '均值', en: 'Mean' },
  tgi: { zh: 'TGI', en: 'TGI' },
  table: { zh: '各分群的均值与 TGI', en: 'Means and TGI of each segment' },
  column: { zh: '列', en: 'Column' },
  wholeTable: { zh: '完整的表', en: 'The whole table' },
  nothing: { zh: '和全体没有差别', en: 'No different from everyone' },
} satisfies Record<string, Words>;

export function ofSumWords(column: string): Words {
  return { zh: `占「${column}」`, en: `Share of ${column}` };
}

const ROWS = {
  customer: { zh: '位顾客', one: 'customer', many: 'customers' },
  user: { zh: '位用户', one: 'user', many: 'users' },
  row: { zh: '行', one: 'row', many: 'rows' },
};

/** "Share of customers", where the table says for certain what a row is. */
export function ofRowsWords({ rowsAre = 'row' }: Pick<SegmentsDisplay, 'rowsAre'>): Words {
  const zh = { customer: '占顾客', user: '占用户', row: '占行数' }[rowsAre];
  return { zh, en: `Share of ${ROWS[rowsAre].many}` };
}

/** "118,481 customers". */
export function rowsWords(
  rows: number,
  { rowsAre = 'row' }: Pick<SegmentsDisplay, 'rowsAre'>,
): Words {
  const count = formatCount(rows);
  const words = ROWS[rowsAre];
  return { zh: `${count} ${words.zh}`, en: `${count} ${rows === 1 ? words.one : words.many}` };
}
