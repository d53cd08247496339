import type { Words } from '../../core/words';

/** Names of the columns of a table of sessions, and of one of events. */
export const ROW_NAMES = {
  session: { zh: '会话序号', en: 'Session' },
  start: { zh: '开始时间', en: 'Start' },
  end: { zh: '结束时间', en: 'End' },
  minutes: { zh: '分钟数', en: 'Minutes' },
  events: { zh: '事件数', en: 'Events' },
  distinct: { zh: '事件种数', en: 'Distinct events' },
  firstEvent: { zh: '第一个事件', en: 'First event' },
  lastEvent: { zh: '最后一个事件', en: 'Last event' },
  path: { zh: '路径', en: 'Path' },
  valueSum: { zh: '数值合计', en: 'Sum of values' },
  position: { zh: '会话内位置', en: 'Position in session' },
  sincePrevious: { zh: '距上一事件分钟数', en: 'Minutes since previous event' },
} satisfies Record<string, Words>;
