import { clamp, count, normal, skewed, sometimes, weighted } from './draw';
import type { Sample } from './sample';

/** What a planted group of shoppers is like; medians, unless said otherwise. */
interface Shoppers {
  readonly share: number;
  readonly orders: number;
  readonly basket: number;
  readonly days: number;
  readonly discount: number;
  readonly visits: number;
  readonly returns: number;
  readonly tenure: number;
}

const GROUPS: readonly Shoppers[] = [
  // Regulars: a steady rhythm at ordinary prices.
  {
    share: 0.34,
    orders: 9,
    basket: 165,
    days: 24,
    discount: 0.22,
    visits: 5,
    returns: 0.05,
    tenure: 24,
  },
  // Gone quiet: one or two orders, long ago.
  {
    share: 0.31,
    orders: 1.6,
    basket: 140,
    days: 210,
    discount: 0.3,
    visits: 0.6,
    returns: 0.04,
    tenure: 19,
  },
  // Bargain hunters: many visits, small baskets, hardly anything at full price.
  {
    share: 0.25,
    orders: 7,
    basket: 58,
    days: 30,
    discount: 0.68,
    visits: 13,
    returns: 0.13,
    tenure: 12,
  },
  // The few who carry the shop.
  {
    share: 0.1,
    orders: 30,
    basket: 560,
    days: 6,
    discount: 0.05,
    visits: 16,
    returns: 0.06,
    tenure: 46,
  },
];

const CITIES = {
  zh: ['上海', '北京', '广州', '深圳', '成都', '杭州', '武汉', '西安', '苏州', '昆明'],
  en: [
    'Shanghai',
    'Beijing',
    'Guangzhou',
    'Shenzhen',
    'Chengdu',
    'Hangzhou',
    'Wuhan',
    "Xi'an",
    'Suzhou',
    'Kunming',
  ],
} as const;
const CITY_WEIGHTS = [18, 16, 12, 11, 10, 9, 8, 6, 6, 4];

const HEADER = {
  zh: [
    '会员号',
    '城市',
    '入会月数',
    '近12月消费额',
    '订单数',
    '客单价',
    '距上次购买天数',
    '折扣占比',
    '月均访问次数',
    '退货率',
  ],
  en: [
    'Member ID',
    'City',
    'Tenure months',
    'Spend 12 months',
    'Orders',
    'Basket',
    'Days since last order',
    'Discount share',
    'Visits per month',
    'Return rate',
  ],
} as const;

function percent(share: number): string {
  return `${(100 * clamp(share, 0, 1)).toFixed(1)}%`;
}

/** One row a member: skewed money, four planted groups, ids with leading zeros, a few gaps. */
export const shop: Sample = {
  id: 'shop',
  title: { zh: '店铺会员', en: 'Shop members' },
  summary: {
    zh: '一家网店的会员：一年里花多少、来多勤、多爱打折。',
    en: 'Members of an online shop: what they spent in a year, how often they come, how they love a discount.',
  },
  fileName: { zh: '店铺会员.csv', en: 'shop-members.csv' },
  rows: 2000,
  groups: GROUPS.length,
  encoding: 'utf-8',
  header: (language) => HEADER[language],
  row: (random, index, language) => {
    const group = weighted(
      random,
      GROUPS.map((shoppers) => shoppers.share),
    );
    const like = GROUPS[group]!;
    const city = CITIES[language][weighted(random, CITY_WEIGHTS)]!;
    const orders = Math.max(1, Math.round(skewed(random, like.orders, 0.38)));
    const basket = skewed(random, like.basket, 0.32);
    const tenure = Math.max(1, Math.round(skewed(random, like.tenure, 0.45)));
    const days = clamp(Math.round(skewed(random, like.days, 0.45)), 0, 365);
    return {
      group,
      values: [
        String(index + 1).padStart(8, '0'),
        city,
        String(tenure),
        (orders * basket).toFixed(2),
        String(orders),
        basket.toFixed(2),
        String(days),
        percent(like.discount + 0.09 * normal(random)),
        sometimes(random, 0.02, String(count(random, like.visits, 0))),
        sometimes(random, 0.03, percent(like.returns + 0.03 * normal(random))),
      ],
    };
  },
};
