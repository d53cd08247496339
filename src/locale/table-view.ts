import { formatCount } from '../core/format';
import type { Words } from '../core/words';

const w = (zh: string, en: string): Words => ({ zh, en });

function rowsEn(rows: number): string {
  return `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

function columnsEn(columns: number): string {
  return `${formatCount(columns)} ${columns === 1 ? 'column' : 'columns'}`;
}

/** Words of the view into the rows of a table. */
export const tableWords = {
  see: w('看表', 'See the table'),
  size: (rows: number, columns: number): Words =>
    w(
      `${formatCount(rows)} 行 × ${formatCount(columns)} 列`,
      `${rowsEn(rows)} × ${columnsEn(columns)}`,
    ),
  region: (cell: string): Words => w(`${cell}的表`, `Table of ${cell}`),
  search: w('在所有列里找', 'Find in all columns'),
  rowHead: w('行', 'Row'),
  inView: (rows: number, total: number): Words =>
    rows === total
      ? w(`共 ${formatCount(total)} 行`, rowsEn(total))
      : w(
          `筛出 ${formatCount(rows)} 行，共 ${formatCount(total)} 行`,
          `${formatCount(rows)} of ${rowsEn(total)}`,
        ),
  none: w('没有一行符合。', 'No row matches.'),
  empty: w('这张表没有行。', 'This table has no rows.'),
  noColumns: w('这张表没有列。', 'This table has no columns.'),
  clear: w('清除筛选和排序', 'Clear filters and sorting'),
  goTo: w('到第几行', 'Go to row'),
  notInView: (row: number): Words =>
    w(`第 ${formatCount(row)} 行不在筛出的行里。`, `Row ${formatCount(row)} is filtered out.`),
  noSuchRow: (total: number): Words =>
    w(`行号从 1 到 ${formatCount(total)}。`, `Rows go from 1 to ${formatCount(total)}.`),
  nextMissing: w('下一个缺失', 'Next missing'),
  noMissing: (column: string): Words =>
    w(`筛出的行里，「${column}」没有缺失。`, `No row in view lacks ${column}.`),
  expand: w('放大', 'Expand'),
  shrink: w('缩回', 'Shrink'),
  menu: (column: string): Words =>
    w(`${column}：排序、筛选、列宽`, `${column}: sort, filter, width`),
  ascending: w('升序', 'Ascending'),
  descending: w('降序', 'Descending'),
  unsorted: w('不排序', 'Not sorted'),
  alsoSort: w('作为下一个排序键', 'As a further key'),
  pin: w('固定在左边', 'Pin to the left'),
  unpin: w('不再固定', 'Unpin'),
  wider: w('加宽', 'Wider'),
  narrower: w('变窄', 'Narrower'),
  fit: w('按内容', 'Fit'),
  width: w('列宽', 'Width'),
  order: w('排序', 'Sort'),
  filter: w('筛选', 'Filter'),
  any: w('不筛选', 'All rows'),
  contains: w('包含', 'Contains'),
  equals: w('等于', 'Equals'),
  range: w('范围', 'Range'),
  oneOf: w('其中之一', 'One of'),
  missing: w('缺失', 'missing'),
  isMissing: w('缺失的', 'Missing'),
  isPresent: w('有值的', 'Present'),
  emptyText: w('空文字', 'empty text'),
  from: w('从', 'From'),
  to: w('到', 'To'),
  type: w('类型', 'Type'),
  typeNote: w(
    '改类型会让后面的单元过期；对不上的值成为缺失。',
    'Changing the type makes what follows stale; values that do not fit become missing.',
  ),
  typeByClean: w('会加一步「清洗」。', 'Adds a step of cleaning.'),
  close: w('关闭', 'Close'),
  glanceMissing: (share: string): Words => w(`缺失 ${share}`, `${share} missing`),
  noneMissing: w('没有缺失', 'none missing'),
  distinct: (count: number): Words =>
    w(`${formatCount(count)} 种值`, `${formatCount(count)} ${count === 1 ? 'value' : 'values'}`),
  manyDistinct: w('1,000 种以上的值', 'more than 1,000 values'),
  spread: (from: string, to: string, isLog: boolean): Words =>
    w(
      `从 ${from} 到 ${to}${isLog ? '（对数轴）' : ''}`,
      `from ${from} to ${to}${isLog ? ' (log axis)' : ''}`,
    ),
  mostCommon: (value: string): Words => w(`最多的是「${value}」`, `most often ${value}`),
  rowOf: (row: number): Words => w(`第 ${formatCount(row)} 行`, `Row ${formatCount(row)}`),
  said: (row: number, column: string, value: string): Words =>
    w(
      `第 ${formatCount(row)} 行，${column}：${value}`,
      `Row ${formatCount(row)}, ${column}: ${value}`,
    ),
  coming: w('正在取这一行', 'Row is on its way'),
  copied: (rows: number, columns: number): Words =>
    w(
      `已复制 ${formatCount(rows)} 行 × ${formatCount(columns)} 列。`,
      `Copied ${rowsEn(rows)} × ${columnsEn(columns)}.`,
    ),
  noCopy: w('没有复制。', 'Nothing was copied.'),
  notCopied: w(
    '浏览器不让写剪贴板，没有复制。',
    'The browser refused the clipboard; nothing was copied.',
  ),
  tooMuch: (most: number): Words =>
    w(
      `一次最多复制 ${formatCount(most)} 个值。选少一些，或导出文件。`,
      `At most ${formatCount(most)} values can be copied at once. Select fewer, or export a file.`,
    ),
  selected: (rows: number, columns: number): Words =>
    w(
      `选中 ${formatCount(rows)} 行 × ${formatCount(columns)} 列`,
      `${rowsEn(rows)} × ${columnsEn(columns)} selected`,
    ),
  sorting: w('正在排', 'Sorting'),
  filtering: w('正在找', 'Finding'),
  opening: w('正在取表', 'Fetching the table'),
  cancel: w('取消', 'Cancel'),
  behind: w(
    '这里还是旧的表；单元算完后更新。',
    'Still the old table; it follows when the cell is done.',
  ),
  sortedBy: (column: string, descending: boolean): Words =>
    w(
      `按「${column}」${descending ? '降序' : '升序'}`,
      `sorted by ${column}, ${descending ? 'descending' : 'ascending'}`,
    ),
  dropFilter: (text: string): Words => w(`去掉筛选：${text}`, `Remove filter: ${text}`),
  moreLevels: (count: number): Words =>
    w(`还有 ${formatCount(count)} 种，用「包含」。`, `${formatCount(count)} more: use Contains.`),
  keys: w(
    '方向键移动，Enter 打开列菜单，空格选行，Ctrl C 复制，Esc 离开',
    'Arrows move, Enter opens the column menu, Space selects the row, Ctrl C copies, Esc leaves',
  ),
};
