import { formatCount, formatPercent } from '../../core/format';
import type { Language, Words } from '../../core/words';
import { columnTypeWords } from '../../locale/column-types';
import type { AppendedColumn, JoinDisplay, Matching } from './display';

export const viewWords = {
  keys: { zh: '键', en: 'Keys' },
  left: { zh: '左表', en: 'Left table' },
  right: { zh: '右表', en: 'Right table' },
  swap: { zh: '左右对调', en: 'Swap tables' },
  notConnected: { zh: '还没有接上', en: 'Not connected' },
  automatic: { zh: '自动找', en: 'Found by itself' },
  leftKey: { zh: '左表的键', en: 'Key on the left' },
  rightKey: { zh: '右表的键', en: 'Key on the right' },
  addKey: { zh: '再加一列作键', en: 'Add a key column' },
  removeKey: { zh: '去掉这一对键', en: 'Remove this key' },
  rows: { zh: '行', en: 'Rows' },
  matched: { zh: '对上', en: 'Matched' },
  unmatched: { zh: '对不上', en: 'Unmatched' },
  noKey: { zh: '没有键', en: 'No key' },
  repeated: { zh: '重复的键', en: 'Repeated keys' },
  counts: { zh: '对上了多少', en: 'How the rows meet' },
  unmatchedLeft: { zh: '左表里对不上的', en: 'On the left without a match' },
  unmatchedRight: { zh: '右表里没用上的', en: 'On the right, not used' },
  repeatedRight: { zh: '右表里重复的键', en: 'Repeated keys on the right' },
  preview: { zh: '前几行', en: 'First rows' },
  columns: { zh: '列', en: 'Columns' },
  renamed: { zh: '同名的列', en: 'Columns of equal name' },
} satisfies Record<string, Words>;

export interface SideRow {
  readonly name: Words;
  readonly rows: string;
  readonly matched: string;
  readonly unmatched: string;
  readonly noKey: string;
  readonly repeated: string;
  readonly isRepeated: boolean;
}

/** Both sides as lines of a table; counts first, whatever comes of them. */
export function sideRows(
  { leftRows, rightRows }: JoinDisplay,
  matching: Matching,
  language: Language,
): readonly SideRow[] {
  const line = (name: Words, rows: number, side: Side): SideRow => ({
    name,
    rows: formatCount(rows),
    matched: ofAll(side.matched, rows, language),
    unmatched: formatCount(side.unmatched - side.missing),
    noKey: formatCount(side.missing),
    repeated: repeatedWords(side.repeated)[language],
    isRepeated: side.repeated.keys > 0,
  });
  return [
    line(viewWords.left, leftRows, {
      matched: matching.matchedLeft,
      unmatched: matching.unmatchedLeft,
      missing: matching.missingLeft,
      repeated: matching.repeatedLeft,
    }),
    line(viewWords.right, rightRows, {
      matched: matching.matchedRight,
      unmatched: matching.unmatchedRight,
      missing: matching.missingRight,
      repeated: matching.repeatedRight,
    }),
  ];
}

interface Side {
  readonly matched: number;
  readonly unmatched: number;
  readonly missing: number;
  readonly repeated: Matching['repeatedLeft'];
}

function ofAll(part: number, all: number, language: Language): string {
  const count = formatCount(part);
  return all === 0 ? count : `${count} · ${formatPercent(part / all, language)}`;
}

function repeatedWords({ keys, rows, most }: Matching['repeatedLeft']): Words {
  if (keys === 0) return { zh: '没有', en: 'none' };
  const [count, all, top] = [formatCount(keys), formatCount(rows), formatCount(most)];
  return {
    zh: `${count} 个，占 ${all} 行，最多 ${top} 行`,
    en: `${count} in ${all} rows, up to ${top} each`,
  };
}

/** What repeated keys on the right do to the rows; null where they do nothing. */
export function multiplyWords(display: JoinDisplay): Words | null {
  const { how, rows, leftRows, matching } = display;
  if (matching === null || how === 'anti') return null;
  const before = how === 'inner' ? matching.matchedLeft : leftRows;
  if (rows <= before || before === 0) return null;
  const times = (rows / before).toFixed(2);
  return {
    zh: `右表同一个键有几行，左表的一行就变成几行：${formatCount(before)} → ${formatCount(rows)} 行（${times} 倍）。求和之前先想一想。`,
    en: `Where the right table has several rows for a key, a left row becomes several: ${formatCount(before)} → ${formatCount(rows)} rows (${times} times). Think before you add anything up.`,
  };
}

function typeWord(type: string, language: Language): string {
  return new Map(Object.entries(columnTypeWords)).get(type)?.[language] ?? type;
}

/** What happened to a column that is not simply in both tables; null: it is. */
export function appendedWords(
  { name, from, types }: AppendedColumn,
  language: Language,
): string | null {
  const zh = language === 'zh';
  if (types) {
    const [a, b] = [typeWord(types[0], language), typeWord(types[1], language)];
    return zh
      ? `「${name}」一边是${a}，一边是${b}：合成同一种类型。`
      : `${name} is ${a} in one table and ${b} in the other: brought to one type.`;
  }
  if (from === 'both') return null;
  const side = from === 'left' ? viewWords.left[language] : viewWords.right[language];
  return zh
    ? `「${name}」只有${side}有，另一边为缺失。`
    : `${name} is in the ${side.toLowerCase()} only; missing in the other.`;
}
