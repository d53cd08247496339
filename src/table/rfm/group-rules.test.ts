import { describe, expect, it } from 'vitest';
import { cellAt, coverageOf, GROUPS, ruleOf, USUAL_RULES } from './group-rules';

describe('the usual rules', () => {
  it('give each of the 125 combinations of scores exactly one group', () => {
    const decided = new Set<number>();
    for (let r = 1; r <= 5; r++) {
      for (let f = 1; f <= 5; f++) {
        for (let m = 1; m <= 5; m++) {
          expect(ruleOf(USUAL_RULES, [r, f, m]), `${r}-${f}-${m}`).toBeGreaterThanOrEqual(0);
          decided.add(cellAt(r, f, m));
        }
      }
    }
    expect(decided.size).toBe(125);
    const { cells, uncovered, idle } = coverageOf(USUAL_RULES);
    expect(uncovered).toEqual([]);
    expect(idle).toEqual([]);
    expect(cells.reduce((a, b) => a + b, 0)).toBe(125);
  });

  it('use every usual group', () => {
    expect(new Set(USUAL_RULES.map(({ group }) => group))).toEqual(new Set(GROUPS));
  });
});

describe('the check of rules', () => {
  it('names combinations without a rule, and rules that never decide', () => {
    const rules = [
      { group: 'a', r: [2, 5], f: [1, 5], m: [1, 5] },
      { group: 'b', r: [3, 4], f: [1, 5], m: [1, 5] },
      { group: 'c', r: [1, 1], f: [1, 5], m: [2, 5] },
    ] as const;
    const { uncovered, idle, cells } = coverageOf(rules);
    expect(uncovered).toEqual([1, 2, 3, 4, 5].map((f) => [1, f, 1]));
    expect(idle).toEqual([1]);
    expect(cells).toEqual([100, 0, 20]);
  });
});
