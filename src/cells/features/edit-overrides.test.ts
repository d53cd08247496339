import { expect, it } from 'vitest';
import { ownRules, setRules } from './edit-overrides';
import type { FeatureOverride } from './overrides';

const overrides: readonly FeatureOverride[] = [
  { column: '消费', transform: 'log', scale: 'robust' },
];

it('gives a column a rule of its own and keeps its others', () => {
  expect(setRules(overrides, ['消费'], { missing: 'mean' })).toEqual([
    { column: '消费', transform: 'log', scale: 'robust', missing: 'mean' },
  ]);
  expect(setRules(overrides, ['订单'], { scale: 'none' })).toHaveLength(2);
});

it('gives several columns the same rule at once', () => {
  expect(setRules(overrides, ['消费', '订单'], { weight: 2 })).toEqual([
    { column: '消费', transform: 'log', scale: 'robust', weight: 2 },
    { column: '订单', weight: 2 },
  ]);
});

it('lets a column follow the rest again', () => {
  const once = setRules(overrides, ['消费'], { transform: undefined });
  expect(once).toEqual([{ column: '消费', scale: 'robust' }]);
  expect(setRules(once, ['消费'], { scale: undefined })).toEqual([]);
});

it('reads the last override of a column, as the computation does', () => {
  const twice: readonly FeatureOverride[] = [...overrides, { column: '消费', transform: 'none' }];
  expect(ownRules(twice, '消费')).toEqual({ column: '消费', transform: 'none' });
  expect(ownRules(twice, '__proto__')).toBeNull();
});
