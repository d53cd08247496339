import { describe, expect, it } from 'vitest';
import type { ColumnDisplay, FeaturesDisplay } from './display';
import { barWidth, driverClause, driverSentence } from './share-words';

const displayOf = (shares: Readonly<Record<string, number>>): FeaturesDisplay => ({
  rows: 10,
  tableRows: 10,
  features: Object.keys(shares).length,
  columns: Object.entries(shares).map(([name, share]) => ({ name, share }) as ColumnDisplay),
  recipes: [],
  leftOut: [],
  mixed: null,
});

describe('what drives the segments', () => {
  it('is said in a sentence: equal parts, or the largest', () => {
    expect(driverSentence(displayOf({ a: 0.5, b: 0.5 })).zh).toBe(
      '2 列对距离的贡献一样大，各占 50.0 %。',
    );
    expect(driverSentence(displayOf({ a: 0.1, b: 0.7, c: 0.2 })).en).toBe(
      'What is near is decided first by b 70.0%, c 20.0%.',
    );
    expect(driverSentence(displayOf({ a: 1 })).zh).toBe('远近全由「a」决定。');
  });

  it('comes into the headline only when one of several columns has half of it', () => {
    expect(driverClause(displayOf({ a: 0.7, b: 0.2, c: 0.1 }))?.zh).toBe('距离的 70 % 来自「a」');
    expect(driverClause(displayOf({ a: 0.4, b: 0.4, c: 0.2 }))).toBeNull();
    expect(driverClause(displayOf({ a: 0.9, b: 0.1 }))).toBeNull();
  });

  it('fills the bar of the largest', () => {
    expect([barWidth(0.2, 0.4), barWidth(0.4, 0.4), barWidth(0, 0)]).toEqual([50, 100, 0]);
  });
});
