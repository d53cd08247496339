import { formatCount, formatNumber, formatPercent } from '../../core/format';
import type { Words } from '../../core/words';
import type { ColumnDisplay, FeaturesDisplay, PartDisplay, Suggestion } from './display';
import { fillRuleOf } from './fill-rule';

export const viewWords = {
  features: { zh: '特征及其变换', en: 'Features and their steps' },
  leftOut: { zh: '不入模', en: 'Left out' },
  use: { zh: '选用', en: 'Use it' },
  unuse: { zh: '不用这一列', en: 'Leave this column out' },
  asTheRest: { zh: '和其他列一样', en: 'As the rest' },
  own: { zh: '单独设定', en: 'set apart' },
  before: { zh: '变换前的分布', en: 'Distribution before' },
  after: { zh: '变换后的分布', en: 'Distribution after the steps' },
  rowsOf: { zh: '各取值的行数', en: 'Rows of each level' },
  preview: { zh: '采用后的分布', en: 'Distribution if taken' },
  share: { zh: '占距离', en: 'of the distance' },
  weight: { zh: '权重', en: 'Weight' },
  weightHint: {
    zh: '2：对距离平方的贡献翻倍',
    en: '2: it adds twice as much to squared distances',
  },
  encode: { zh: '变成', en: 'Becomes' },
  rare: { zh: '少见的取值（比例或行数）', en: 'Rare levels (share or rows)' },
  levels: { zh: '单独成列的取值数', en: 'Levels that stand alone' },
  order: { zh: '从低到高的次序，用逗号隔开', en: 'Order from low to high, with commas' },
  slots: { zh: '哈希进几列', en: 'Features to hash into' },
  separator: { zh: '标签之间的符号', en: 'Sign between tags' },
  separatorHint: { zh: '不填：自动判断', en: 'Empty: guessed' },
  reference: { zh: '参照日期', en: 'Reference date' },
  referenceHint: { zh: '不填：这一列最晚的日期', en: 'Empty: the latest date of the column' },
  badDay: { zh: '要写成 2024-05-01 这样的日期', en: 'Write a date such as 2024-05-01' },
  cycles: { zh: '周期', en: 'Cycles' },
  search: { zh: '找一列', en: 'Find a column' },
  take: { zh: '采用', en: 'Take it' },
  ofRows: { zh: '的行', en: 'of the rows' },
  more: { zh: '还有 # 个', en: '# more' },
  takeAll: { zh: '采用全部建议', en: 'Take all suggestions' },
  parts: { zh: '拆成的特征', en: 'Features made of it' },
  several: { zh: '一起设定', en: 'Set several' },
  chooseShown: { zh: '全选列出的', en: 'Choose all shown' },
  chooseNone: { zh: '全不选', en: 'Choose none' },
  choose: { zh: '选中', en: 'Choose' },
  combine: { zh: '组合两列', en: 'Combine two columns' },
  add: { zh: '添加', en: 'Add' },
  remove: { zh: '去掉这个组合', en: 'Remove this combination' },
  times: { zh: '× 相乘', en: '× product' },
  over: { zh: '÷ 相除', en: '÷ ratio' },
  first: { zh: '第一列', en: 'First column' },
  second: { zh: '第二列', en: 'Second column' },
  operation: { zh: '怎样组合', en: 'How' },
} satisfies Record<string, Words>;

const ENCODES: Readonly<Record<string, Words>> = {
  'one-hot': { zh: '每个取值一列', en: 'one feature a level' },
  ordinal: { zh: '按次序编号', en: 'place in an order' },
  frequency: { zh: '所占比例', en: 'share of rows' },
  count: { zh: '出现次数', en: 'number of rows' },
  hash: { zh: '哈希', en: 'hashed' },
  tags: { zh: '每个标签一列', en: 'one feature a tag' },
  number: { zh: '时间戳', en: 'timestamp' },
  age: { zh: '过去的天数', en: 'days since' },
  until: { zh: '还有的天数', en: 'days until' },
  none: { zh: '只用周期', en: 'cycles only' },
};

export function encodeWords(encode: string): Words {
  return ENCODES[encode] ?? { zh: encode, en: encode };
}

