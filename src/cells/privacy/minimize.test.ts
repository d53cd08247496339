import { describe, expect, it } from 'vitest';
import { allDropped, minimizeWords, namesInSentence, unusedColumns } from './minimize';

const treated = [
  { column: { name: '手机号' }, action: 'pseudonymize' },
  { column: { name: '备注' }, action: 'keep' },
  { column: { name: '同意' }, action: 'keep' },
  { column: { name: '姓名' }, action: 'drop' },
  { column: { name: '消费' }, action: 'keep' },
] as const;

describe('columns that no cell below uses', () => {
  it('are those that still go on, without the one that says who agreed', () => {
    expect(unusedColumns(treated, '同意', (column) => column === '消费')).toEqual([
      '手机号',
      '备注',
    ]);
  });

  it('are dropped over what was decided for them, and nothing else is touched', () => {
    const had = [
      { column: '手机号', class: 'direct', action: 'pseudonymize' },
      { column: '消费', action: 'bands' },
    ] as const;
    expect(allDropped(had, ['手机号', '备注'])).toEqual([
      { column: '消费', action: 'bands' },
      { column: '手机号', class: 'direct', action: 'drop' },
      { column: '备注', action: 'drop' },
    ]);
  });

  it('are counted and named in both languages', () => {
    expect(minimizeWords(1).en).toBe('Drop the column that no cell below uses');
    expect(minimizeWords(1200).en).toBe('Drop the 1,200 columns that no cell below uses');
    expect(minimizeWords(2).zh).toBe('删去后面没有用到的 2 列');
    expect(namesInSentence(['a', 'b'], 'zh')).toBe('a、b');
    expect(namesInSentence(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'en')).toBe(
      'a, b, c, d, e, f and 2 more',
    );
  });
});
