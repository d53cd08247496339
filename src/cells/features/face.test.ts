import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import type { NumberStep } from '../../table/encode/steps';
import { definition } from './definition';
import type { ColumnDisplay, FeaturesDisplay } from './display';
import { face } from './face';

const flat = { scale: 'linear', from: 0, to: 1, counts: [] } as const;
const log: NumberStep = { kind: 'log', shift: 0 };
const fill: NumberStep = { kind: 'fill', rule: 'median', value: 3 };

function feature(name: string, steps: NumberStep[] = [], missing = 0): ColumnDisplay {
  return {
    name,
    type: 'number',
    partner: null,
    encode: null,
    steps,
    parts: [{ name, kind: 'number', level: '', rows: null, share: 0.1 }],
    partCount: 1,
    missing,
    missingRule: 'median',
    weight: 1,
    share: 0.1,
    before: flat,
    after: flat,
    reference: null,
    separator: null,
    suggestion: null,
  };
}

function displayOf(part: Partial<FeaturesDisplay>): FeaturesDisplay {
  const columns = part.columns ?? [feature('a'), feature('b')];
  return {
    rows: 1000,
    tableRows: 1000,
    features: columns.length,
    columns,
    recipes: [],
    leftOut: [],
    mixed: null,
    ...part,
  };
}

const params = initialParams(definition.params);
const finding = (part: Partial<FeaturesDisplay>) => face.finding(displayOf(part), params, []);

describe('the finding of features', () => {
  it('counts the features', () => {
    expect(finding({})).toEqual({ zh: '两个特征进入模型。', en: 'Two features enter the model.' });
    expect(finding({ columns: [feature('a')] }).en).toBe('One feature enters the model.');
  });

  it('says how many were straightened first', () => {
    expect(finding({ columns: [feature('a', [log]), feature('b', [log]), feature('c')] })).toEqual({
      zh: '三个特征进入模型，其中两个先取了对数。',
      en: 'Three features enter the model, two of them after taking logarithms.',
    });
    expect(finding({ columns: [feature('a', [log]), feature('b', [log])] }).zh).toBe(
      '两个特征进入模型，都先取了对数。',
    );
  });

  it('parts digits from Han on both sides', () => {
    const many = Array.from({ length: 30 }, (_, i) => feature(`f${i}`, i < 22 ? [log] : []));
    expect(finding({ columns: many }).zh).toBe('30 个特征进入模型，其中 22 个先取了对数。');
  });

  it('names the one column that was not chosen', () => {
    expect(finding({ leftOut: [{ column: '退货率', reason: 'not-chosen' }] })).toEqual({
      zh: '两个特征进入模型；「退货率」没有选。',
      en: 'Two features enter the model; 退货率 was not chosen.',
    });
  });

  it('puts rows and columns that were lost first', () => {
    expect(finding({ rows: 999, leftOut: [{ column: 'x', reason: 'not-chosen' }] })).toEqual({
      zh: '两个特征进入模型；有缺失的 1 行没有进入。',
      en: 'Two features enter the model; 1 row with missing values stays out.',
    });
    expect(finding({ rows: 9, leftOut: [{ column: 'x', reason: 'all-missing' }] }).zh).toBe(
      '两个特征进入模型；「x」整列缺失，没有进入。',
    );
  });
});

describe('the lines around features', () => {
  it('give the size of the matrix and what filled its gaps', () => {
    const columns = [feature('a', [fill], 20), feature('b')];
    expect(face.sourceLine(displayOf({ columns }), params)).toEqual({
      zh: '特征矩阵 1,000 × 2 · 20 个缺失以中位数填补',
      en: 'Matrix 1,000 × 2 · 20 missing filled with the median',
    });
    expect(face.sourceLine(displayOf({}), params).zh).toBe('特征矩阵 1,000 × 2');
  });

  it('read the parameters as a sentence', () => {
    const sentence = (language: 'zh' | 'en') =>
      face
        .margin(params)
        .map(({ words }) => words[language])
        .join('');
    expect(sentence('zh')).toBe('用自动选出的数值列：偏斜的先变换，再标准化。缺失值：填中位数。');
    expect(
      face
        .margin({ ...params, scale: 'none' })
        .map(({ words }) => words.zh)
        .join(''),
    ).toBe('用自动选出的数值列：偏斜的先变换，不再缩放。缺失值：填中位数。');
    expect(sentence('en')).toBe(
      'From number columns, chosen by rule: straighten the skewed ones, then standardize. Missing: fill with the median.',
    );
  });
});
