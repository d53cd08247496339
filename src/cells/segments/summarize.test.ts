import { describe, expect, it } from 'vitest';
import type { SegmentLine, SegmentsDisplay } from './display';
import { mostTelling, mostUnevenSum, segmentRow } from './summarize';

const line = (over: Partial<SegmentLine> & { name?: string } = {}): SegmentLine => ({
  column: { id: over.name ?? 'c0', name: over.name ?? 'spend', type: 'number' },
  level: null,
  isFeature: true,
  overall: 1317,
  means: [6744.2, 398.4],
  tgi: [512.1, 30.2],
  effect: [2.1, -0.4],
  present: [10, 30],
  sumShare: null,
  ...over,
});
const display = (lines: readonly SegmentLine[]): SegmentsDisplay => ({
  rows: 40,
  tableRows: 40,
  sizes: [10, 30],
  lines,
});

describe('a row of the segments table', () => {
  it('shows means with shared decimals and marks what is far from everyone', () => {
    const row = segmentRow(line(), 'zh');
    expect(row.overall).toBe('1,317');
    expect(row.figures).toEqual([
      { mean: '6,744', tgi: 512.1, figure: '512', isStrong: true },
      { mean: '398', tgi: 30.2, figure: '30', isStrong: true },
    ]);
  });

  it('shows a level of a category as shares', () => {
    const city = line({ level: '北京', overall: 0.303, means: [0.5, 0.2], tgi: [165, 66] });
    const row = segmentRow(city, 'zh');
    expect([row.name, row.level, row.overall, row.figures[0]?.mean]).toEqual([
      'spend',
      '北京',
      '30.3 %',
      '50.0 %',
    ]);
    expect(segmentRow(city, 'en').overall).toBe('30.3%');
  });

  it('falls back to standard deviations where TGI is undefined, and to a dash where nothing is', () => {
    const balance = line({ tgi: [null, null], effect: [1.24, null], means: [5.5, null] });
    expect(segmentRow(balance, 'en').figures).toEqual([
      { mean: '5.5', tgi: null, figure: '+1.2 sd', isStrong: false },
      { mean: '—', tgi: null, figure: '—', isStrong: false },
    ]);
  });
});

describe('what tells a segment apart', () => {
  it('is ordered by effect and takes one level of a column', () => {
    const lines = [
      line({ name: 'a', effect: [0.5, 0] }),
      line({ name: 'b', level: 'x', effect: [3, 0] }),
      line({ name: 'b', level: 'y', effect: [-2, 0] }),
      line({ name: 'c', effect: [null, 0], tgi: [400, 100] }),
      line({ name: 'd', effect: [0, 0], tgi: [100, 100] }),
    ];
    const names = mostTelling(display(lines), 0, 4).map(
      ({ column, level }) => `${column.name}${level ?? ''}`,
    );
    expect(names).toEqual(['bx', 'c', 'a']);
  });

  it('is the sum that the segments share most unevenly', () => {
    const even = line({ name: 'even', sumShare: [0.25, 0.75] });
    const uneven = line({ name: 'uneven', sumShare: [0.6, 0.4] });
    expect(mostUnevenSum(display([even, uneven]))?.column.name).toBe('uneven');
    expect(mostUnevenSum(display([line(), even]))).toBeNull();
  });
});
