import { describe, expect, it } from 'vitest';
import type { SegmentFigures } from './display';
import { fidelityOf, judge, type Circumstances } from './verdict';

const good: Omit<SegmentFigures, 'verdict'> = {
  size: 250,
  silhouette: 0.5,
  histogram: [],
  profile: [],
  neighbor: 1,
  cohesion: 1,
  separation: null,
  stability: { mean: 0.9, low: 0.85, high: 0.95, dissolved: 0 },
  rules: { named: 100, heldOut: 100, right: 90 },
};
const usual: Circumstances = { minimumSize: 30, rows: 1000, status: 'measured', excess: 20 };
const reasons = (changes: object, circumstances: object = {}) =>
  judge({ ...good, ...changes }, { ...usual, ...circumstances })?.reasons;
const stability = (mean: number, reach = 0.02) => ({
  stability: { mean, low: mean - reach, high: mean + reach, dissolved: 0 },
});

describe('the verdict on a segment', () => {
  it('is to use it where nothing speaks against it', () => {
    expect(judge(good, usual)).toEqual({ kind: 'use', reasons: [] });
  });

  it('forbids what is too small, does not come back, or lies nearer to another', () => {
    expect(judge({ ...good, size: 29 }, usual)).toEqual({ kind: 'avoid', reasons: ['too-small'] });
    expect(reasons({ size: 29 }, { minimumSize: 20 })).toEqual([]);
    expect(judge({ ...good, ...stability(0.594) }, usual)).toEqual({
      kind: 'avoid',
      reasons: ['dissolves'],
    });
    expect(judge({ ...good, silhouette: -0.01 }, usual)?.kind).toBe('avoid');
  });

  it('asks for care where stability is in doubt or unknown', () => {
    expect(judge({ ...good, ...stability(0.7) }, usual)).toEqual({
      kind: 'care',
      reasons: ['doubtful'],
    });
    expect(reasons(stability(0.78, 0.04))).toEqual(['doubtful']);
    expect(reasons(stability(0.78, 0.03))).toEqual([]);
    expect(reasons({ stability: null })).toEqual(['unmeasured']);
  });

  it('asks for care where it overlaps, is rare, cannot be told, or nothing has structure', () => {
    expect(reasons({ silhouette: 0.24 })).toEqual(['overlaps']);
    expect(reasons({ size: 99 }, { rows: 10_000 })).toEqual(['small-share']);
    expect(reasons({ rules: { named: 100, heldOut: 100, right: 79 } })).toEqual(['blurred']);
    expect(reasons({}, { excess: 3.9 })).toEqual(['no-structure']);
    expect(reasons({}, { excess: Infinity })).toEqual([]);
    expect(reasons({}, { excess: null })).toEqual([]);
  });

  it('puts what forbids before what calls for care', () => {
    expect(reasons({ size: 3, silhouette: -0.2, stability: null, rules: null })).toEqual([
      'too-small',
      'misplaced',
      'unmeasured',
    ]);
  });

  it('judges figures as they are shown', () => {
    expect(reasons({ silhouette: 0.2496 })).toEqual([]);
    expect(reasons(stability(0.5951, 0.5))).toEqual(['doubtful']);
  });

  it('does not call a row alone overlapping, whose silhouette is 0 by definition', () => {
    expect(reasons({ size: 1, silhouette: 0 }, { minimumSize: 1, rows: 9 })).toEqual([]);
  });

  it('waits for stability', () => {
    expect(judge(good, { ...usual, status: 'running' })).toBeNull();
  });
});

describe('the fidelity of rules', () => {
  it('is the harmonic mean of precision and recall', () => {
    // Precision 3/4, recall 3/5.
    expect(fidelityOf({ named: 40, heldOut: 50, right: 30 })).toBeCloseTo(2 / (4 / 3 + 5 / 3), 14);
    expect(fidelityOf({ named: 0, heldOut: 50, right: 0 })).toBe(0);
  });

  it('is not known from a handful of rows', () => {
    expect(fidelityOf({ named: 9, heldOut: 9, right: 9 })).toBeNull();
    expect(fidelityOf(null)).toBeNull();
  });
});
