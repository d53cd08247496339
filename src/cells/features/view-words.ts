import { formatCount } from '../../core/format';
import type { FittedStep } from '../../core/values';
import type { Words } from '../../core/words';

export const viewWords = {
  features: { zh: '特征及其变换', en: 'Features and their steps' },
  leftOut: { zh: '不入模', en: 'Left out' },
  onlyThis: { zh: '只对这一列：', en: 'Only for' },
  asTheRest: { zh: '和其他列一样', en: 'As the rest' },
  own: { zh: '单独设定', en: 'set apart' },
  after: { zh: '变换后的分布', en: 'Distribution after the steps' },
} satisfies Record<string, Words>;

function stepWords(step: FittedStep): Words | null {
  switch (step.kind) {
    case 'fill':
      return null;
    case 'log':
      return { zh: '对数', en: 'log' };
    case 'yeo-johnson':
      return { zh: 'Yeo–Johnson', en: 'Yeo–Johnson' };
    case 'standard':
      return { zh: '标准化', en: 'standardized' };
    case 'robust':
      return { zh: '稳健缩放', en: 'robust scaling' };
    case 'min-max':
      return { zh: '归一化', en: 'scaled to 0…1' };
    case 'one-hot':
      return { zh: '是或否', en: 'yes or no' };
    case 'one-hot-rest':
      return { zh: '其余取值', en: 'all other values' };
    case 'missing-flag':
      return { zh: '缺失标记', en: 'missing or not' };
    default:
      return step satisfies never;
  }
}

/** The steps of a feature as words in order: "对数 → 标准化"; filling is said apart, by `filledWords`. */
export function stepsWords(steps: readonly FittedStep[]): Words {
  const words = steps.flatMap((step) => stepWords(step) ?? []);
  if (words.length === 0) return { zh: '原值', en: 'as it is' };
  return {
    zh: words.map((word) => word.zh).join(' → '),
    en: words.map((word) => word.en).join(' → '),
  };
}

const FILL_RULES = {
  median: { zh: '中位数', en: 'the median' },
  mean: { zh: '均值', en: 'the mean' },
  mode: { zh: '众数', en: 'the most frequent value' },
} satisfies Record<string, Words>;

/** How many missing values were filled, and with what; null when none was. */
export function filledWords(steps: readonly FittedStep[], filled: number): Words | null {
  const fill = steps.find((step) => step.kind === 'fill');
  if (!fill || filled === 0) return null;
  const rule = FILL_RULES[fill.rule];
  const count = formatCount(filled);
  return { zh: `${count} 个缺失填${rule.zh}`, en: `${count} missing filled with ${rule.en}` };
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
