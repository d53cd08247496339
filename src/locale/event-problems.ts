import type { ProblemFacts } from '../core/problem';
import type { Words } from '../core/words';
import { columnTypeWords } from './column-types';
import { grouped } from './numbers';
import type { ProblemWords } from './problems';

type EventCode = 'events-column-missing' | 'events-column-type' | 'events-none-left';

const ROLE_WORDS: Readonly<Record<string, Words | undefined>> = {
  user: { zh: '用户', en: 'the user' },
  time: { zh: '时间', en: 'the time' },
  event: { zh: '事件', en: 'the event' },
  value: { zh: '数值', en: 'the value' },
};

const REASON_WORDS: Readonly<Record<string, Words | undefined>> = {
  'user-missing': { zh: '没有用户', en: 'have no user' },
  'time-missing': { zh: '没有时间', en: 'have no time' },
  'event-missing': { zh: '没有事件', en: 'have no event' },
  'after-reference': { zh: '不在参考日之前', en: 'are not before the reference day' },
};

/** Problems of making users and sessions out of a log of events. */
export const eventProblems: {
  readonly [C in EventCode]: (facts: ProblemFacts[C]) => ProblemWords;
} = {
  'events-column-missing': ({ role }) => ({
    what: {
      zh: `认不出哪一列是${wordsOf(role).zh}。`,
      en: `No column could be taken for ${wordsOf(role).en}.`,
    },
    todo: {
      zh: `在参数里选出${wordsOf(role).zh}列；时间列要先读成日期。`,
      en: `Choose the column of ${wordsOf(role).en} in the parameters; times must be read as dates.`,
    },
  }),
  'events-column-type': ({ column, role, found }) => ({
    what: {
      zh: `「${column}」是${typeWords(found).zh}列，不能当${wordsOf(role).zh}：这里要${NEEDED[role]?.zh ?? ''}。`,
      en: `${column} is a ${typeWords(found).en} column and cannot be ${wordsOf(role).en}, which needs ${NEEDED[role]?.en ?? ''}.`,
    },
    todo: {
      zh: '换一列，或在读入、清洗时改这一列的类型。',
      en: 'Choose another column, or change the type of this one when reading or cleaning.',
    },
  }),
  'events-none-left': ({ rows, reason, count }) => ({
    what: {
      zh: `${grouped(rows)} 行里没有一个可用的事件：${grouped(count)} 行${REASON_WORDS[reason]?.zh ?? reason}。`,
      en: `None of ${grouped(rows)} rows is an event that counts: ${grouped(count)} ${REASON_WORDS[reason]?.en ?? reason}.`,
    },
    todo: {
      zh: '在参数里换列，或改参考日。',
      en: 'Choose other columns, or change the reference day.',
    },
  }),
};

const NEEDED: Readonly<Record<string, Words | undefined>> = {
  time: {
    zh: '日期列，或从 1970 年起数的秒、毫秒',
    en: 'dates, or seconds or milliseconds since 1970',
  },
  value: { zh: '数值列', en: 'numbers' },
};

function wordsOf(role: string): Words {
  return ROLE_WORDS[role] ?? { zh: role, en: role };
}

function typeWords(type: string): Words {
  const known: Readonly<Record<string, Words | undefined>> = columnTypeWords;
  return known[type] ?? { zh: type, en: type };
}
