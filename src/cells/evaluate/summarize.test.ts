import { describe, expect, it } from 'vitest';
import type { EvaluateDisplay, SegmentSilhouette } from './display';
import { misplacedShare, summarizeScores } from './summarize';
import { distancesSentence, profileSentence, verdictOf } from './view-words';

const display: EvaluateDisplay = {
  rows: 1048213,
  clusters: 4,
  inertia: 2166827,
  silhouette: 0.44712,
  silhouetteRows: 20000,
  silhouetteError: 0.0021,
  simplifiedSilhouette: 0.5512,
  calinskiHarabasz: 833775.2,
  daviesBouldin: 0.8951,
  segments: [],
};
const segment = (silhouette: number | null, filled: Record<number, number>): SegmentSilhouette => ({
  size: 10,
  silhouette,
  histogram: Array.from({ length: 40 }, (_, i) => filled[i] ?? 0),
  profile: [],
  neighbor: 1,
  cohesion: 1.2,
  separation: { segment: 1, distance: 3.4 },
});
const names = [
  { zh: '老客', en: 'Regulars' },
  { zh: '新客', en: 'New' },
];

describe('the figures', () => {
  it('say which way is better and how sure a sampled one is', () => {
    const figures = summarizeScores(display);
    expect(figures.map((figure) => figure.value)).toEqual([
      '0.447',
      '0.551',
      '833,775',
      '0.895',
      '2,166,827',
    ]);
    expect(figures[0]?.direction.zh).toBe('−1…1，越大越好（± 0.002）');
    expect(figures[1]?.name.en).toBe('Simplified silhouette');
    expect(figures[3]?.direction.en).toBe('lower is better');
  });

  it('are a dash with a reason where they are undefined', () => {
    const [silhouette] = summarizeScores({ ...display, silhouette: null, silhouetteError: 0 });
    expect(silhouette?.value).toBe('—');
    expect(silhouette?.direction.en).toContain('needs 2 segments');
  });

  it('claim no error when every row was scored', () => {
    expect(summarizeScores({ ...display, silhouetteError: 0 })[0]?.direction.en).toBe(
      '−1…1, higher is better',
    );
  });
});

describe('the verdict on a segment', () => {
  it('follows its mean, and names the neighbour', () => {
    expect(verdictOf(segment(0.6, { 30: 9 }), names, 'zh')).toBe('彼此清楚');
    expect(verdictOf(segment(0.4, { 30: 9 }), names, 'zh')).toBe('边缘与「新客」相接');
    expect(verdictOf(segment(0.1, { 30: 9 }), names, 'en')).toBe('Overlaps with New');
    expect(verdictOf(segment(null, {}), names, 'en')).toBe('No rows to score');
  });

  it('does not call a row alone overlapping, whose silhouette is 0 by definition', () => {
    expect(verdictOf({ ...segment(0, { 20: 1 }), size: 1 }, names, 'zh')).toBe('只有一行');
    expect(verdictOf({ ...segment(0, { 20: 1 }), size: 1 }, names, 'en')).toBe('One row alone');
  });

  it('judges the figure as it is shown', () => {
    expect(verdictOf(segment(0.2496, { 30: 9 }), names, 'zh')).toBe('边缘与「新客」相接');
  });

  it('says how many rows are nearer to another segment', () => {
    const mixed = segment(0.3, { 10: 3, 30: 9 });
    expect(misplacedShare(mixed.histogram)).toBe(0.25);
    expect(verdictOf(mixed, [], 'en')).toBe(
      'Borders on Segment 2; 25% of its rows are nearer to another',
    );
    expect(profileSentence(mixed, 'zh')).toBe('各行的轮廓系数，从高到低，25 % 低于 0');
    expect(distancesSentence(mixed, names, 'en')).toBe('1.20 from its mean; New is 3.40 away');
    expect(distancesSentence({ ...mixed, separation: null }, names, 'zh')).toBe(
      '到自己均值平均 1.20',
    );
  });
});
