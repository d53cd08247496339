import { describe, expect, it } from 'vitest';
import { createTable, dateColumn, numberColumn, textColumn } from '../create-table';
import { classify } from './classify';
import { holdsPattern, isIdCard, isLuhn, patternOf } from './patterns';

describe('what a value is written like', () => {
  it('is an identity number only with the right check digit, province and day', () => {
    // The example of GB 11643-1999.
    expect(isIdCard('11010519491231002X')).toBe(true);
    expect(isIdCard('11010519491231002x')).toBe(true);
    expect(isIdCard('110105194912310021')).toBe(false);
    expect(isIdCard('99010519491231002X')).toBe(false);
    expect(isIdCard('440524188001010014')).toBe(true);
    expect(isIdCard('110105491231002')).toBe(true);
    expect(isIdCard('110105491331002')).toBe(false);
  });

  it('is a card only when Luhn agrees', () => {
    // The usual test numbers of card schemes.
    expect(['4111111111111111', '5500005555555559', '378282246310005'].every(isLuhn)).toBe(true);
    expect(patternOf('4111 1111 1111 1111')).toBe('bank-card');
    expect(patternOf('4111 1111 1111 1112')).toBeNull();
  });

  it.each([
    ['13800138000', 'mobile'],
    ['+86 138-0013-8000', 'mobile'],
    ['１３８００１３８０００', 'mobile'],
    ['010-62771234', 'phone'],
    ['+44 20 7946 0958', 'phone'],
    ['li.lei@example.com', 'email'],
    ['京A·12345', 'plate'],
    ['粤BD12345', 'plate'],
    ['192.168.0.1', 'ip-address'],
    ['2001:db8:0:0:0:0:0:1', 'ip-address'],
    ['北京市海淀区中关村大街 1 号', 'address'],
    ['221 Baker Street', 'address'],
    ['欧阳娜娜', 'person-name'],
    ['李雷', 'person-name'],
  ])('%s is known', (value, pattern) => {
    expect(patternOf(value)).toBe(pattern);
  });

  it.each([
    '12345678',
    '北京',
    'VIP',
    '256.1.1.1',
    '12800138000',
    '2024-05-01',
    '',
    'a@b',
    '100086',
  ])('%s is nothing of the kind', (value) => {
    expect(patternOf(value)).toBeNull();
  });

  it('is found within longer texts', () => {
    expect(holdsPattern('请打 13800138000 找我')).toBe(true);
    expect(holdsPattern('证号11010519491231002X')).toBe(true);
    expect(holdsPattern('证号110105194912310021')).toBe(false);
    expect(holdsPattern('订单 20240501138001380001')).toBe(false);
  });
});

describe('the class of a column', () => {
  const table = createTable([
    textColumn(
      '备注',
      Array.from({ length: 50 }, (_, i) => (i === 7 ? '电话 13800138000' : `第 ${i} 次来`)),
    ),
    textColumn(
      '联系',
      Array.from({ length: 50 }, (_, i) => (i < 5 ? null : `1380013${8000 + i}`)),
    ),
    textColumn(
      'member id',
      Array.from({ length: 50 }, (_, i) => `M${i}`),
      'identifier',
    ),
    numberColumn('Year_Birth', new Float64Array(50).fill(1980)),
    numberColumn('年收入', new Float64Array(50).fill(8)),
    numberColumn('average basket', new Float64Array(50).fill(8)),
    dateColumn('生日', new Float64Array(50)),
    textColumn(
      '客户姓名',
      Array.from({ length: 50 }, () => '甲'),
    ),
    textColumn(
      '产品名称',
      Array.from({ length: 50 }, () => '牛奶'),
    ),
  ]);
  const classed = Object.fromEntries(
    table.columns.map((column) => [column.name, classify(table, column)]),
  );

  it('comes from the content first, then from the name', () => {
    expect(classed).toEqual({
      备注: { class: 'direct', reason: { kind: 'contains', share: 0.02 } },
      联系: { class: 'direct', reason: { kind: 'content', pattern: 'mobile', share: 1 } },
      'member id': { class: 'direct', reason: { kind: 'name', word: 'member id' } },
      Year_Birth: { class: 'quasi', reason: { kind: 'name', word: 'birth' } },
      年收入: { class: 'sensitive', reason: { kind: 'name', word: '收入' } },
      'average basket': { class: 'other', reason: { kind: 'nothing' } },
      生日: { class: 'quasi', reason: { kind: 'name', word: '生日' } },
      客户姓名: { class: 'direct', reason: { kind: 'name', word: '姓名' } },
      产品名称: { class: 'other', reason: { kind: 'nothing' } },
    });
  });
});
