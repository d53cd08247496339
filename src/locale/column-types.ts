import type { ColumnMeta, ColumnType } from '../core/values';
import type { Words } from '../core/words';

/** What a column holds, as a person would say it. */
export const columnTypeWords: Readonly<Record<ColumnType, Words>> = {
  number: { zh: '数', en: 'number' },
  boolean: { zh: '是否', en: 'yes or no' },
  date: { zh: '日期', en: 'date' },
  category: { zh: '类别', en: 'category' },
  text: { zh: '文字', en: 'text' },
  identifier: { zh: '编号', en: 'identifier' },
};

/** What a column holds and in which unit: "number · ¥". */
export function columnNote({ type, unit }: Pick<ColumnMeta, 'type' | 'unit'>): Words {
  const { zh, en } = columnTypeWords[type];
  return unit === undefined ? { zh, en } : { zh: `${zh} · ${unit}`, en: `${en} · ${unit}` };
}
