import { expect, it } from 'vitest';
import { ownRule, setRule } from './edit-overrides';
import type { FeatureOverride } from './overrides';

const overrides: readonly FeatureOverride[] = [
  { column: '消费', transform: 'log', scale: 'robust' },
];

it('gives a column a rule of its own and keeps its others', () => {
  expect(setRule(overrides, '消费', { rule: 'missing', value: 'mean' })).toEqual([
    { column: '消费', transform: 'log', scale: 'robust', missing: 'mean' },
  ]);
  expect(setRule(overrides, '订单', { rule: 'scale', value: 'none' })).toHaveLength(2);
});

it('lets a column follow the rest again', () => {
  const once = setRule(overrides, '消费', { rule: 'transform', value: '' });
  expect(once).toEqual([{ column: '消费', scale: 'robust' }]);
  expect(setRule(once, '消费', { rule: 'scale', value: '' })).toEqual([]);
});

it('reads the last override of a column, as the computation does', () => {
  const twice: readonly FeatureOverride[] = [...overrides, { column: '消费', transform: 'none' }];
  expect(ownRule(twice, '消费', 'transform')).toBe('none');
  expect(ownRule(twice, '消费', 'scale')).toBe('');
  expect(ownRule(twice, '__proto__', 'scale')).toBe('');
});
