import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { ExplainDisplay, ExplainRule } from './display';
import { face } from './face';

const params = initialParams(definition.params);
const rule: ExplainRule = { segment: 0, conditions: [], rows: 50, heldOut: 15, right: 12 };

const displayOf = (part: Partial<ExplainDisplay> = {}): ExplainDisplay => ({
  rows: 1000,
  noise: 0,
  training: 700,
  heldOut: 300,
  right: 286,
  largest: 120,
  sizes: [600, 400],
  rules: [rule, rule, rule],
  columns: [],
  ...part,
});

const finding = (part?: Partial<ExplainDisplay>) => face.finding(displayOf(part), params, []);

describe('the finding of explain', () => {
  it('says how often the rules are right on rows that they were not learnt from', () => {
    expect(finding()).toEqual({
      zh: '三条规则，对没学过的行说对 95.3 % 的分群。',
      en: 'Three rules give the right segment for 95.3% of rows not learnt from.',
    });
  });

  it('says when they are no better than naming the largest segment', () => {
    expect(finding({ right: 120 }).en).toBe(
      'The rules are right for 40.0% of held-out rows, no better than always naming the largest segment.',
    );
  });

  it('claims no figure where nothing was held out or there is nothing to tell apart', () => {
    expect(finding({ heldOut: 0, right: 0, largest: 0 }).zh).toBe(
      '三条规则描述这些分群；行数太少，没有留出行来检验。',
    );
    expect(finding({ sizes: [1000] }).en).toBe('Fewer than two segments: nothing to tell apart.');
  });
});

describe('the lines around the rules', () => {
  it('say what they were learnt from and what chance would do', () => {
    expect(face.sourceLine(displayOf({ noise: 12 }), params)).toEqual({
      zh: '决策树（Gini）· 学自 700 行 · 检验用留出的 300 行 · 总说最大的一群对 40.0 % · 不含 12 行噪声',
      en: 'Decision tree (Gini) · learnt from 700 rows · checked on 300 held-out rows · always naming the largest segment: 40.0% · without 12 rows of noise',
    });
  });

  it('read the parameters as a sentence', () => {
    const sentence = (language: 'zh' | 'en') =>
      face
        .margin(params)
        .map(({ words }) => words[language])
        .join('');
    expect(sentence('zh')).toBe('每条规则最多三问、至少十行，用所有合适的列。');
    expect(sentence('en')).toBe(
      'Rules of at most three questions and at least ten rows, from all fitting columns.',
    );
  });
});
