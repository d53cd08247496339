import { formatCount } from '../../core/format';
import type { Words } from '../../core/words';
import type { Alert, AlertKind, Severity } from '../../table/profile/alert';

export const severityWords: Readonly<Record<Severity, Words>> = {
  high: { zh: '先处理', en: 'First' },
  medium: { zh: '看一眼', en: 'Look' },
  low: { zh: '知道就好', en: 'Know' },
};

const REMEDIES: Readonly<Partial<Record<AlertKind, Words>>> = {
  'all-missing': { zh: '删去这一列', en: 'Drop the column' },
  'mostly-missing': { zh: '删去这一列', en: 'Drop the column' },
  constant: { zh: '删去这一列', en: 'Drop the column' },
  'almost-constant': { zh: '删去这一列', en: 'Drop the column' },
  'equal-columns': { zh: '只留前一列', en: 'Keep the first only' },
  correlated: { zh: '只留前一列', en: 'Keep the first only' },
  'duplicate-rows': { zh: '去掉重复', en: 'Drop duplicates' },
  'duplicate-but-identifier': { zh: '去掉重复', en: 'Drop duplicates' },
  'duplicate-identifiers': { zh: '每个留最全的一行', en: 'Keep the fullest row of each' },
  outliers: { zh: '截到边界', en: 'Clip to the limits' },
  'outliers-on-log': { zh: '列出这些行', en: 'List these rows' },
  'impossible-ages': { zh: '设为缺失', en: 'Set to missing' },
  'impossible-birth-years': { zh: '设为缺失', en: 'Set to missing' },
  'stand-in-numbers': { zh: '设为缺失', en: 'Set to missing' },
  'stand-in-zeros': { zh: '设为缺失', en: 'Set to missing' },
  'stand-in-dates': { zh: '设为缺失', en: 'Set to missing' },
  placeholders: { zh: '设为缺失', en: 'Set to missing' },
  'mixed-types': { zh: '改成数值列', en: 'Make it numbers' },
  variants: { zh: '统一写法', en: 'Use one spelling' },
  'rare-levels': { zh: '并成「其他」', en: 'Merge into Other' },
};

/** What the button of an alert does. */
export function remedyWords({ kind, type }: Alert): Words {
  if (kind !== 'missing') return REMEDIES[kind] ?? { zh: '处理', en: 'Clean' };
  if (type === 'number') return { zh: '用中位数填', en: 'Fill with the median' };
  if (type === 'identifier') return { zh: '去掉这些行', en: 'Drop these rows' };
  return { zh: '用最常见的填', en: 'Fill with the most frequent' };
}

export const alertWords = {
  list: { zh: '要留意的地方', en: 'What to look at' },
  straighten: { zh: '在「特征」里变换', en: 'Transform in Features' },
  inFeatures: { zh: '「特征」里自动变换', en: 'Left to Features' },
  inClean: { zh: '已在「清洗」里', en: 'In Clean' },
  noneFound: { zh: '没有发现要留意的地方。', en: 'Nothing to look at was found.' },
  today: {
    zh: '有日期晚于今天：按今天检查',
    en: 'Some dates are later than today: check against today',
  },
} satisfies Record<string, Words>;

/** The one button that puts every harmless remedy into cleaning. */
export function applyAllWords(steps: number): Words {
  const noun = steps === 1 ? 'remedy' : 'remedies';
  return {
    zh: `把 ${formatCount(steps)} 步稳妥的处理放进「清洗」`,
    en: `Put ${formatCount(steps)} safe ${noun} into Clean`,
  };
}

export function moreAlertsWords(count: number): Words {
  return {
    zh: `另有 ${formatCount(count)} 处较轻的没有列出。`,
    en: `${formatCount(count)} lesser ones are not listed.`,
  };
}
