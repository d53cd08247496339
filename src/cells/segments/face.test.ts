import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { SegmentLine, SegmentsDisplay } from './display';
import { face } from './face';

const params = initialParams(definition.params);

function lineOf(part: Partial<SegmentLine> & { name: string; unit?: string }): SegmentLine {
  const { name, unit, ...rest } = part;
  return {
    column: { id: name, name, type: 'number', ...(unit === undefined ? {} : { unit }) },
    level: null,
    isFeature: true,
    overall: 102,
    means: [214, 95.4],
    tgi: [209, 93],
    effect: [1.2, -0.1],
    present: [113, 887],
    sumShare: null,
    ...rest,
  };
}

const displayOf = (lines: SegmentLine[], part: Partial<SegmentsDisplay> = {}): SegmentsDisplay => ({
  rows: 1000,
  tableRows: 1000,
  sizes: [887, 113],
  rowsAre: 'customer',
  lines,
  ...part,
});

const finding = (display: SegmentsDisplay) => face.finding(display, params, []);

describe('the finding of segments', () => {
  it('says when few customers bring much', () => {
    const spend = lineOf({ name: '近 12 月消费', sumShare: [0.421, 0.579] });
    expect(finding(displayOf([spend]))).toEqual({
      zh: '11.3 % 的顾客带来 57.9 % 的「近 12 月消费」。',
      en: '11.3% of customers bring 57.9% of 近 12 月消费.',
    });
  });

  it('calls them rows where the table does not say that they are customers', () => {
    const spend = lineOf({ name: 'spend', sumShare: [0.421, 0.579] });
    expect(finding(displayOf([spend], { rowsAre: 'row' })).en).toBe(
      '11.3% of rows bring 57.9% of spend.',
    );
  });

  it('else names what stands out most, in original units', () => {
    const line = lineOf({ name: '距上次下单', means: [214, 95.4], sumShare: [0.8, 0.2] });
    expect(face.finding(displayOf([line]), params, [{ zh: '沉睡老客', en: 'Sleepers' }])).toEqual({
      zh: '「沉睡老客」的「距上次下单」平均 214，全体 102。',
      en: 'Sleepers averages 214 on 距上次下单; everyone averages 102.',
    });
  });

  it('writes the unit where it belongs', () => {
    const money = lineOf({ name: 'balance', unit: '¥', means: [-214, 95], overall: 30 });
    expect(finding(displayOf([money])).en).toBe(
      'Segment 1 averages −¥214 on balance; everyone averages ¥30.',
    );
    const share = lineOf({ name: 'discount', unit: '%', means: [70.4, 20], overall: 41.2 });
    expect(finding(displayOf([share])).zh).toBe(
      '「分群 1」的「discount」平均 70.4 %，全体 41.2 %。',
    );
  });

  it('does not group the digits of a year', () => {
    const year = lineOf({ name: 'Year_Birth', means: [1952.4, 1990.1], overall: 1971 });
    expect(finding(displayOf([year])).en).toBe(
      'Segment 1 averages 1952.4 on Year_Birth; everyone averages 1971.0.',
    );
  });

  it('speaks of shares for a level of a category', () => {
    const city = lineOf({ name: 'city', level: '北京', means: [0.701, 0.2], overall: 0.303 });
    expect(finding(displayOf([city]))).toEqual({
      zh: '「分群 1」里 70.1 % 的「city」是「北京」，全体 30.3 %。',
      en: 'In Segment 1, 70.1% have city = 北京; of everyone, 30.3%.',
    });
  });

  it('says yes for a yes/no column', () => {
    const member = lineOf({ name: '会员', level: 'true', means: [0.9, 0.2], overall: 0.3 });
    const line = { ...member, column: { ...member.column, type: 'boolean' as const } };
    expect(finding(displayOf([line]))).toEqual({
      zh: '「分群 1」里 90.0 % 的「会员」是「是」，全体 30.0 %。',
      en: 'In Segment 1, 90.0% have 会员 = yes; of everyone, 30.0%.',
    });
  });

  it('stays with a plain number when nothing stands out', () => {
    const flat = lineOf({ name: 'x', effect: [0.2, -0.1] });
    expect(finding(displayOf([flat]))).toEqual({
      zh: '两个分群，最大的占 88.7 %。',
      en: 'Two segments; the largest holds 88.7% of customers.',
    });
    expect(finding(displayOf([], { sizes: [1000] }))).toEqual({
      zh: '只有一个分群，包含全部顾客。',
      en: 'One segment only: it holds all customers.',
    });
  });
});

describe('the lines around segments', () => {
  it('state the definition of TGI and the rows', () => {
    expect(face.sourceLine(displayOf([], { rows: 900 }), params).zh).toBe(
      '原始单位的均值，只算有值的行 · TGI = 100 × 分群均值 / 全体均值，100 为一样，尖头的条超出 20–500 · 900 / 1,000 行',
    );
  });

  it('read the parameters as a sentence', () => {
    const sentence = (language: 'zh' | 'en') =>
      face
        .margin(params)
        .map(({ words }) => words[language])
        .join('');
    expect(sentence('zh')).toBe('显示所有会变化的列，模型里的列在前。加粗：TGI ≥ 141 或 ≤ 71。');
    expect(sentence('en')).toBe(
      'Show all columns that vary, columns of the model first. Bold: TGI ≥ 141 or ≤ 71.',
    );
  });
});
