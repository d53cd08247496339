import { expect, it } from 'vitest';
import { filledWords, reasonWords, stepsWords } from './view-words';

it('tells the steps of a feature in their order', () => {
  const steps = [
    { kind: 'fill', rule: 'median', value: 3 },
    { kind: 'log', shift: 0 },
    { kind: 'standard', mean: 1, deviation: 2 },
  ] as const;
  expect(stepsWords(steps)).toEqual({ zh: '对数 → 标准化', en: 'log → standardized' });
  expect(filledWords(steps, 1204)).toEqual({
    zh: '1,204 个缺失填中位数',
    en: '1,204 missing filled with the median',
  });
});

it('says that a feature without steps is as it is, and nothing of filling where nothing was filled', () => {
  expect(stepsWords([])).toEqual({ zh: '原值', en: 'as it is' });
  expect(filledWords([{ kind: 'fill', rule: 'mean', value: 0 }], 0)).toBeNull();
  expect(filledWords([], 5)).toBeNull();
});

it('shows a reason of a newer version as it is', () => {
  expect(reasonWords('constant').zh).toBe('所有值都相同');
  expect(reasonWords('new-reason')).toEqual({ zh: 'new-reason', en: 'new-reason' });
});
