import { expect, it } from 'vitest';
import type { ColumnDisplay, FeaturesDisplay } from './display';
import { columnsUsed, matching, removeColumn, takeSuggestions } from './list-columns';

const column = (name: string, more: Partial<ColumnDisplay> = {}): ColumnDisplay => ({
  name,
  type: 'number',
  partner: null,
  encode: null,
  steps: [],
  parts: [],
  partCount: 1,
  missing: 0,
  missingRule: 'median',
  weight: 1,
  share: 0.5,
  before: null,
  after: null,
  reference: null,
  separator: null,
  suggestion: null,
  ...more,
});
const preview = { scale: 'linear', from: 0, to: 1, counts: [] } as const;
const asked = { kind: 'treatment', far: 0.02, preview } as const;

it('finds columns by a part of their name in any case', () => {
  const columns = [column('Spend'), column('来店次数')];
  expect(matching(columns, ' spe ').map(({ name }) => name)).toEqual(['Spend']);
  expect(matching(columns, '')).toHaveLength(2);
});

it('takes of a suggestion only what it changes', () => {
  const columns = [
    column('a', {
      suggestion: { ...asked, transform: 'log', scale: null, skewness: 5, skewnessAfter: 0.2 },
    }),
    column('b', {
      suggestion: { ...asked, transform: 'none', scale: 'robust', skewness: 0, skewnessAfter: 0 },
    }),
    column('c', { suggestion: { kind: 'tags', separator: '|', tags: 6 } }),
  ];
  expect(takeSuggestions([{ column: 'a', weight: 2 }], columns)).toEqual([
    { column: 'a', weight: 2, transform: 'log' },
    { column: 'b', scale: 'robust' },
    { column: 'c', encode: 'tags' },
  ]);
});

it('leaves a column out, also of those that the rule chose, and a combination', () => {
  const pair = { a: 'a', b: 'b', operation: 'ratio' } as const;
  const combined = column('a ÷ b', { partner: 'ratio' });
  const display = { columns: [column('a'), column('b'), combined] } as unknown as FeaturesDisplay;
  const used = columnsUsed([], display);
  expect(used).toEqual(['a', 'b']);
  expect(removeColumn({ interactions: [pair] }, used, column('b'))).toEqual({ columns: ['a'] });
  expect(removeColumn({ interactions: [pair] }, used, combined)).toEqual({ interactions: [] });
});
