import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import type { Words } from '../../core/words';
import { definition } from './definition';
import type { EvaluateDisplay, Reason, SegmentFigures, Verdict } from './display';
import { face } from './face';

const params = initialParams(definition.params);

const USE: Verdict = { kind: 'use', reasons: [] };
const care = (...reasons: Reason[]): Verdict => ({ kind: 'care', reasons });
const avoid = (...reasons: Reason[]): Verdict => ({ kind: 'avoid', reasons });

const segment = (
  verdict: Verdict | null,
  changes: Partial<SegmentFigures> = {},
): SegmentFigures => ({
  size: 250,
  silhouette: 0.5,
  histogram: [],
  profile: [],
  neighbor: 0,
  cohesion: 1,
  separation: { segment: 0, distance: 3 },
  stability: { mean: 0.9, low: 0.88, high: 0.92, dissolved: 0 },
  rules: { named: 75, heldOut: 75, right: 70 },
  verdict,
  ...changes,
});

function display(
  segments: readonly SegmentFigures[],
  changes: Partial<EvaluateDisplay> = {},
): EvaluateDisplay {
  return {
    rows: 250 * segments.length,
    clusters: segments.length,
    inertia: 10,
    silhouette: 0.5,
    silhouetteRows: 250 * segments.length,
    silhouetteError: 0,
    simplifiedSilhouette: 0.6,
    calinskiHarabasz: 100,
    daviesBouldin: 0.5,
    stability: { status: 'measured', bootstraps: 20, draws: 250 * segments.length },
    excess: 31.24,
    references: 12,
    minimumSize: 30,
    ruleDepth: 3,
    segments,
    ...changes,
  };
}

const names = [
  { zh: '高价值常客', en: 'Loyal regulars' },
  { zh: '折扣猎手', en: 'Deal hunters' },
  { zh: '新近试购', en: 'New arrivals' },
];
const finding = (
  segments: readonly SegmentFigures[],
  changes: Partial<EvaluateDisplay> = {},
): Words => face.finding(display(segments, changes), params, names);

describe('the headline of the evaluate cell', () => {
  it('says that every segment can be used, with the least stability', () => {
    const low = { mean: 0.81, low: 0.78, high: 0.84, dissolved: 0 };
    expect(finding([segment(USE), segment(USE, { stability: low }), segment(USE)])).toEqual({
      zh: '三群都用得上：稳定度最低 0.81，轮廓系数 0.500。',
      en: 'All three segments can be used: stability from 0.81, silhouette 0.500.',
    });
    expect(finding([segment(USE), segment(USE)]).en).toContain('Both segments can be used');
  });

  it('counts those that can, and names those that cannot with the reason', () => {
    const gone = { mean: 0.41, low: 0.36, high: 0.46, dissolved: 14 };
    expect(
      finding([segment(USE), segment(USE), segment(avoid('dissolves'), { stability: gone })]),
    ).toEqual({
      zh: '三群里两群用得上；「新近试购」别据此行动（稳定度 0.41，不到 0.6，重抽样 20 次散了 14 次）。',
      en: 'Two of three segments can be used; do not act on New arrivals (stability 0.41, below 0.6; it dissolved in 14 of 20 samples).',
    });
    expect(
      finding([
        segment(USE),
        segment(care('overlaps'), { silhouette: 0.18 }),
        segment(avoid('too-small'), { size: 12 }),
      ]),
    ).toEqual({
      zh: '三群里一群用得上；「新近试购」别据此行动（只有 12 行，不到 30 行）；「折扣猎手」谨慎用（与「高价值常客」重叠，轮廓系数 0.180）。',
      en: 'One of three segments can be used; do not act on New arrivals (12 rows only, fewer than 30); use Deal hunters with care (overlaps with Loyal regulars, silhouette 0.180).',
    });
  });

  it('gives the reason that several share', () => {
    const unmeasured = [1, 2, 3].map(() => segment(care('unmeasured'), { stability: null }));
    const leftOut = { status: 'left-out', bootstraps: 0, draws: 750 } as const;
    expect(finding(unmeasured, { stability: leftOut })).toEqual({
      zh: '三群都谨慎用（没有算稳定度）。',
      en: 'Use all three with care (stability was left out).',
    });
    expect(finding([segment(USE), segment(care('blurred')), segment(care('blurred'))]).zh).toBe(
      '三群里一群用得上；「折扣猎手」「新近试购」谨慎用（几条规则说不准）。',
    );
    expect(finding([segment(USE), segment(care('blurred')), segment(care('overlaps'))]).en).toBe(
      'One of three segments can be used; use Deal hunters and New arrivals with care.',
    );
  });

  it('says that there is no clear structure, and that this is an answer', () => {
    const drawn = [1, 2, 3, 4].map(() => segment(care('no-structure')));
    expect(finding(drawn, { excess: 1.2 })).toEqual({
      zh: '没有清楚的分群：这四群不比均匀撒开的行更成群，界线是划出来的，不是找到的。这也是结论。',
      en: 'No clear structure: the four segments stand out no more than rows spread evenly; their borders are drawn, not found. That is an answer too.',
    });
  });

  it('speaks of the silhouette alone, and of no trust, while stability is being measured', () => {
    const running = { status: 'running', bootstraps: 3, draws: 750 } as const;
    const pending = [segment(null), segment(null)];
    for (const silhouette of [-0.2, 0.1, 0.3, 0.6, 0.9]) {
      const words = finding(pending, { stability: running, silhouette });
      expect(words.en).not.toMatch(/stabl|trust|reliab|use/i);
      expect(words.zh).not.toMatch(/稳定|可信|可靠|用/);
    }
    expect(finding(pending, { silhouette: 0.2496 }).en).toBe(
      'The segments differ, but touch at their edges: silhouette 0.250.',
    );
    expect(finding(pending, { silhouette: 0.15 }).zh).toBe(
      '没有清楚的分群：轮廓系数只有 0.150。这也是结论。',
    );
  });

  it('says why there is nothing to score', () => {
    const alone = care('unmeasured');
    expect(finding([segment(alone)], { silhouette: null }).zh).toBe(
      '只有一个分群，没有可以比较的。',
    );
    expect(finding([segment(alone), segment(alone)], { silhouette: null, rows: 2 }).en).toBe(
      '2 rows in 2 segments of one row each: nothing to score.',
    );
  });
});

