import { expect, it } from 'vitest';
import type { ColumnDisplay } from './display';
import { filledWords, partWords, reasonWords, suggestionWords, treatmentWords } from './view-words';

const plain: ColumnDisplay = {
  name: '消费',
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
};

it('tells the steps of a column in their order', () => {
  const steps = [
    { kind: 'fill', rule: 'median', value: 3 },
    { kind: 'log', shift: 0 },
    { kind: 'standard', mean: 1, deviation: 2 },
  ] as const;
  const column = { ...plain, steps, missing: 1204 };
  expect(treatmentWords(column)).toEqual({ zh: '对数 → 标准化', en: 'log → standardized' });
  expect(filledWords(column)).toEqual({
    zh: '1,204 个缺失填中位数',
    en: '1,204 missing filled with the median',
  });
});

it('says that a column without steps is as it is, and nothing of filling where nothing lacked', () => {
  expect(treatmentWords(plain)).toEqual({ zh: '原值', en: 'as it is' });
  const steps = [{ kind: 'fill', rule: 'mean', value: 0 }] as const;
  expect(filledWords({ ...plain, steps })).toBeNull();
});

it('says into how many features a category went, and that missing is a level of its own', () => {
  const part = {
    name: '城市 = 北京',
    kind: 'level',
    level: '北京',
    rows: 0.5,
    share: 0.1,
  } as const;
  const parts = [part, { ...part, kind: 'rest' as const, level: '' }];
  const column: ColumnDisplay = {
    ...plain,
    type: 'category',
    encode: 'one-hot',
    parts,
    missing: 3,
  };
  expect(treatmentWords({ ...column, partCount: 2 }).zh).toBe('每个取值一列 → 2 个特征');
  expect(filledWords(column)?.zh).toBe('3 个缺失自成一类');
  expect(filledWords({ ...column, missingRule: 'mode' })?.zh).toBe('3 个缺失填最常见的值');
  expect(parts.map((each) => partWords(each).zh)).toEqual(['北京', '其他']);
});

it('gives the figures behind a suggestion', () => {
  const preview = { scale: 'linear', from: 0, to: 1, counts: [] } as const;
  const asked = {
    kind: 'treatment',
    skewness: 4.21,
    skewnessAfter: 0.3,
    far: 0.024,
    preview,
  } as const;
  expect(suggestionWords({ ...asked, transform: 'log', scale: null }).zh).toBe(
    '取对数：偏度 4.2 → 0.3。',
  );
  expect(suggestionWords({ ...asked, transform: 'log', scale: 'robust' }).en).toBe(
    'Take the logarithm: skewness 4.2 → 0.3; scale by median and quartiles: 2.4% of the values lie far out.',
  );
});

it('shows a reason of a newer version as it is', () => {
  expect(reasonWords('constant').zh).toBe('所有值都相同');
  expect(reasonWords('new-reason')).toEqual({ zh: 'new-reason', en: 'new-reason' });
});
