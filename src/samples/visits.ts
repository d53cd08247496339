import { createRandom, type Random } from '../core/random';
import type { Language } from '../core/words';
import { clamp, normal, skewed, weighted } from './draw';
import type { Sample } from './sample';

/** What the visits of a planted group of users are like. */
interface Visitors {
  /** Share of all visits, and how many users they come from. */
  readonly share: number;
  readonly users: number;
  /** Day of the quarter of a visit, as the middle and the spread, and its hour. */
  readonly day: number;
  readonly spread: number;
  readonly hour: number;
  /** Weights of view, search, cart, pay and ask in a visit. */
  readonly does: readonly number[];
}

const GROUPS: readonly Visitors[] = [
  // Buyers who come all the time, in the evening.
  { share: 0.36, users: 45, day: 45, spread: 28, hour: 20, does: [38, 14, 24, 22, 2] },
  // Lookers who never buy.
  { share: 0.3, users: 110, day: 48, spread: 26, hour: 12, does: [66, 30, 3, 0, 1] },
  // Gone since the first month.
  { share: 0.18, users: 120, day: 13, spread: 7, hour: 18, does: [50, 20, 14, 8, 8] },
  // New in the last weeks.
  { share: 0.16, users: 90, day: 80, spread: 5, hour: 15, does: [54, 24, 14, 6, 2] },
];

const EVENTS = {
  zh: ['浏览', '搜索', '加购', '支付', '咨询'],
  en: ['view', 'search', 'cart', 'pay', 'ask'],
} as const;
const PAY = 3;

const HEADER = {
  zh: ['用户ID', '时间', '事件', '金额'],
  en: ['User ID', 'Time', 'Event', 'Amount'],
} as const;

/** Events of the visits that follow each other in the file, over and over. */
const LENGTHS = [3, 1, 5, 2, 7, 4, 2, 8];
const ROUND = LENGTHS.reduce((a, b) => a + b, 0);
const FIRST_DAY_MS = Date.UTC(2024, 3, 1);
const [DAY_MS, MINUTE_MS, SECOND_MS] = [86_400_000, 60_000, 1000];

interface Visit {
  readonly group: number;
  readonly user: string;
  readonly startMs: number;
}

/** Which visit a row is in, and at which place. */
function visitAt(index: number): { readonly visit: number; readonly place: number } {
  let place = index % ROUND;
  let visit = Math.floor(index / ROUND) * LENGTHS.length;
  for (const length of LENGTHS) {
    if (place < length) break;
    place -= length;
    visit++;
  }
  return { visit, place };
}

/** The same for every row of a visit. */
function visitOf(visit: number): Visit {
  const random = createRandom(7, 'visit', visit);
  const group = weighted(
    random,
    GROUPS.map(({ share }) => share),
  );
  const like = GROUPS[group]!;
  const day = clamp(Math.round(like.day + like.spread * normal(random)), 0, 90);
  const minute = clamp(Math.round(like.hour * 60 + 100 * normal(random)), 0, 1380);
  const number = 10_001 + random.below(like.users) * GROUPS.length + group;
  return { group, user: `U${number}`, startMs: FIRST_DAY_MS + day * DAY_MS + minute * MINUTE_MS };
}

function row(random: Random, index: number, language: Language) {
  const { visit, place } = visitAt(index);
  const { group, user, startMs } = visitOf(visit);
  const what = place === 0 ? 0 : weighted(random, GROUPS[group]!.does);
  const afterMs = place * 140 * SECOND_MS + random.below(130) * SECOND_MS;
  const iso = new Date(startMs + afterMs).toISOString();
  return {
    group,
    values: [
      user,
      iso.slice(0, 19).replace('T', ' '),
      EVENTS[language][what]!,
      what === PAY ? skewed(random, 80, 0.6).toFixed(2) : '',
    ],
  };
}

/** One row an event: visits of users who look, search, buy and come back. */
export const visits: Sample = {
  id: 'visits',
  title: { zh: '网店行为日志', en: 'Shop event log' },
  summary: {
    zh: '一季度的浏览、加购和支付，一行一个事件：先算成一行一个用户，再分群。',
    en: 'A quarter of views, carts and payments, one a row: turned into one row a user, then segmented.',
  },
  fileName: { zh: '网店行为日志.csv', en: 'shop-events.csv' },
  rows: 8000,
  groups: GROUPS.length,
  encoding: 'utf-8',
  header: (language) => HEADER[language],
  row,
};
