import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carryNumbers,
  fillNumbers,
  MOST_RECORDS,
  namesByIndex,
  namesByNumber,
  numbersOf,
  parseIdentity,
  recordOf,
  withRecord,
  type Identity,
} from './identity';

const print = (digit: string) => digit.repeat(16);
const anyNumbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 50 });
const anyName = fc.constantFrom('', '老客', '常客', 'VIP', 'x');

describe('the numbers of groups', () => {
  it('are the lowest free ones for new groups, never twice the same', () => {
    expect(fillNumbers([3, null, 1, null], 5)).toEqual([3, 2, 1, 4, 5]);
    fc.assert(
      fc.property(anyNumbers, fc.integer({ min: 0, max: 50 }), (given, count) => {
        const numbers = fillNumbers(given.slice(0, count), count);
        expect(new Set(numbers).size).toBe(count);
        expect(numbers.slice(0, given.length)).toEqual(given.slice(0, count));
      }),
    );
  });

  it('go with the matched group; the name of a group that is gone keeps its number', () => {
    // Old numbers 2, 1, 3; the group named 3 is gone, a new one is there.
    const names = ['', '', '沉睡'];
    expect(carryNumbers([1, 0, -1], [2, 1, 3], names)).toEqual([1, 2, 4]);
    expect(carryNumbers([1, 0, -1], [2, 1, 3], [])).toEqual([1, 2, 3]);
  });

  it('of a result without record follow the last ones in order', () => {
    const identity: Identity = [
      { of: print('a'), numbers: [2, 1] },
      { of: print('b'), numbers: [3, 1] },
    ];
    expect(numbersOf(identity, print('a'))).toEqual([2, 1]);
    expect(numbersOf(identity, print('c'))).toEqual([3, 1]);
    expect(numbersOf([], print('c'))).toEqual([]);
  });

  it('are kept for the last few results, each once', () => {
    const made = [...'0123456789'].reduce<Identity>(
      (identity, digit) => withRecord(identity, { of: print(digit), numbers: [1] }),
      [],
    );
    expect(made.map(({ of }) => of[0]).join('')).toBe('456789');
    expect(made).toHaveLength(MOST_RECORDS);
    const again = withRecord(made, { of: print('5'), numbers: [2] });
    expect(again.at(-1)).toEqual(recordOf(again, print('5')));
    expect(again).toHaveLength(MOST_RECORDS);
  });
});

describe('names', () => {
  it('come back by number from what views show by index', () => {
    fc.assert(
      fc.property(anyNumbers, fc.array(anyName, { maxLength: 60 }), (numbers, names) => {
        const indexed = namesByIndex(names, numbers);
        const last = names.findLastIndex((name) => name !== '');
        const kept = namesByNumber(indexed.slice(0, numbers.length), numbers, names);
        expect(kept).toEqual(names.slice(0, last + 1));
      }),
    );
  });

  it('of groups that are not in view stay when another is renamed', () => {
    expect(namesByNumber(['常客', ''], [4, 1], ['甲', '乙', '丙', '丁'])).toEqual([
      '',
      '乙',
      '丙',
      '常客',
    ]);
  });
});

describe('what a document holds', () => {
  it('is read as it was written, and nothing else is', () => {
    const identity = [
      { of: print('a'), numbers: [2, 1] },
      { of: print('b'), numbers: [1], from: print('a'), isUnchecked: true },
    ];
    expect(parseIdentity(identity)).toEqual(identity);
    const wrong = [
      'x',
      [{ of: 'short', numbers: [1] }],
      [{ of: print('a'), numbers: [1, 1] }],
      [{ of: print('a'), numbers: [0] }],
      [{ of: print('a'), numbers: [1], from: 'x' }],
      [{ of: print('a'), numbers: [1], isUnchecked: false }],
    ];
    for (const json of wrong) expect(() => parseIdentity(json)).toThrow('param-invalid');
  });
});
