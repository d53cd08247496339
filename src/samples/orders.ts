import type { Language } from '../core/words';
import type { Random } from '../core/random';
import { clamp, count, normal, skewed, sometimes, weighted } from './draw';
import type { Sample } from './sample';

/** What the orders of a planted group of customers are like. */
interface Buyers {
  /** Share of all orders, and how many customers they come from. */
  readonly share: number;
  readonly customers: number;
  /** Days of the year in which they order, as the middle and the spread. */
  readonly day: number;
  readonly spread: number;
  readonly price: number;
  readonly units: number;
}

const GROUPS: readonly Buyers[] = [
  // The few who carry the shop, all year round.
  { share: 0.34, customers: 60, day: 190, spread: 105, price: 190, units: 2.4 },
  // Regulars.
  { share: 0.3, customers: 180, day: 190, spread: 100, price: 95, units: 1.6 },
  // Gone since the spring.
  { share: 0.2, customers: 320, day: 62, spread: 34, price: 80, units: 1.3 },
  // New since the autumn.
  { share: 0.16, customers: 260, day: 338, spread: 16, price: 70, units: 1.2 },
];

const CATEGORIES = {
  zh: ['女装', '鞋靴', '美妆', '家居', '食品', '数码'],
  en: ['Clothing', 'Shoes', 'Beauty', 'Home', 'Food', 'Electronics'],
} as const;
const CATEGORY_WEIGHTS = [26, 14, 20, 16, 15, 9];

const STATUS = {
  zh: ['已完成', '已取消', '已退款'],
  en: ['Completed', 'Cancelled', 'Refunded'],
} as const;
const STATUS_WEIGHTS = [94, 3, 3];

const HEADER = {
  zh: ['订单号', '下单时间', '会员号', '品类', '数量', '单价', '订单状态'],
  en: ['Order ID', 'Order time', 'Member ID', 'Category', 'Quantity', 'Unit price', 'Order status'],
} as const;

const FIRST_DAY_MS = Date.UTC(2024, 0, 1);
const [DAY_MS, MINUTE_MS] = [86_400_000, 60_000];

/** "2024-03-05 14:22", a time of day when shops are busy. */
function timeText(random: Random, like: Buyers): string {
  const day = clamp(Math.round(like.day + like.spread * normal(random)), 0, 365);
  const minute = clamp(Math.round(15 * 60 + 200 * normal(random)), 0, 1439);
  const iso = new Date(FIRST_DAY_MS + day * DAY_MS + minute * MINUTE_MS).toISOString();
  return iso.slice(0, 16).replace('T', ' ');
}

/** Members of different groups have different numbers, the groups mixed. */
function memberOf(random: Random, group: number): string {
  const number = random.below(GROUPS[group]!.customers) * GROUPS.length + group;
  return String(10_001 + number).padStart(8, '0');
}

function row(random: Random, index: number, language: Language) {
  const group = weighted(
    random,
    GROUPS.map((buyers) => buyers.share),
  );
  const like = GROUPS[group]!;
  return {
    group,
    values: [
      `S${String(index + 1).padStart(7, '0')}`,
      timeText(random, like),
      sometimes(random, 0.02, memberOf(random, group)),
      CATEGORIES[language][weighted(random, CATEGORY_WEIGHTS)]!,
      String(count(random, like.units, 1)),
      skewed(random, like.price, 0.5).toFixed(2),
      STATUS[language][weighted(random, STATUS_WEIGHTS)]!,
    ],
  };
}

/** One row an order: members who come back, some cancelled or refunded, some without a member. */
export const orders: Sample = {
  id: 'orders',
  title: { zh: '网店订单', en: 'Shop orders' },
  summary: {
    zh: '一年的订单，一行一单：先算成一行一个客户（RFM），再分群。',
    en: 'A year of orders, one a row: turned into one row a customer (RFM), then segmented.',
  },
  fileName: { zh: '网店订单.csv', en: 'shop-orders.csv' },
  rows: 6000,
  groups: GROUPS.length,
  encoding: 'utf-8',
  header: (language) => HEADER[language],
  row,
};
