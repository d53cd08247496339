import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { ParallelDisplay, ProfileLine } from './display';
import { face } from './face';

const params = initialParams(definition.params);
type Band = readonly [number, number, number];

const lineOf = (name: string, ...bands: (Band | null)[]): ProfileLine => ({
  column: { id: name, name, type: 'number', unit: '¥' },
  isFeature: true,
  count: 100,
  mean: 50,
  deviation: 10,
  everyone: [40, 50, 60],
  segments: bands.map((band) =>
    band === null
      ? null
      : { count: 10, values: band, ranks: [band[0] / 100, band[1] / 100, band[2] / 100] },
  ),
});
const displayOf = (...lines: ProfileLine[]): ParallelDisplay => ({
  rows: 100,
  tableRows: 100,
  sizes: lines[0]?.segments.map(() => 50) ?? [100],
  lines,
  lineOrder: [...lines.keys()],
  leftOut: [],
});
const finding = (display: ParallelDisplay) => face.finding(display, params, []);

describe('the finding of profile lines', () => {
  it('names the segment whose middle half stands apart most', () => {
    const orders = lineOf('orders', [10, 20, 30], [35, 40, 45]);
    const spend = lineOf('spend', [10, 20, 30], [70, 80, 90]);
    expect(finding(displayOf(orders, spend))).toEqual({
      zh: '「分群 1」的「spend」自成一段：中间一半在 ¥10–30，低于其他各群的中间一半。',
      en: 'Segment 1 stands alone on spend: its middle half, ¥10–30, lies below that of every other segment.',
    });
  });

  it('says when all middle halves overlap, and compares with no segment that has no value', () => {
    expect(finding(displayOf(lineOf('a', [10, 20, 30], [25, 40, 60]))).en).toMatch(/^No single/);
    expect(finding(displayOf(lineOf('a', [10, 20, 30], [70, 80, 90], null))).en).toMatch(
      /^No single/,
    );
  });

  it('has words for one segment, none, and no lines', () => {
    expect(finding(displayOf(lineOf('a', [1, 2, 3]))).zh).toBe('只有一个分群，就是全体。');
    expect(finding({ ...displayOf(), sizes: [] }).zh).toBe('没有分群可比。');
    expect(finding(displayOf()).zh).toMatch(/^没有一列/);
  });
});