const CYCLES: Readonly<Record<string, Words>> = {
  month: { zh: '月份', en: 'month' },
  weekday: { zh: '星期', en: 'weekday' },
  hour: { zh: '钟点', en: 'hour' },
  'day-of-year': { zh: '一年中的第几天', en: 'day of year' },
};

export function cycleWords(cycle: string): Words {
  return CYCLES[cycle] ?? { zh: cycle, en: cycle };
}

const STEPS: Readonly<Record<string, Words | null>> = {
  fill: null,
  age: null,
  weight: null,
  cyclic: null,
  log: { zh: '对数', en: 'log' },
  'yeo-johnson': { zh: 'Yeo–Johnson', en: 'Yeo–Johnson' },
  standard: { zh: '标准化', en: 'standardized' },
  robust: { zh: '稳健缩放', en: 'robust scaling' },
  'min-max': { zh: '归一化', en: 'scaled to 0…1' },
};

function treatmentOf(column: ColumnDisplay): Words[] {
  const { encode, type, partner, parts, reference } = column;
  const cycles = cyclesOf(parts);
  const words: Words[] = [];
  if (partner !== null) words.push(partner === 'product' ? TIMES : OVER);
  const isCyclesOnly = encode === 'none' && reference === null;
  if (encode !== null && !isCyclesOnly && type !== 'boolean') {
    words.push(reference === null ? encodeWords(encode) : agedWords(encode, reference));
  }
  if (cycles.length > 0) {
    words.push({
      zh: `${cycles.map(({ zh }) => zh).join('、')}成圆`,
      en: `${cycles.map(({ en }) => en).join(', ')} on a circle`,
    });
  }
  if (type === 'boolean') words.push({ zh: '是或否', en: 'yes or no' });
  return words;
}

const TIMES: Words = { zh: '两列相乘', en: 'product' };
const OVER: Words = { zh: '两列相除', en: 'ratio' };

function agedWords(encode: string, reference: number): Words {
  const day = new Date(reference).toISOString().slice(0, 10);
  return encode === 'until'
    ? { zh: `距 ${day} 还有几天`, en: `days until ${day}` }
    : { zh: `到 ${day} 过了几天`, en: `days since, on ${day}` };
}

export function cyclesOf(parts: readonly PartDisplay[]): readonly Words[] {
  const names = parts.flatMap(({ kind, level }) =>
    kind === 'cycle' ? [level.split(' ').slice(1).join(' ')] : [],
  );
  return [...new Set(names)].map(cycleWords);
}

/** What is done to a column, in order: "对数 → 标准化"; filling is said apart, by `filledWords`. */
export function treatmentWords(column: ColumnDisplay): Words {
  const steps = column.steps.flatMap(({ kind }) => STEPS[kind] ?? []);
  const words = [...treatmentOf(column), ...steps];
  if (column.partCount > 1 && column.parts[0]?.kind !== 'number') {
    const count = column.partCount;
    words.push({ zh: `${formatCount(count)} 个特征`, en: `${formatCount(count)} features` });
  }
  if (words.length === 0) return { zh: '原值', en: 'as it is' };
  return {
    zh: words.map((word) => word.zh).join(' → '),
    en: words.map((word) => word.en).join(' → '),
  };
}

const FILL_RULES = {
  median: { zh: '中位数', en: 'the median' },
  mean: { zh: '均值', en: 'the mean' },
  mode: { zh: '最常见的值', en: 'the most frequent value' },
} satisfies Record<string, Words>;

/** What became of missing values; null when there were none. */
export function filledWords(column: ColumnDisplay): Words | null {
  if (column.missing === 0) return null;
  const count = formatCount(column.missing);
  const rule = fillRuleOf(column);
  if (rule === null)
    return { zh: `${count} 个缺失自成一类`, en: `${count} missing, as their own level` };
  const words = FILL_RULES[rule];
  return { zh: `${count} 个缺失填${words.zh}`, en: `${count} missing filled with ${words.en}` };
}

/** One feature of a column in words: its level, "other", or what else it stands for. */
export function partWords({ kind, level, name }: PartDisplay): Words {
  switch (kind) {
    case 'level':
    case 'tag':
      return { zh: level, en: level };
    case 'rest':
      return { zh: '其他', en: 'other' };
    case 'missing':
      return { zh: '缺失', en: 'missing' };
    case 'slot':
      return { zh: `第 ${level} 列`, en: `slot ${level}` };
    case 'cycle': {
      const [wave = '', ...cycle] = level.split(' ');
      const words = cycleWords(cycle.join(' '));
      return { zh: `${words.zh} ${wave}`, en: `${words.en} ${wave}` };
    }
    default:
      return { zh: name, en: name };
  }
}

