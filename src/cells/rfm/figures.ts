import type { Json } from '../../core/json';
import type { Words } from '../../core/words';
import { refuse } from '../../core/params';

/** What can be known of a customer from orders, in the order of the columns. */
export const FIGURES = [
  'recency',
  'frequency',
  'monetary',
  'tenure',
  'basket',
  'meanGap',
  'medianGap',
  'categories',
  'products',
  'returnsShare',
  'first',
  'last',
  'scores',
  'group',
] as const;

export type Figure = (typeof FIGURES)[number];

/** What a new cell gives: all that the columns allow. */
export const EVERY_FIGURE: readonly Figure[] = [...FIGURES];

export function parseFigures(json: Json): readonly Figure[] {
  const isFigures =
    Array.isArray(json) && json.every((each) => (FIGURES as readonly Json[]).includes(each));
  if (!isFigures) return refuse('figures', json, FIGURES.join(' | '));
  const wanted = json as readonly Json[];
  return FIGURES.filter((figure) => wanted.includes(figure));
}

/** Names of the columns that come out. */
export const FIGURE_NAMES: Readonly<Record<Exclude<Figure, 'scores'>, Words>> = {
  recency: { zh: '最近购买距今天数', en: 'Recency days' },
  frequency: { zh: '购买次数', en: 'Frequency' },
  monetary: { zh: '消费金额', en: 'Monetary value' },
  tenure: { zh: '首购距今天数', en: 'Tenure days' },
  basket: { zh: '平均客单价', en: 'Average basket' },
  meanGap: { zh: '平均购买间隔天数', en: 'Mean days between orders' },
  medianGap: { zh: '购买间隔天数中位数', en: 'Median days between orders' },
  categories: { zh: '品类数', en: 'Categories bought' },
  products: { zh: '商品种数', en: 'Products bought' },
  returnsShare: { zh: '退货订单占比', en: 'Returns share' },
  first: { zh: '首次购买日期', en: 'First order date' },
  last: { zh: '最近购买日期', en: 'Last order date' },
  group: { zh: 'RFM 分组', en: 'RFM group' },
};

export const SCORE_NAMES: Readonly<Record<'r' | 'f' | 'm', Words>> = {
  r: { zh: 'R 分', en: 'R score' },
  f: { zh: 'F 分', en: 'F score' },
  m: { zh: 'M 分', en: 'M score' },
};
