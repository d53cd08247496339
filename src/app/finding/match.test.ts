import { describe, expect, it } from 'vitest';
import { bestScore, matchScore } from './match';

describe('a question', () => {
  it('finds texts by words, in any order, whatever their case, width and accents', () => {
    expect(matchScore('stale run', 'Run all stale cells')).not.toBeNull();
    expect(matchScore('ＫＭＥＡＮＳ', 'kmeans')).not.toBeNull();
    expect(matchScore('resume', 'Résumé')).not.toBeNull();
    expect(matchScore('热力', '热力图')).not.toBeNull();
    expect(matchScore('图表', '热力图')).toBeNull();
  });

  it('finds first letters of words, not letters strewn about', () => {
    expect(matchScore('ras', 'Run all stale')).not.toBeNull();
    expect(matchScore('rnl', 'Run all stale')).toBeNull();
    expect(matchScore('z', 'heat map')).toBeNull();
  });

  it('prefers a beginning to the middle of a word, and a title to a description', () => {
    const texts = ['Scatter', 'Heat map', 'Share of scattered rows'];
    const scores = texts.map((text) => matchScore('scat', text) ?? 0);
    expect(scores[0]).toBeGreaterThan(scores[2]!);
    expect(scores[1]).toBe(0);
    expect(bestScore('heat', ['Heat map', 'x'])!).toBeGreaterThan(
      bestScore('heat', ['x', 'heat'])!,
    );
  });

  it('may be answered by title and description together', () => {
    expect(bestScore('heat means', ['Heat map', 'means of segments'])).not.toBeNull();
    expect(bestScore('heat weather', ['Heat map', 'means of segments'])).toBeNull();
  });
});
