import { describe, expect, it } from 'vitest';
import { differsInOneLeaf } from './one-leaf';

describe('a difference of one leaf', () => {
  it('is one text, number or switch, however deep', () => {
    expect(
      differsInOneLeaf({ steps: [{ of: 'a', fill: 1 }] }, { steps: [{ of: 'a', fill: 2 }] }),
    ).toBe(true);
    expect(differsInOneLeaf({ k: 3 }, { k: 3, seed: 7 })).toBe(true);
    expect(differsInOneLeaf({ k: 3, of: ['a'] }, { of: ['a'], k: 3 })).toBe(true);
    expect(differsInOneLeaf({ k: null }, { k: 'auto' })).toBe(true);
  });

  it('is no entry more, no other order, not two at once and no other shape', () => {
    expect(differsInOneLeaf({ steps: ['a'] }, { steps: ['a', 'b'] })).toBe(false);
    expect(differsInOneLeaf({ steps: ['a', 'b'] }, { steps: ['b', 'a'] })).toBe(false);
    expect(differsInOneLeaf({ k: 3, seed: 1 }, { k: 4, seed: 2 })).toBe(false);
    expect(differsInOneLeaf({ of: 'a' }, { of: ['a'] })).toBe(false);
    expect(differsInOneLeaf({}, { of: {} })).toBe(false);
  });

  it('looks at own members only', () => {
    expect(differsInOneLeaf({}, JSON.parse('{"__proto__": 1}'))).toBe(true);
    expect(differsInOneLeaf({}, JSON.parse('{"__proto__": 1, "toString": 2}'))).toBe(false);
  });
});
