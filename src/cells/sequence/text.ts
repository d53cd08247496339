import { defineText } from '../../core/cell-text';
import { definition } from './definition';

export const text = defineText(definition, {
  title: { zh: '行为序列', en: 'Sequences' },
  summary: {
    zh: '把行为日志变成一行一个用户：多活跃、多久没来、一次会话做什么；也给出会话和按时间排好的序列。',
    en: 'A log of events becomes one row a user: how active, how recent, what a session is like; or its sessions and ordered events.',
  },
  need: {
    zh: '接上一张行为日志：要有用户和时间，最好有事件。',
    en: 'Connect a log of events: with a user and a time, and better with what happened.',
  },
  params: {
    user: {
      label: { zh: '用户', en: 'User' },
      hint: { zh: '不选就按列名和内容猜', en: 'Guessed by name and content when none is chosen' },
    },
    time: { label: { zh: '时间', en: 'Time' } },
    event: {
      label: { zh: '事件', en: 'Event' },
      hint: {
        zh: '没有时，每一行都只表示来过',
        en: 'Without one, a row says only that the user was there',
      },
    },
    value: {
      label: { zh: '数值', en: 'Value' },
      hint: { zh: '如金额、时长', en: 'Such as an amount or a duration' },
    },
    guess: { label: { zh: '没选的列自动猜', en: 'Guess columns that are not chosen' } },
    rowsAre: {
      label: { zh: '输出一行是', en: 'A row that comes out is' },
      options: {
        users: { zh: '一个用户', en: 'A user' },
        sessions: { zh: '一次会话', en: 'A session' },
        events: { zh: '一个事件', en: 'An event' },
      },
    },
    gap: {
      label: { zh: '隔多少分钟算新会话', en: 'A session ends after minutes' },
      hint: {
        zh: '间隔超过它，下一个事件就开始新会话',
        en: 'More than this without an event, and the next begins a session',
      },
    },
    reference: { label: { zh: '参考日', en: 'Reference day' } },
    zone: {
      label: { zh: '时间加几小时', en: 'Hours to add to the times' },
      hint: {
        zh: '日志是 UTC、用户在北京时填 8；钟点、星期、活跃天按加后的时间算',
        en: '8 for a log in UTC and users in Beijing; hours, weekdays and active days follow',
      },
    },
    windows: { label: { zh: '最近几天的窗口', en: 'Windows of last days' } },
    streak: {
      label: { zh: '连续活跃按', en: 'Streaks in' },
      options: { days: { zh: '天', en: 'Days' }, weeks: { zh: '周', en: 'Weeks' } },
    },
    chosen: { label: { zh: '单独成列的事件', en: 'Events with columns of their own' } },
    figures: { label: { zh: '输出的列', en: 'Columns that come out' } },
    words: {
      label: { zh: '新列名的语言', en: 'Language of the new columns' },
      options: {
        auto: { zh: '跟随原列名', en: 'As the source' },
        zh: { zh: '中文', en: 'Chinese' },
        en: { zh: '英文', en: 'English' },
      },
    },
  },
  inputs: { table: { zh: '行为日志', en: 'Log of events' } },
});
