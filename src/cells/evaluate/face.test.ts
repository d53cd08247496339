import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { EvaluateDisplay } from './display';
import { face } from './face';

const params = initialParams(definition.params);

function display(silhouettes: readonly number[], mean: number): EvaluateDisplay {
  return {
    rows: 250 * silhouettes.length,
    clusters: silhouettes.length,
    inertia: 10,
    silhouette: mean,
    silhouetteRows: 250 * silhouettes.length,
    silhouetteError: 0,
    simplifiedSilhouette: mean,
    calinskiHarabasz: 100,
    daviesBouldin: 0.5,
    segments: silhouettes.map((silhouette, i) => ({
      size: 250,
      silhouette,
      histogram: [],
      profile: [],
      neighbor: i === 0 ? 1 : 0,
      cohesion: 1,
      separation: { segment: i === 0 ? 1 : 0, distance: 3 },
    })),
  };
}

const finding = (shown: EvaluateDisplay, names: readonly Words[] = []): Words =>
  face.finding(shown, params, names);

describe('the headline of the evaluate cell', () => {
  it('puts the silhouette into words, with the number', () => {
    expect(finding(display([0.8, 0.8], 0.8)).en).toBe(
      'The segments lie far apart: silhouette 0.800.',
    );
    expect(finding(display([0.6, 0.6], 0.6)).zh).toBe('分群彼此分得开：轮廓系数 0.600。');
    expect(finding(display([0.4, 0.4], 0.4)).en).toBe(
      'The segments differ, but touch at their edges: silhouette 0.400.',
    );
  });

  it('says that there is no clear structure, and that this is an answer', () => {
    expect(finding(display([0.2, 0.1, 0.15], 0.15))).toEqual({
      zh: '没有清楚的分群：轮廓系数只有 0.150。这也是结论。',
      en: 'No clear structure: the silhouette is only 0.150. That is an answer too.',
    });
    expect(finding(display([-0.1, -0.2], -0.15)).en).toContain('only −0.150');
  });

  it('names the segment with the softest edge when it stands out', () => {
    const names = [
      { zh: '高价值常客', en: 'Loyal regulars' },
      { zh: '折扣猎手', en: 'Deal hunters' },
      { zh: '新近试购', en: 'New arrivals' },
    ];
    expect(finding(display([0.515, 0.483, 0.376], 0.447), names)).toEqual({
      zh: '分群有别，但边缘相接：轮廓系数 0.447；「新近试购」的边界最模糊（0.376）。',
      en: 'The segments differ, but touch at their edges: silhouette 0.447; New arrivals has the softest edge (0.376).',
    });
    expect(finding(display([0.5, 0.48, 0.46], 0.48)).en).not.toContain('softest');
    expect(finding(display([0.6, 0.6, -0.03], 0.55)).zh).toContain('「分群 3」不成一群（−0.030）');
  });

  it('does not call a row alone soft, whose silhouette is 0 by definition', () => {
    const shown = display([0.5, 0.48, 0], 0.48);
    const alone = shown.segments.map((segment, i) => (i === 2 ? { ...segment, size: 1 } : segment));
    expect(finding({ ...shown, segments: alone }).en).toBe(
      'The segments differ, but touch at their edges: silhouette 0.480.',
    );
  });

  it('judges the figure as it is shown', () => {
    expect(finding(display([0.25, 0.25], 0.2496)).en).toContain(
      'touch at their edges: silhouette 0.250',
    );
  });

  it('says why there is nothing to score', () => {
    const one = { ...display([0], 0), silhouette: null };
    expect(finding(one).zh).toBe('只有一个分群，没有可以比较的。');
    expect(finding({ ...display([0, 0, 0], 0), silhouette: null, rows: 3 }).en).toBe(
      '3 rows in 3 segments of one row each: nothing to score.',
    );
  });

  it('never speaks of stability or trust, which nobody has measured here', () => {
    for (const mean of [-0.2, 0.1, 0.3, 0.6, 0.9]) {
      const words = finding(display([mean, mean - 0.1, mean + 0.1], mean));
      expect(words.en).not.toMatch(/stabl|trust|reliab/i);
      expect(words.zh).not.toMatch(/稳定|可信|可靠/);
    }
  });
});

describe('the source line and margin of the evaluate cell', () => {
  it('says whether the silhouette is exact or sampled, with its error', () => {
    expect(face.sourceLine(display([0.5, 0.5], 0.5), params).zh).toBe(
      '轮廓系数逐对精确计算，500 行 · CH、Davies–Bouldin 和簇内平方和按入模的 500 行 · 欧氏距离',
    );
    const sampled = { ...display([0.5, 0.5], 0.5), rows: 1_048_213, silhouetteRows: 20_000 };
    expect(face.sourceLine({ ...sampled, silhouetteError: 0.002 }, params).en).toBe(
      'Silhouette on 20,000 rows drawn by segment (standard error 0.002) · Calinski–Harabasz, Davies–Bouldin and inertia on the 1,048,213 rows of the model · Euclidean distance',
    );
  });

  it('puts the parameter into the margin sentence', () => {
    const sentence = face.margin(params).map(({ words }) => words.en);
    expect(sentence.join('')).toBe('Above 20,000 rows the silhouette is sampled by segment.');
  });
});
