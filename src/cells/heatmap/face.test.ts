import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { HeatLine, HeatmapDisplay } from './display';
import { face } from './face';

const params = initialParams(definition.params);

const lineOf = (name: string, ...effects: number[]): HeatLine => ({
  column: { id: name, name, type: 'number' },
  kind: 'mean',
  level: null,
  others: 0,
  isFeature: true,
  count: 100,
  overall: 50,
  deviation: 10,
  counts: effects.map(() => 50),
  means: effects.map((effect) => 50 + 10 * effect),
  effects,
  tgi: effects.map((effect) => 100 + 20 * effect),
});

const displayOf = (...lines: HeatLine[]): HeatmapDisplay => ({
  rows: 100,
  tableRows: 120,
  sizes: lines[0]?.effects.map(() => 50) ?? [100],
  lines,
  lineOrder: [...lines.keys()],
  segmentOrder: [...(lines[0]?.effects ?? [0]).keys()],
  leftOut: [],
});
const finding = (display: HeatmapDisplay) => face.finding(display, params, []);

describe('the finding of a heat map', () => {
  it('names what each segment has of its own', () => {
    expect(finding(displayOf(lineOf('消费', 1.9, -0.5), lineOf('折扣', 0.3, 1.2)))).toEqual({
      zh: '每群最突出的各不相同：「分群 1」的「消费」高，「分群 2」的「折扣」高。',
      en: 'Each segment stands out by a thing of its own: Segment 1, 消费 high; Segment 2, 折扣 high.',
    });
  });

  it('names the largest difference where two segments share theirs', () => {
    expect(finding(displayOf(lineOf('spend', 1.25, 0.9, -1.944)))).toEqual({
      zh: '差别最大的是「分群 3」的「spend」：比全体低 1.94 个标准差。',
      en: 'The largest difference: Segment 3 on spend, 1.94 standard deviations below everyone.',
    });
  });

  it('says when nothing differs much, or at all', () => {
    expect(finding(displayOf(lineOf('spend', 0.1, -0.2))).en).toMatch(
      /^No segment is 0.45 standard/,
    );
    expect(finding(displayOf()).zh).toBe('没有一列在分群之间不同。');
    expect(finding({ ...displayOf(), sizes: [] }).zh).toBe('没有分群可比。');
  });
});

describe('the source line of a heat map', () => {
  it('states the formula of what is shown', () => {
    const display = displayOf(lineOf('spend', 1, -1));
    expect(face.sourceLine(display, params).zh).toBe(
      '格子 =（分群均值 − 全体均值）÷ 全体标准差 · 只算有值的行 · 100 / 120 行',
    );
    expect(face.sourceLine(display, { ...params, measure: 'tgi' }).en).toMatch(/^TGI = 100/);
  });
});
