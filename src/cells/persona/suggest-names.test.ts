import { describe, expect, it } from 'vitest';
import { personaDisplay, personaFigure, personaLine } from '../../../tests/support/personas';
import { shortName, tagOf } from './column-words';
import { suggestNames } from './suggest-names';

const zh = (...args: Parameters<typeof suggestNames>) =>
  suggestNames(...args).map((name) => name.zh);

describe('suggested names', () => {
  it('are the two most distinct facts, in the words of customers where the column is known', () => {
    const display = personaDisplay([
      personaLine('近12月消费额', [102.5, 97]),
      personaLine('客单价', [120, 90]),
      personaLine('入会月数', [110, 80]),
    ]);
    expect(suggestNames(display, [])).toEqual([
      { zh: '高客单 · 老客', en: 'High basket, long-time' },
      { zh: '新客 · 低客单', en: 'New, low basket' },
    ]);
  });

  it('take one more fact where two would be the same, and at last a number', () => {
    const display = personaDisplay([
      personaLine('客单价', [120, 120, 120]),
      personaLine('入会月数', [110, 110, 110]),
      personaLine('年龄', [105, 96, 105]),
    ]);
    expect(zh(display, [])).toEqual([
      '高客单 · 老客 · 年长',
      '高客单 · 老客 · 年轻',
      '高客单 · 老客 · 年长（2）',
    ]);
  });

  it('are never a name that somebody gave to another segment', () => {
    const display = personaDisplay([personaLine('客单价', [120, 120])]);
    expect(zh(display, ['', '高客单'])).toEqual(['高客单（2）', '高客单']);
  });

  it('leave out what cannot be told from the others, or is hardly different', () => {
    const unsure = { difference: { low: -1, high: 30 } };
    const line = personaLine('客单价', [120, 102.5]);
    const figures = [personaFigure(120, unsure), personaFigure(102.5)];
    const display = personaDisplay([{ ...line, figures }]);
    expect(zh(display, [])).toEqual(['接近全体', '接近全体（2）']);
  });

  it('say nothing grand of a few rows', () => {
    const none = { difference: null };
    const line = personaLine('客单价', [120, 90]);
    const figures = line.figures.map((figure) => ({ ...figure, ...none }));
    const display = personaDisplay([{ ...line, figures }], { sizes: [1, 7], rows: 8 });
    expect(suggestNames(display, [])).toEqual([
      { zh: '单独一位', en: 'A single customer' },
      { zh: '小群', en: 'Small group' },
    ]);
  });

  it('are levels that a segment has more of, and yes or no', () => {
    const column = { id: 'c', name: '城市', type: 'category' } as const;
    const member = { id: 'm', name: '是否代发工资', type: 'boolean' } as const;
    const share = { overall: 0.5, deviation: 0.5 };
    const display = personaDisplay([
      personaLine('城市', [0.9, 0.1], { column, level: '北京', ...share }),
      personaLine('代发', [0.8, 0.2], { column: member, level: 'true', ...share }),
    ]);
    expect(zh(display, [])).toEqual(['北京 · 代发工资', '非代发工资']);
  });
});

describe('the words of a column', () => {
  it.each([
    ['距上次购买天数', '久未来', '近期活跃'],
    ['折扣订单占比', '爱折扣', '少用折扣'],
    ['月均访问次数', '常访', '少访'],
    ['退货率', '多退货', '少退货'],
    ['订单数', '高频', '低频'],
    ['Days since last order', '久未来', '近期活跃'],
    ['理财余额', '理财余额高', '理财余额低'],
    ['消费等级', '消费等级高', '消费等级低'],
    ['MntWines', 'MntWines 高', 'MntWines 低'],
  ])('for much and little of %s', (name, high, low) => {
    const column = { id: 'c', name, type: 'number' } as const;
    expect([tagOf(column, true).zh, tagOf(column, false).zh]).toEqual([high, low]);
  });

  it('know that late dates of joining are new customers', () => {
    const column = { id: 'c', name: '注册日期', type: 'date' } as const;
    expect(tagOf(column, true).en).toBe('New');
    expect(tagOf({ ...column, name: '生日' }, false).en).toBe('Early 生日');
  });

  it.each([
    ['近 12 个月消费额', '消费额'],
    ['消费额（元）', '消费额'],
    ['Spend 12 months', 'Spend'],
    ['Visits per month', 'Visits'],
    ['近30天', '近30天'],
    ['最近一次通过手机银行登录的距今天数', '最近一次通过手…'],
    ['', ''],
  ])('are short: %s', (name, short) => expect(shortName(name)).toBe(short));
});
