import type { Words } from '../../core/words';
import type { ParallelDisplay } from './display';

export const viewWords = {
  chart: {
    zh: '每个分群一条线：各特征的中位数，从上到下',
    en: 'A line for each segment: its medians, feature by feature',
  },
  scale: { zh: '刻度', en: 'Scale' },
  order: { zh: '顺序', en: 'Order' },
  feature: { zh: '特征', en: 'Feature' },
  everyone: { zh: '全体', en: 'Everyone' },
  middleHalf: { zh: '中位数（25–75 %）', en: 'median (25–75%)' },
  axisRank: { zh: '全体里的名次，50 % 是中位数 →', en: 'rank among everyone; 50% is the median →' },
  axisDeviation: {
    zh: '与全体均值相差几个标准差 →',
    en: 'standard deviations from the overall mean →',
  },
  twin: { zh: '表格：中位数与四分位', en: 'As a table: medians and quartiles' },
} satisfies Record<string, Words>;

/** Columns that were asked for and cannot be drawn. */
export function leftOutWords({ leftOut }: ParallelDisplay): Words | null {
  const named = (reason: 'kind' | 'same') =>
    leftOut.filter((entry) => entry.reason === reason).map(({ column }) => column);
  const [kind, same] = [named('kind'), named('same')];
  const parts: Words[] = [];
  if (kind.length > 0) {
    parts.push({
      zh: `${kind.map((name) => `「${name}」`).join('')}的取值没有大小，没有画`,
      en: `${kind.join(', ')}: values without an order, not drawn`,
    });
  }
  if (same.length > 0) {
    parts.push({
      zh: `${same.map((name) => `「${name}」`).join('')}人人一样，没有画`,
      en: `${same.join(', ')}: the same for everyone, not drawn`,
    });
  }
  if (parts.length === 0) return null;
  return {
    zh: `${parts.map(({ zh }) => zh).join('；')}。`,
    en: `${parts.map(({ en }) => en).join('; ')}.`,
  };
}
