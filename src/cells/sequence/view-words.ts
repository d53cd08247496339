import { formatCount } from '../../core/format';
import { dayText } from '../../core/reference-day';
import type { Language, Words } from '../../core/words';
import type { RoleSource } from '../../table/rfm/roles';
import type { EventOutcome } from '../../table/sequence/outcomes';
import type { EventRole } from '../../table/sequence/roles';
import type { SequenceDisplay, Strip } from './display';

export const viewWords = {
  strips: { zh: '几位用户的事件', en: 'The events of a few users' },
  stripsHint: {
    zh: '从最活跃到最不活跃；一竖是一个事件，下面的横线是一次会话',
    en: 'From the most to the least active; a stroke is an event, the line below it a session',
  },
  gaps: { zh: '相邻两个事件隔多久', en: 'Time between events' },
  gapsHint: {
    zh: '浅色的超过会话间隔，开始新会话',
    en: 'Pale: longer than the gap, a new session',
  },
  gap: { zh: '间隔', en: 'Between' },
  bar: { zh: '多少', en: 'How many' },
  count: { zh: '次数', en: 'Count' },
  share: { zh: '占比', en: 'Share' },
  users: { zh: '用户', en: 'Users' },
  event: { zh: '事件', en: 'Event' },
  events: { zh: '最常见的事件', en: 'The most frequent events' },
  steps: { zh: '一个事件之后是哪个', en: 'What follows an event' },
  stepsHint: {
    zh: '同一次会话里，从左边的事件到上面的事件的次数；底色越浓，占这一行越多',
    en: 'Within a session, from the event on the left to the one above; the stronger the colour, the larger its share of the line',
  },
  from: { zh: '从', en: 'From' },
  rules: { zh: '哪些行算数', en: 'Which rows count' },
  columns: { zh: '哪一列是什么', en: 'Which column is what' },
  figures: { zh: '输出哪些列', en: 'Columns that come out' },
  table: { zh: '输出的数字列', en: 'The columns of numbers that come out' },
  column: { zh: '列', en: 'Column' },
  missing: { zh: '缺失', en: 'Missing' },
  least: { zh: '最小', en: 'Least' },
  lower: { zh: '下四分位', en: 'Quartile 1' },
  median: { zh: '中位数', en: 'Median' },
  upper: { zh: '上四分位', en: 'Quartile 3' },
  most: { zh: '最大', en: 'Largest' },
  chosen: { zh: '哪些事件单独成列', en: 'Events with columns of their own' },
  chosenHint: { zh: '都不选就是最常见的五种', en: 'None: the five most frequent' },
} satisfies Record<string, Words>;

export const ROLE_WORDS: Readonly<Record<EventRole, Words>> = {
  user: { zh: '用户', en: 'User' },
  time: { zh: '时间', en: 'Time' },
  event: { zh: '事件', en: 'Event' },
  value: { zh: '数值', en: 'Value' },
};

export const SOURCE_WORDS: Readonly<Record<RoleSource, Words>> = {
  chosen: { zh: '选定', en: 'chosen' },
  name: { zh: '按列名猜的', en: 'guessed by its name' },
  content: { zh: '按内容猜的', en: 'guessed by its values' },
};

export const OUTCOME_WORDS: Readonly<Record<Exclude<EventOutcome, 'event'>, Words>> = {
  'user-missing': { zh: '没有用户，不算', en: 'without a user are left out' },
  'time-missing': { zh: '没有时间，不算', en: 'without a time are left out' },
  'event-missing': { zh: '没有事件，不算', en: 'without an event are left out' },
  'after-reference': {
    zh: '不在参考日之前，不算',
    en: 'not before the reference day are left out',
  },
};

/** "1 user", "2 users". */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

export function rowCount(rows: number): Words {
  return { zh: `${formatCount(rows)} 行`, en: plural(rows, 'row') };
}

/** How many rows there are, and how many of them are events. */
export function rowsWords({ source, counts }: SequenceDisplay): Words {
  const [all, events] = [formatCount(source.rows), formatCount(counts.event)];
  if (counts.event === source.rows) {
    return { zh: `${all} 行都是事件。`, en: `All ${all} rows are events.` };
  }
  return {
    zh: `${all} 行里，${events} 行是事件；其余：`,
    en: `Of ${all} rows, ${events} ${counts.event === 1 ? 'is an event' : 'are events'}; the others:`,
  };
}

/** What day the days are counted to, and why. */
export function referenceWords({ reference }: SequenceDisplay, isGiven: boolean): Words {
  const day = dayText(reference);
  return isGiven
    ? {
        zh: `只算 ${day} 零点之前的；清空就是最后一个事件的后一天`,
        en: `events before midnight of ${day} count; empty it for the day after the last event`,
      }
    : {
        zh: `没有填：最后一个事件的后一天，${day}`,
        en: `left empty: the day after the last event, ${day}`,
      };
}

/** Whose clocks the hours and days are those of. */
export function zoneWords({ hasClock }: SequenceDisplay, zone: number): Words {
  if (!hasClock) {
    return {
      zh: '日志只有日期，没有钟点：同一天的事件算一次会话，先后按行的次序。',
      en: 'The log has days without times: a day’s events are one session, in the order of the rows.',
    };
  }
  if (zone === 0) {
    return {
      zh: '钟点、星期和天按日志里写的时间算；带时区的时间按 UTC。',
      en: 'Hours, weekdays and days are those written in the log; times with a zone are in UTC.',
    };
  }
  const [sign, hours] = [zone > 0 ? '+' : '−', Math.abs(zone)];
  return {
    zh: `钟点、星期和天按日志里的时间 ${sign}${hours} 小时算；带时区的时间先换成 UTC。`,
    en: `Hours, weekdays and days are those of the log ${sign}${hours} h; times with a zone are first put in UTC.`,
  };
}

/** "≤ 30 min", and the last class "> 30 d". */
export function gapLabel(edge: number | undefined, below: number | undefined): Words {
  if (edge === undefined) {
    const last = durationWords(below ?? 0);
    return { zh: `> ${last.zh}`, en: `> ${last.en}` };
  }
  const words = durationWords(edge);
  return { zh: `≤ ${words.zh}`, en: `≤ ${words.en}` };
}

function durationWords(ms: number): Words {
  const minutes = ms / 60_000;
  if (minutes < 1) return { zh: `${ms / 1000} 秒`, en: `${ms / 1000} s` };
  if (minutes < 60) return { zh: `${minutes} 分钟`, en: `${minutes} min` };
  if (minutes < 1440) return { zh: `${minutes / 60} 小时`, en: `${minutes / 60} h` };
  return { zh: `${minutes / 1440} 天`, en: `${minutes / 1440} d` };
}

/** A user of the picture in a sentence, for those who do not see it. */
export function stripWords({ name, events, sessions }: Strip, language: Language): string {
  return language === 'zh'
    ? `${name}：${formatCount(events)} 个事件，${formatCount(sessions)} 次会话。`
    : `${name}: ${plural(events, 'event')}, ${plural(sessions, 'session')}.`;
}

/** Chosen events that do not occur. */
export function unknownWords(names: readonly string[]): Words {
  return {
    zh: `日志里没有：${names.map((name) => `「${name}」`).join('')}。`,
    en: `Not in the log: ${names.join(', ')}.`,
  };
}

export function roleSummary({ roles }: SequenceDisplay): string {
  return Object.values(roles)
    .map(({ column }) => column)
    .join(' · ');
}
