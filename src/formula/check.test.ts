import { describe, expect, it } from 'vitest';
import { checkCondition, checkFormula } from './check';
import type { FormulaFault } from './fault';

const columns = [
  { id: 'c0', name: '消费', type: 'number', unit: '¥' },
  { id: 'c1', name: 'City', type: 'category' },
  { id: 'c2', name: 'joined on', type: 'date' },
  { id: 'c3', name: 'member', type: 'boolean' },
  { id: 'c4', name: '__proto__', type: 'number' },
  { id: 'c5', name: '满意度（分）', type: 'number' },
] as const;
const around = { columns, reference: null };

/** What is wrong, and the letters under which it is said. */
function wrong(formula: string): [FormulaFault['reason'], string] {
  const { fault } = checkFormula(formula, around);
  if (!fault) throw new Error(`nothing is wrong with ${formula}`);
  return [fault.reason, formula.slice(fault.position, fault.position + fault.length)];
}

const typeOf = (formula: string) => checkFormula(formula, around).ok?.type;

describe('a formula', () => {
  it.each([
    ['消费 * 2', 'number'],
    ['[joined on]', 'date'],
    ['`满意度（分）` + 1', 'number'],
    ['__proto__ + 1', 'number'],
    ["City = 'x' 且 非 member", 'boolean'],
    ['如果(消费 > 100, "高", “低”)', 'text'],
    ['IF（消费＞１００，“高”，“低”）', 'text'],
    ['消费 ≥ 3 或 消费 ≠ 2', 'boolean'],
    ["[joined on] >= '2024年5月1日'", 'boolean'],
    ['if(member, missing, City)', 'text'],
    ['missing', 'missing'],
    ['((((消费))))', 'number'],
    ["'it''s'", 'text'],
    ['bin(消费, [0, 10])', 'text'],
    ['bin(消费, 10)', 'number'],
  ])('%s gives %s', (formula, type) => {
    expect(typeOf(formula)).toBe(type);
  });

  it.each([
    ['', 'empty', ''],
    ['消费 +', 'operand-expected', ''],
    ['消费 + * 2', 'operand-expected', '*'],
    ['消费 2', 'operator-expected', '2'],
    ['(消费 + 1', 'paren-unclosed', '('],
    ['消费 + 1)', 'paren-unopened', ')'],
    ['消费, 2', 'comma-outside', ','],
    ['消费 ? 1', 'character-unknown', '?'],
    ["City = 'x", 'quote-unclosed', "'x"],
    ['[joined on', 'bracket-unclosed', '[joined on'],
    ['1.2.3', 'number-invalid', '1.2.'],
    ['mena(消费)', 'function-unknown', 'mena'],
    ['消 费 + 1', 'operator-expected', '费'],
    ['city', 'column-unknown', 'city'],
    ['mean + 1', 'function-without-parens', 'mean'],
    ['round(消费, 1, 2)', 'arguments-many', '2'],
    ['if(member, 1)', 'arguments-few', 'if'],
    ['消费 + City', 'type-wrong', 'City'],
    ['1 + (2 * lower(City))', 'type-wrong', 'lower(City)'],
    ["消费 = '3'", 'types-differ', "'3'"],
    ['if(member, 1, City)', 'types-differ', 'City'],
    ["[joined on] > 'soon'", 'date-invalid', "'soon'"],
    ['days_between([joined on], today())', 'reference-missing', 'today'],
    ['quantile(消费, 消费)', 'literal-expected', '消费'],
    ['quantile(消费, 0)', 'count-wrong', '0'],
    ['bin(消费, [3, 2])', 'edges-unsorted', '[3, 2]'],
    ["bin(消费, [1, 2], ['a', 'b'])", 'labels-count', "['a', 'b']"],
    ['[1, 2]', 'list-misplaced', '[1, 2]'],
    ['消费 in (1, 2) + 1', 'list-misplaced', '1, 2'],
    ['City in (lower(City))', 'list-expected', 'lower(City)'],
    ['a.b', 'character-unknown', '.'],
    ['消费 = new Date()', 'operator-expected', 'Date'],
  ])('%s is refused: %s under “%s”', (formula, reason, letters) => {
    expect(wrong(formula)).toEqual([reason, letters]);
  });

  it.each([
    ['too-deep', '(', `${'('.repeat(100)}1`],
    ['too-many-parts', '1', Array(600).fill('1').join('+')],
    ['too-deep', '1', Array(400).fill('1').join('+')],
    ['too-many-whole', 'rank(消费)', Array(21).fill('rank(消费)').join('+')],
    ['too-long', 'aaa', 'a'.repeat(5003)],
  ])('is refused when it is %s', (reason, letters, formula) => {
    expect(wrong(formula)).toEqual([reason, letters]);
  });

  it('names the nearest columns and functions', () => {
    expect(checkFormula('citty', around).fault?.near).toEqual(['City']);
    expect(checkFormula('medain(消费)', around).fault?.near).toContain('median');
    expect(checkFormula('joined', around).fault?.near).toEqual(['joined on']);
  });

  it('names both types', () => {
    expect(checkFormula('消费 + City', around).fault).toMatchObject({
      found: '+:text',
      expected: 'number',
    });
  });

  it('keeps the unit of numbers that stay what they were', () => {
    const unitOf = (formula: string) => checkFormula(formula, around).ok?.unit;
    expect(['消费', 'round(消费)', '消费 + 1', 'mean(消费, City)'].map(unitOf)).toEqual([
      '¥',
      '¥',
      '¥',
      '¥',
    ]);
    expect(['消费 * 2', '消费 + __proto__', 'count(消费)'].map(unitOf)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('filters only by what is true or false', () => {
    expect(checkCondition('消费 + 1', around).fault?.reason).toBe('not-a-condition');
    expect(checkCondition('消费 > 1', around).fault).toBeNull();
  });
});