const TRANSFORMS: Readonly<Record<string, Words>> = {
  none: { zh: '不变换', en: 'no transform' },
  log: { zh: '取对数', en: 'take the logarithm' },
  'yeo-johnson': { zh: '用 Yeo–Johnson 变换', en: 'use Yeo–Johnson' },
};

/** What the data ask for, with the figures that say so. */
export function suggestionWords(suggestion: Suggestion): Words {
  if (suggestion.kind === 'tags') {
    const { separator, tags } = suggestion;
    const count = formatCount(tags);
    return {
      zh: `一格里有几个值，用「${separator}」隔开：拆成 ${count} 个标签。`,
      en: `Several values in a cell, with “${separator}” between: split into ${count} tags.`,
    };
  }
  const { transform, scale, skewness, skewnessAfter, far } = suggestion;
  const bends = skewness !== skewnessAfter;
  const words = TRANSFORMS[transform] ?? { zh: transform, en: transform };
  const skews = [formatNumber(skewness, 1), formatNumber(skewnessAfter, 1)];
  const zh = [
    bends && `${words.zh}：偏度 ${skews[0]} → ${skews[1]}`,
    scale && `按中位数和四分位距缩放：${formatPercent(far, 'zh')} 的值离得很远`,
  ].filter(Boolean);
  const en = [
    bends && `${words.en}: skewness ${skews[0]} → ${skews[1]}`,
    scale && `scale by median and quartiles: ${formatPercent(far, 'en')} of the values lie far out`,
  ].filter(Boolean);
  const text = en.join('; ');
  return { zh: `${zh.join('；')}。`, en: `${text.charAt(0).toUpperCase()}${text.slice(1)}.` };
}

/** What the matrix was prepared for, with γ; null for Euclidean distances. */
export function mixedWords({ mixed }: FeaturesDisplay): Words | null {
  if (mixed === null) return null;
  const { numbers, categories } = mixed;
  if (mixed.measure === 'gower') {
    return {
      zh: `为 Gower 距离准备：${numbers} 个数值特征除以极差，${categories} 个类别不同记 1；请用曼哈顿距离的方法。`,
      en: `Prepared for Gower’s distance: ${numbers} numbers over their ranges, ${categories} categories 1 where they differ; use a method with Manhattan distances.`,
    };
  }
  const gamma = formatNumber(mixed.gamma, 3);
  return {
    zh: `为混合距离准备：${numbers} 个数值特征的平方差，加上 γ = ${gamma} × 不同的类别数（共 ${categories} 个类别）。`,
    en: `Prepared for mixed distances: squared differences of ${numbers} numbers, plus γ = ${gamma} for each of ${categories} categories that differs.`,
  };
}

const REASONS: Readonly<Record<string, Words>> = {
  'not-chosen': { zh: '没有选', en: 'not chosen' },
  constant: { zh: '所有值都相同', en: 'always the same value' },
  'all-missing': { zh: '全部缺失', en: 'all values are missing' },
  identifier: { zh: '编号，不是特征', en: 'an identifier, not a feature' },
  text: { zh: '自由文字', en: 'free text' },
  'too-many-levels': { zh: '取值太多', en: 'too many different values' },
  date: { zh: '日期', en: 'a date' },
  'mostly-missing': { zh: '缺失过半', en: 'more than half is missing' },
  'two-values': { zh: '只有两种值', en: 'only two values' },
  category: { zh: '类别，选中才用', en: 'a category, used when chosen' },
  boolean: { zh: '是或否，选中才用', en: 'yes or no, used when chosen' },
};

/** Why a column is not a feature; a reason that this version has no words for is shown as it is. */
export function reasonWords(reason: string): Words {
  return REASONS[reason] ?? { zh: reason, en: reason };
}

/** True for a column that could be a feature if somebody chose it. */
export function isUsable(reason: string): boolean {
  return reason !== 'constant' && reason !== 'all-missing';
}
