import { expect, it } from 'vitest';
import { listColumns, toggleColumn } from './column-choice';

const options = [{ name: '消费' }, { name: 'Orders' }, { name: '__proto__' }];

it('finds columns by any part of their name, whatever the case or width', () => {
  expect(listColumns(options, [], 'ORD').map((column) => column.name)).toEqual(['Orders']);
  expect(listColumns(options, [], 'ｏｒｄ').map((column) => column.name)).toEqual(['Orders']);
});

it('keeps showing a chosen column that the table no longer has', () => {
  const [absent] = listColumns(options, ['城市'], '城');
  expect(absent).toEqual({ name: '城市', isChosen: true, isAbsent: true });
});

it('keeps the order of the table when a column is added', () => {
  expect(toggleColumn(options, ['__proto__'], '消费')).toEqual(['消费', '__proto__']);
  expect(toggleColumn(options, ['gone'], 'Orders')).toEqual(['Orders', 'gone']);
});

it('removes only the column that was clicked', () => {
  expect(toggleColumn(options, ['消费', 'Orders'], '消费')).toEqual(['Orders']);
});
