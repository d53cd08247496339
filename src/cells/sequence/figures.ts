import type { Json } from '../../core/json';
import { refuse } from '../../core/params';
import type { Words } from '../../core/words';

/** What can be known of a user from a log, in the order of the columns. */
export const FIGURES = [
  'recency',
  'events',
  'windows',
  'activeDays',
  'longestStreak',
  'currentStreak',
  'sessions',
  'sessionEvents',
  'sessionMinutes',
  'distinct',
  'entropy',
  'meanGap',
  'medianGap',
  'eventCounts',
  'eventRecency',
  'valueSum',
  'valueMean',
  'tenure',
  'hour',
  'weekday',
  'first',
  'last',
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

/** Figures with several columns: what they are called together in the list to choose from. */
type Several = 'windows' | 'eventCounts' | 'eventRecency';

/** Names of the columns that come out. */
export const FIGURE_NAMES: Readonly<
  Record<Exclude<Figure, Several | 'longestStreak' | 'currentStreak'>, Words>
> = {
  recency: { zh: '最近活跃距今天数', en: 'Days since last event' },
  events: { zh: '事件数', en: 'Number of events' },
  activeDays: { zh: '活跃天数', en: 'Active days' },
  sessions: { zh: '会话数', en: 'Number of sessions' },
  sessionEvents: { zh: '每次会话事件数', en: 'Events a session' },
  sessionMinutes: { zh: '平均会话分钟数', en: 'Mean session minutes' },
  distinct: { zh: '事件种数', en: 'Distinct events' },
  entropy: { zh: '事件熵（比特）', en: 'Entropy of events (bits)' },
  meanGap: { zh: '平均事件间隔小时数', en: 'Mean hours between events' },
  medianGap: { zh: '事件间隔小时数中位数', en: 'Median hours between events' },
  valueSum: { zh: '数值合计', en: 'Sum of values' },
  valueMean: { zh: '平均数值', en: 'Mean value' },
  tenure: { zh: '首次活跃距今天数', en: 'Days since first event' },
  hour: { zh: '最常活跃的钟点', en: 'Favourite hour' },
  weekday: { zh: '最常活跃的星期', en: 'Favourite weekday' },
  first: { zh: '首次活跃时间', en: 'First event' },
  last: { zh: '最近活跃时间', en: 'Last event' },
};

/** The run of days or of weeks in a row. */
export const STREAK_NAMES: Readonly<
  Record<'days' | 'weeks', Readonly<Record<'longestStreak' | 'currentStreak', Words>>>
> = {
  days: {
    longestStreak: { zh: '最长连续活跃天数', en: 'Longest streak, days' },
    currentStreak: { zh: '当前连续活跃天数', en: 'Current streak, days' },
  },
  weeks: {
    longestStreak: { zh: '最长连续活跃周数', en: 'Longest streak, weeks' },
    currentStreak: { zh: '当前连续活跃周数', en: 'Current streak, weeks' },
  },
};

export const SEVERAL_NAMES: Readonly<Record<Several, Words>> = {
  windows: { zh: '最近几天的事件数', en: 'Events in the last days' },
  eventCounts: { zh: '每种事件的次数', en: 'Number of each event' },
  eventRecency: { zh: '距上次每种事件的天数', en: 'Days since each event' },
};

export function windowName(days: number): Words {
  return {
    zh: `最近 ${days} 天事件数`,
    en: `Events in last ${days} ${days === 1 ? 'day' : 'days'}`,
  };
}

export function eventCountName(event: string): Words {
  return { zh: `${event} 次数`, en: `Number of ${event}` };
}

export function eventRecencyName(event: string): Words {
  return { zh: `距上次 ${event} 天数`, en: `Days since last ${event}` };
}

export const WEEKDAYS: readonly Words[] = [
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
];
