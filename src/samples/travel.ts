import { clamp, count, normal, skewed, sometimes, weighted } from './draw';
import type { Sample } from './sample';

/** What a planted group of travellers is like; medians, unless said otherwise. */
interface Travellers {
  readonly share: number;
  readonly trips: number;
  readonly nights: number;
  readonly ahead: number;
  readonly party: number;
  readonly price: number;
  readonly weekdays: number;
  readonly cancelled: number;
  readonly channel: readonly number[];
}

const GROUPS: readonly Travellers[] = [
  // On business: short, often, late, on weekdays.
  {
    share: 0.3,
    trips: 14,
    nights: 1.6,
    ahead: 4,
    party: 1,
    price: 620,
    weekdays: 0.88,
    cancelled: 0.14,
    channel: [3, 1, 6],
  },
  // Families in the holidays: early, long, together.
  {
    share: 0.33,
    trips: 2,
    nights: 6,
    ahead: 62,
    party: 4,
    price: 540,
    weekdays: 0.45,
    cancelled: 0.05,
    channel: [5, 4, 1],
  },
  // Weekend couples.
  {
    share: 0.25,
    trips: 5,
    nights: 2,
    ahead: 13,
    party: 2,
    price: 390,
    weekdays: 0.12,
    cancelled: 0.09,
    channel: [9, 1, 0],
  },
  // Long and far.
  {
    share: 0.12,
    trips: 2,
    nights: 15,
    ahead: 150,
    party: 2,
    price: 1900,
    weekdays: 0.6,
    cancelled: 0.03,
    channel: [2, 8, 0],
  },
];

const HEADER = {
  zh: [
    '旅客号',
    '预订渠道',
    '近一年出行次数',
    '平均晚数',
    '提前预订天数',
    '同行人数',
    '每晚均价',
    '工作日占比',
    '取消率',
    '首次预订日期',
  ],
  en: [
    'Traveller ID',
    'Channel',
    'Trips in a year',
    'Nights per trip',
    'Days booked ahead',
    'Party size',
    'Price per night',
    'Weekday share',
    'Cancellation rate',
    'First booking',
  ],
} as const;
const CHANNELS = {
  zh: ['手机应用', '旅行社', '企业差旅'],
  en: ['App', 'Agency', 'Corporate'],
} as const;

function share(value: number): string {
  return clamp(value, 0, 1).toFixed(3);
}

/** A day from 2019 to 2023; 28 days a month keeps the calendar out of it. */
function day(year: number, dayOfYear: number): string {
  const month = String(Math.floor(dayOfYear / 28) + 1).padStart(2, '0');
  return `${year}-${month}-${String((dayOfYear % 28) + 1).padStart(2, '0')}`;
}

/** One row a traveller, from their bookings: dates, shares, a channel, four planted groups. */
export const travel: Sample = {
  id: 'travel',
  title: { zh: '旅行预订', en: 'Travel bookings' },
  summary: {
    zh: '旅客一年里的预订：提前多久、住几晚、和谁、多贵。',
    en: 'A year of bookings by traveller: how early, how long, with whom, at what price.',
  },
  fileName: { zh: '旅行预订.csv', en: 'travel-bookings.csv' },
  rows: 3000,
  groups: GROUPS.length,
  encoding: 'utf-8',
  header: (language) => HEADER[language],
  row: (random, index, language) => {
    const group = weighted(
      random,
      GROUPS.map((travellers) => travellers.share),
    );
    const like = GROUPS[group]!;
    return {
      group,
      values: [
        `T${String(index + 1).padStart(7, '0')}`,
        CHANNELS[language][weighted(random, like.channel)]!,
        String(Math.max(1, Math.round(skewed(random, like.trips, 0.35)))),
        Math.max(1, skewed(random, like.nights, 0.3)).toFixed(1),
        String(clamp(Math.round(skewed(random, like.ahead, 0.45)), 0, 360)),
        String(like.party === 1 ? 1 + Number(random.next() < 0.08) : count(random, like.party, 1)),
        skewed(random, like.price, 0.3).toFixed(2),
        share(like.weekdays + 0.08 * normal(random)),
        sometimes(random, 0.03, share(like.cancelled + 0.03 * normal(random))),
        day(2019 + random.below(5), random.below(336)),
      ],
    };
  },
};
