import { describe, expect, it } from 'vitest';
import { functionNames } from '../../formula/function-list';
import { checkFormula } from '../../formula/check';
import { changedAt, movedUp, removedAt, shownColumns } from './edit-columns';
import { isUnfinished, judge } from './live-check';
import { lookUp, REFERENCE } from './reference';
import { suggestFrom } from './suggest';

const known = [
  { name: 'spend', type: 'number', unit: '¥' },
  { name: 'joined on', type: 'date' },
  { name: 'city', type: 'category' },
] as const;
const day = { filter: '', reference: '' };

describe('formulas while they are written', () => {
  it('may use the columns before them, and say what they give', () => {
    const written = [
      { name: 'half', formula: 'spend / 2' },
      { name: 'spend', formula: 'half + 1' },
      { name: 'late', formula: 'later' },
    ];
    const { columns } = judge(written, day, known);
    expect(columns.map(({ type, isReplacing }) => [type, isReplacing])).toEqual([
      ['number', false],
      ['number', true],
      [null, false],
    ]);
    expect(columns[2]?.fault?.reason).toBe('column-unknown');
  });

  it('are checked for their form alone while the table is not known', () => {
    const written = [
      { name: '', formula: 'anything + 1' },
      { name: '', formula: 'anything +' },
    ];
    const { columns, filter } = judge(written, { ...day, filter: '(x' }, [{ name: 'spend' }]);
    expect(columns.map(({ fault }) => fault?.reason)).toEqual([undefined, 'operand-expected']);
    expect(filter.fault?.reason).toBe('paren-unclosed');
  });

  it('are only unfinished where the end is missing', () => {
    const faultOf = (formula: string) =>
      judge([{ name: '', formula }], day, known).columns[0]!.fault!;
    expect(isUnfinished(faultOf('spend + '), 'spend + ')).toBe(true);
    expect(isUnfinished(faultOf('round(spend'), 'round(spend')).toBe(true);
    expect(isUnfinished(faultOf('spend + * 2'), 'spend + * 2')).toBe(false);
  });
});

describe('what is suggested', () => {
  const suggest = suggestFrom(known, 'en');
  const names = (text: string) => suggest(text, text.length)?.options.map(({ insert }) => insert);

  it('is columns and functions, as the formula writes them', () => {
    expect(suggest('1 + sp', 6)?.from).toBe(4);
    expect(names('1 + sp')).toEqual(expect.arrayContaining(['spend', '[joined on]', 'mean(']));
  });

  it('is columns alone within brackets, and nothing within a text', () => {
    expect(names('[jo')).toEqual(['spend]', 'joined on]', 'city]']);
    expect(suggest("city = 'sp", 10)).toBeNull();
  });
});

describe('the list of functions', () => {
  it('has every function once, with a form that can be read', () => {
    expect(REFERENCE.map(({ name }) => name).sort()).toEqual([...functionNames].sort());
    for (const { form } of REFERENCE) {
      const { fault } = checkFormula(form, { columns: [], reference: 0 });
      if (fault) expect([form, fault.reason]).toEqual([form, 'column-unknown']);
    }
  });

  it('finds a function by what it is called in either language', () => {
    expect(lookUp('平均').map(({ name }) => name)).toContain('mean');
    expect(lookUp('LEN').map(({ name }) => name)).toContain('length');
    expect(lookUp('nothing of the kind')).toEqual([]);
  });
});

describe('the list of new columns', () => {
  const [a, b] = [
    { name: 'a', formula: '1' },
    { name: 'b', formula: '2' },
  ];

  it('has a line to write in where it is empty', () => {
    expect(shownColumns([])).toEqual([{ name: '', formula: '' }]);
    expect(shownColumns([a])).toEqual([a]);
  });

  it('changes, moves and removes one line', () => {
    expect(changedAt([a, b], 1, a)).toEqual([a, a]);
    expect(movedUp([a, b], 1)).toEqual([b, a]);
    expect(removedAt([a, b], 0)).toEqual([b]);
  });
});
