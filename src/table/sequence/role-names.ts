import type { ColumnType } from '../../core/values';
import { isEventName, roleScore } from '../rfm/role-names';
import type { EventRole } from './roles';

const USER =
  /账号|账户|访客|设备|\b(device|distinct|anonymous|visitor|account|open|union|u)_?id\b/i;
const TIME =
  /时间|发生|访问|行为|操作|事件|time|timestamp|event|action|visit|occurred|logged|created|^ts$|_ts$|_at$/i;
const NO_TIME =
  /注册|入会|出生|生日|更新|修改|结束|有效|birth|regist|join|sign.?up|updat|modif|expir|end\b|ended/i;
const ACTIVITY = /活动|操作|动作|event|action|behaviou?r|activity|interaction|verb/i;
const PLACE =
  /页面|栏目|频道|商品|产品|品类|类目|门店|page|screen|url|path|item|product|category|channel|store|type$|类型$/i;
const NO_EVENT =
  /时间|日期|次数|数量|金额|时长|编号$|time|date|count|amount|value|duration|price|session|_?id$|_?no$/i;
const VALUE = /^value$|event.?value|数值|时长|duration|金额|花费/i;

const NAMES: readonly ColumnType[] = ['identifier', 'text', 'category', 'number'];
const WORDS: readonly ColumnType[] = ['category', 'text', 'identifier', 'boolean'];

/** How surely a column's name and type make it this role in a log: 0 not at all, the more the surer. */
export function eventRoleScore(role: EventRole, name: string, type: ColumnType): number {
  const words = name.replaceAll('_', ' ');
  const says = (pattern: RegExp) => pattern.test(name) || pattern.test(words);
  switch (role) {
    case 'user':
      if (says(USER) && NAMES.includes(type)) return 2;
      return says(/session|会话/i) ? 0 : roleScore('customer', name, type);
    case 'time':
      if (says(NO_TIME) || !(type === 'date' || (type === 'number' && says(TIME)))) return 0;
      return (type === 'date' ? 1 : 0) + (says(TIME) ? 2 : 0);
    case 'event':
      if (!WORDS.includes(type) || says(USER) || says(NO_EVENT)) return 0;
      if (isEventName(name)) return 4;
      return says(ACTIVITY) ? 3 : says(PLACE) ? 2 : 0;
    case 'value':
      if (type !== 'number') return 0;
      return says(VALUE) ? 2 : roleScore('amount', name, type);
    default:
      return role satisfies never;
  }
}
