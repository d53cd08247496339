import type { Words } from '../../core/words';
import { actionWords, typeWords } from './option-words';

/** Captions of the controls of a step. */
export const fieldWords = {
  columns: { zh: '列', en: 'Columns' },
  column: { zh: '列', en: 'Column' },
  sameIn: { zh: '这些列相同就算重复', en: 'Duplicates are equal in' },
  noneIsAll: { zh: '不选就是所有适用的列。', en: 'None chosen: every column it fits.' },
  keep: { zh: '留下', en: 'Keep' },
  spaces: { zh: '去掉多余空格和看不见的字符', en: 'Remove extra spaces and invisible characters' },
  width: { zh: '全角字母数字改成半角', en: 'Full-width letters and digits to half-width' },
  case: { zh: '大小写', en: 'Case' },
  to: { zh: '读成', en: 'Read as' },
  dayFirst: { zh: '日和月的次序', en: 'Order of day and month' },
  factor: { zh: '乘以', en: 'Times' },
  offset: { zh: '再加', en: 'Plus' },
  unit: { zh: '新单位', en: 'New unit' },
  values: { zh: '取值', en: 'Values' },
  oneALine: { zh: '一行一个。', en: 'One a line.' },
  rule: { zh: '规则', en: 'Rule' },
  value: { zh: '填入的值', en: 'Value to fill in' },
  by: { zh: '按哪一列分组', en: 'Group by' },
  limit: { zh: '界限', en: 'Limit' },
  action: { zh: '怎么处理', en: 'What to do' },
  min: { zh: '不小于', en: 'At least' },
  max: { zh: '不大于', en: 'At most' },
  asDate: { zh: '写成 2024-05-01。', en: 'Written as 2024-05-01.' },
  pattern: { zh: '格式（正则表达式）', en: 'Pattern (regular expression)' },
  patternHint: {
    zh: '整个值都要符合，例如 1\\d{10}。前后查找和回溯引用不支持。',
    en: 'The whole value must match, e.g. 1\\d{10}. No looking around, no references back.',
  },
} satisfies Record<string, Words>;

/** Options by kind of step and part of it. */
export const optionWords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  'drop-duplicates.keep': {
    first: { zh: '第一行', en: 'First' },
    last: { zh: '最后一行', en: 'Last' },
    'most-complete': { zh: '最完整的', en: 'Most complete' },
  },
  'normalize-text.case': {
    keep: { zh: '不变', en: 'As it is' },
    lower: { zh: '小写', en: 'lower' },
    upper: { zh: '大写', en: 'UPPER' },
    title: { zh: '首字母大写', en: 'Title' },
  },
  'convert-type.to': typeWords,
  dayOrder: {
    auto: { zh: '按数据判断', en: 'By the data' },
    day: { zh: '先日后月', en: 'Day first' },
    month: { zh: '先月后日', en: 'Month first' },
  },
  'fill-missing.rule': {
    median: { zh: '中位数', en: 'Median' },
    mean: { zh: '均值', en: 'Mean' },
    mode: { zh: '众数', en: 'Most frequent' },
    'group-median': { zh: '同组的中位数', en: 'Median of the group' },
    constant: { zh: '固定的值', en: 'A fixed value' },
  },
  'outliers.rule': {
    iqr: { zh: '四分位距（IQR）', en: 'Quartiles (IQR)' },
    z: { zh: '标准差（z）', en: 'Deviations (z)' },
    mad: { zh: '中位数绝对偏差（MAD）', en: 'Median deviation (MAD)' },
    percentile: { zh: '百分位', en: 'Percentiles' },
  },
  'outliers.action': {
    clip: { zh: '移到边界', en: 'Move to the bound' },
    drop: { zh: '整行去掉', en: 'Drop the row' },
    'set-aside': { zh: '整行搁置', en: 'Set the row aside' },
  },
  'validate.action': {
    report: { zh: actionWords.report.zh, en: 'List only' },
    drop: { zh: actionWords.drop.zh, en: 'Drop the row' },
    'set-aside': { zh: actionWords['set-aside'].zh, en: 'Set the row aside' },
    'set-missing': { zh: actionWords['set-missing'].zh, en: 'Make missing' },
  },
  check: {
    present: { zh: '必须有值', en: 'Must be there' },
    unique: { zh: '不能重复', en: 'Must not repeat' },
    range: { zh: '在范围内', en: 'Within a range' },
    pattern: { zh: '符合格式', en: 'Matches a pattern' },
    allowed: { zh: '在名单里', en: 'One of a list' },
  },
};
