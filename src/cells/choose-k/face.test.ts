import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { Candidate, ChooseKDisplay } from './display';
import { face } from './face';
import { explain } from './summarize';

const params = initialParams(definition.params);

function candidate(clusters: number, silhouette: number, stability: number): Candidate {
  return {
    clusters,
    inertia: 10 / clusters,
    silhouette,
    silhouetteError: 0,
    calinskiHarabasz: 100,
    daviesBouldin: 1,
    gap: 1,
    gapError: 0.1,
    stability,
    stabilityError: 0.01,
    smallest: 0.2,
  };
}

const four: ChooseKDisplay = {
  rows: 1_048_213,
  sampled: 4000,
  columns: 7,
  from: 2,
  to: 5,
  totalInertia: 12,
  candidates: [
    candidate(2, 0.4, 0.98),
    candidate(3, 0.41, 0.95),
    candidate(4, 0.449, 0.999),
    candidate(5, 0.363, 0.935),
  ],
  single: { gap: 0.5, error: 0.01 },
  references: 20,
  bootstraps: 20,
  excess: 31.2,
  votes: {
    inertia: 4,
    silhouette: 4,
    calinskiHarabasz: 4,
    daviesBouldin: 4,
    gap: 5,
    stability: 4,
  },
  verdict: { kind: 'recommended', clusters: 4, because: 'stable' },
};

const finding = (changes: Partial<ChooseKDisplay> = {}) =>
  face.finding({ ...four, ...changes }, params, []);
const vote = (changes: Partial<ChooseKDisplay['votes']>) => ({
  votes: { ...four.votes, ...changes },
});

describe('the headline of the choose-k cell', () => {
  it('recommends a k with how many indices agree and what decided', () => {
    expect(finding()).toEqual({
      zh: '建议 k = 4。六个指标里五个指向 4，而且重抽样后它最稳定。',
      en: 'Suggested: k = 4. Five of six indices point to 4, and its segments come back best when rows are drawn anew.',
    });
    expect(finding(vote({ gap: 4 })).zh).toBe(
      '建议 k = 4。六个指标都指向 4，而且重抽样后它最稳定。',
    );
  });

  it('does not hide that few agree', () => {
    const alone = vote({ inertia: 2, silhouette: 2, calinskiHarabasz: 5, daviesBouldin: 5 });
    expect(finding(alone)).toEqual({
      zh: '建议 k = 4。六个指标里只有一个指向 4，但重抽样后它最稳定。',
      en: 'Suggested: k = 4. Only one of six indices points to 4, but its segments come back best when rows are drawn anew.',
    });
    expect(
      finding({
        votes: { ...alone.votes, stability: 2 },
        verdict: { kind: 'recommended', clusters: 4, because: 'knee' },
      }).zh,
    ).toBe('建议 k = 4。没有指标直接指向 4，但重抽样后没有更稳定的，拐点也最锐。');
  });

  it('answers that there is no clear structure', () => {
    expect(finding({ verdict: { kind: 'no-structure', clusters: 4 } })).toEqual({
      zh: '没有清楚的分群：k 从 2 到 5，都不比均匀撒开的行分得更开。这也是结论。',
      en: 'No clear structure: with k from 2 to 5 the rows group no better than rows spread evenly. That is an answer too.',
    });
  });

  it('says why there is nothing to compare', () => {
    const none = { candidates: [], verdict: { kind: 'one-value' } } as const;
    expect(finding({ ...none, rows: 1, sampled: 1 }).en).toBe('One row only: nothing to segment.');
    expect(finding({ ...none, rows: 9, sampled: 9 }).zh).toBe('所有行都相同，没有可分的群。');
    expect(finding(none).zh).toBe('抽到的行都相同，没有可分的群。');
    expect(finding({ candidates: [], verdict: { kind: 'too-few-rows' } }).en).toBe(
      'Too few different rows to compare from k = 2 on.',
    );
  });

  it('claims nothing before all is done', () => {
    const verdict = { kind: 'unfinished' } as const;
    expect(finding({ verdict, candidates: four.candidates.slice(0, 2) })).toEqual({
      zh: '已算完 k 从 2 到 3，建议要等全部算完。',
      en: 'Done so far: k from 2 to 3. A suggestion takes the whole run.',
    });
    expect(finding({ verdict, candidates: [] }).zh).toBe('还没有算完一个 k。');
  });
});

describe('what stands below the headline', () => {
  it('compares with the next k and names who points elsewhere', () => {
    expect(explain(four).map(({ zh }) => zh)).toEqual([
      '从 4 群改成 5 群，轮廓系数由 0.449 降到 0.363，稳定度由 0.999 降到 0.935。',
      '间隔统计量指向 5（范围的尽头）。',
    ]);
    expect(explain({ ...four, ...vote({ gap: 1, silhouette: 2 }) }).at(1)?.en).toBe(
      'Gap sees no groups; Silhouette points to 2.',
    );
  });

  it('warns of a segment that is a handful of rows', () => {
    const small = four.candidates.map((one) => ({ ...one, smallest: 0.004 }));
    expect(explain({ ...four, candidates: small }).at(-1)?.zh).toBe(
      '最小的一群只占 0.4 %，可能只是少数特别的行。',
    );
  });

  it('warns when even the recommended k is not stable', () => {
    const shaky = four.candidates.map((one) => ({ ...one, stability: 0.62 }));
    expect(explain({ ...four, candidates: shaky }).at(-1)?.en).toBe(
      'No k is stable: even the best reaches 0.620 only, less than 0.75. Other rows might give other segments.',
    );
  });

  it('says how far from structure the rows are, and what to do all the same', () => {
    const none = { ...four, excess: 1.34, verdict: { kind: 'no-structure', clusters: 4 } } as const;
    expect(explain(none).map(({ en }) => en)).toEqual([
      'Beside 20 sets of as many rows spread evenly the best k stands out by 1.3 deviations; structure begins at 4.',
      'If segments are needed all the same, k = 4 is the most stable (0.999), but the borders are drawn, not found.',
    ]);
  });
});

describe('the source line and margin of the choose-k cell', () => {
  it('says how many rows were drawn and what the bars are', () => {
    expect(face.sourceLine(four, params).zh).toBe(
      '随机抽 4,000 行（共 1,048,213 行） · 每个 k 重启 3 次 · 20 份均匀参照 · 20 次自助抽样 · 竖线：间隔统计量 ± s，其余 95 % 区间 · 纵轴不从零开始',
    );
    expect(face.sourceLine({ ...four, rows: 300, sampled: 300, to: 9 }, params).en).toBe(
      'All 300 rows · different rows for k up to 5 only · 3 restarts a k · 20 even reference sets · 20 bootstrap samples · bars: ± s for the gap, 95% intervals elsewhere · axes do not start at zero',
    );
  });

  it('puts the parameters into the margin sentence', () => {
    const sentence = face.margin({ ...params, from: 12, to: 2 });
    expect(sentence.map(({ words }) => words.zh).join('')).toBe(
      '比较 k 从 2 到 12，最多用 4,000 行；20 次自助抽样，20 份均匀参照。',
    );
  });
});
