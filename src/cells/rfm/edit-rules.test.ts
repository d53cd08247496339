import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../table/rfm/group-rules';
import { edgesFromText, edgesText } from './edges';
import { moveRule, withCatchAll, withoutRule, withRange, withRule } from './edit-rules';
import { guessAnew, rolePatch } from './role-patch';

const rule = (group: string) => ({ group, r: [1, 5], f: [1, 5], m: [1, 5] }) as const;
const rules = [rule('a'), rule('b'), rule('c')];
const names = (changed: readonly { readonly group: string }[]) =>
  changed.map(({ group }) => group).join('');

describe('editing rules', () => {
  it('moves, changes and deletes one, and stops at the ends', () => {
    expect(names(moveRule(rules, 0, 1))).toBe('bac');
    expect(names(moveRule(rules, 0, -1))).toBe('abc');
    expect(names(moveRule(rules, 2, 1))).toBe('abc');
    expect(names(withoutRule(rules, 1))).toBe('ac');
    expect(names(withRule(rules, 1, { group: 'x' }))).toBe('axc');
  });

  it('never lets a range cross itself', () => {
    expect(withRange([2, 3], 'from', 5)).toEqual([5, 5]);
    expect(withRange([2, 3], 'to', 1)).toEqual([1, 1]);
    expect(withRange([2, 3], 'from', 1)).toEqual([1, 3]);
  });

  it('covers the rest with one rule more', () => {
    expect(coverageOf(withCatchAll([], 'rest')).uncovered).toEqual([]);
  });
});

describe('editing roles', () => {
  const roles = {
    customer: { column: 'c', by: 'name' },
    order: { column: 'o', by: 'name' },
  } as const;

  it('writes the others out, so that they are not guessed anew', () => {
    expect(rolePatch(roles, 'amount', 'x')).toMatchObject({
      guess: false,
      customer: 'c',
      order: 'o',
      amount: 'x',
      date: '',
    });
    expect(rolePatch(roles, 'order', '')).toMatchObject({ customer: 'c', order: '' });
  });

  it('takes a column from the role that it had', () => {
    expect(rolePatch(roles, 'product', 'o')).toMatchObject({ order: '', product: 'o' });
    expect(guessAnew()).toMatchObject({ guess: true, customer: '', status: '' });
  });
});

describe('edges as people type them', () => {
  it('are put in order, with any separator', () => {
    expect(edgesFromText('30, 90、180 365')).toEqual([30, 90, 180, 365]);
    expect(edgesFromText('4 3 2 1')).toEqual([1, 2, 3, 4]);
    expect(edgesText([1, 2.5, 3, 4])).toBe('1 2.5 3 4');
  });

  it.each(['', '1 2 3', '1 2 3 4 5', 'a b c d'])('are not "%s"', (typed) => {
    expect(edgesFromText(typed)).toBeNull();
  });
});
