import type { ReadNote } from '../../core/read-report';
import type { Words } from '../../core/words';
import { formatCount } from '../../core/format';

interface Facts {
  readonly column: string;
  readonly count: string;
}

const NOTES: Readonly<Record<string, (facts: Facts) => Words>> = {
  'not-finite': ({ column, count }) => ({
    zh: `「${column}」有 ${count} 个值不是有限的数（NaN、无穷），当作缺失`,
    en: `${column}: values that are no finite numbers (NaN, infinity), taken as missing: ${count}`,
  }),
  'date-out-of-range': ({ column, count }) => ({
    zh: `「${column}」有 ${count} 个日期超出历法，当作缺失`,
    en: `${column}: dates beyond any calendar, taken as missing: ${count}`,
  }),
  'invalid-text': ({ column, count }) => ({
    zh: `「${column}」有 ${count} 个值不是有效的 UTF-8，坏字节以 � 代替`,
    en: `${column}: values that are not valid UTF-8, bad bytes shown as �: ${count}`,
  }),
  'binary-as-hex': ({ column }) => ({
    zh: `「${column}」是二进制，写成十六进制`,
    en: `${column} is binary, written as hexadecimal digits`,
  }),
  'stream-without-end': () => ({
    zh: '数据流没有结束标记，可能不完整',
    en: 'the stream has no end mark and may be incomplete',
  }),
  'error-cells': ({ count }) => ({
    zh: `${count} 个错误值（如 #N/A）当作缺失`,
    en: `error values such as #N/A, taken as missing: ${count}`,
  }),
  'formulas-without-value': ({ count }) => ({
    zh: `${count} 个公式没有存下结果，当作缺失；公式不会重新计算`,
    en: `formulas without a stored result, taken as missing; none is calculated here: ${count}`,
  }),
  'hidden-rows': ({ count }) => ({
    zh: `隐藏的 ${count} 行也读入了`,
    en: `hidden rows, read like the others: ${count}`,
  }),
  'hidden-columns': ({ count }) => ({
    zh: `隐藏的 ${count} 列也读入了`,
    en: `hidden columns, read like the others: ${count}`,
  }),
  'header-of-two-rows': () => ({
    zh: '表头有两行，合并成「组 / 名」',
    en: 'a header of two rows, joined as “group / name”',
  }),
};

/** Notes of the readers of Parquet, Arrow and workbooks in words; null for other notes. */
export function typedNoteWords({ code, facts }: ReadNote): Words | null {
  const words = Object.hasOwn(NOTES, code) ? NOTES[code] : undefined;
  const { column = '', count = 0 } = facts;
  return words?.({ column: String(column), count: formatCount(Number(count)) }) ?? null;
}