describe('the source line and margin of the evaluate cell', () => {
  const two = [segment(USE), segment(USE)];

  it('says how each figure was made, and the rule of the verdicts', () => {
    expect(face.sourceLine(display(two), params).zh).toBe(
      '轮廓系数逐对精确计算，500 行 · CH、Davies–Bouldin 和簇内平方和按入模的 500 行，欧氏距离 · 稳定度：20 次有放回地抽 500 行（共 500 行），用同样的方法再分，区间 95 % · 比 12 份均匀撒开的行高出 31.2 个标准差（4 起算有结构） · 规则：深 3 的树，在没学过的行上检验 · 别据此行动：不到 30 行、稳定度 < 0.6 或轮廓系数 < 0；谨慎用：不到 1 %、稳定度区间 < 0.75 或未知、轮廓系数 < 0.25、规则 F1 < 0.8 或没有结构；其余用得上',
    );
  });

  it('says how many rows were drawn of many, and with what error', () => {
    const sampled = display(two, {
      rows: 1_048_213,
      silhouetteRows: 20_000,
      silhouetteError: 0.002,
      stability: { status: 'measured', bootstraps: 20, draws: 4000 },
    });
    const words = face.sourceLine(
      { ...sampled, segments: two.map((one) => ({ ...one, size: 524_106 })) },
      params,
    ).en;
    expect(words).toContain('Silhouette on 20,000 rows drawn by segment (standard error 0.002)');
    expect(words).toContain('20 times 4,000 of 1,048,213 rows drawn with replacement');
  });

  it('says plainly where stability cannot be measured', () => {
    const density = { status: 'density', bootstraps: 0, draws: 500 } as const;
    expect(face.sourceLine(display(two, { stability: density }), params).en).toContain(
      'stability cannot be measured',
    );
  });

  it('puts the parameters into the margin sentence', () => {
    const said = (changes: object) =>
      face
        .margin({ ...params, ...changes })
        .map(({ words }) => words.en)
        .join('');
    expect(said({})).toBe(
      'Fewer than 30 rows are no segment to act on. Stability from 20 bootstrap samples of at most 4,000 rows. Above 20,000 rows the silhouette is sampled by segment.',
    );
    expect(said({ bootstraps: 0 })).toContain('Stability is left out.');
  });
});
