import { describe, expect, it } from 'vitest';
import type { EvaluateDisplay, SegmentFigures } from './display';
import { layoutStability } from './layout-stability';
import { misplacedShare, summarizeScores } from './summarize';
import { nearestTitle, profileSentence, reasonsLine, rulesShown } from './view-words';

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
  stability: { status: 'measured', bootstraps: 20, draws: 4000 },
  excess: 31,
  references: 12,
  minimumSize: 30,
  ruleDepth: 3,
  segments: [],
};
const segment = (
  silhouette: number | null,
  filled: Record<number, number>,
  changes: Partial<SegmentFigures> = {},
): SegmentFigures => ({
  size: 10,
  silhouette,
  histogram: Array.from({ length: 40 }, (_, i) => filled[i] ?? 0),
  profile: [],
  neighbor: 1,
  cohesion: 1.2,
  separation: { segment: 1, distance: 3.4 },
  stability: { mean: 0.912, low: 0.88, high: 0.94, dissolved: 0 },
  rules: { named: 50, heldOut: 40, right: 36 },
  verdict: { kind: 'use', reasons: [] },
  ...changes,
});
const names = [
  { zh: '老客', en: 'Regulars' },
  { zh: '新客', en: 'New' },
];
const told = { display, names };

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

  it('call no error zero that is only small', () => {
    const small = summarizeScores({ ...display, silhouetteError: 0.00049 });
    expect(small[0]?.direction.zh).toBe('−1…1，越大越好（误差 < 0.001）');
    expect(small[0]?.direction.en).toBe('−1…1, higher is better (error < 0.001)');
    const least = summarizeScores({ ...display, silhouetteError: 0.0005 });
    expect(least[0]?.direction.zh).toBe('−1…1，越大越好（± 0.001）');
  });

  it('claim no error when every row was scored', () => {
    expect(summarizeScores({ ...display, silhouetteError: 0 })[0]?.direction.en).toBe(
      '−1…1, higher is better',
    );
  });
});

describe('the line below a verdict', () => {
  it('says what speaks for a segment that can be used', () => {
    expect(reasonsLine(segment(0.6, { 30: 9 }), told, 'zh')).toBe(
      '换一批行还在（稳定度 0.91）；分得开（轮廓系数 0.600）；说得清（规则 F1 0.80）',
    );
    expect(reasonsLine(segment(0.6, { 30: 9 }, { rules: null }), told, 'en')).toBe(
      'Comes back (stability 0.91); lies apart (silhouette 0.600)',
    );
  });

  it('gives every reason with its figure, and who is nearer to another', () => {
    const verdict = { kind: 'care', reasons: ['overlaps', 'doubtful'] } as const;
    const mixed = segment(0.2, { 10: 3, 30: 9 }, { verdict });
    expect(misplacedShare(mixed.histogram)).toBe(0.25);
    expect(reasonsLine(mixed, told, 'en')).toBe(
      'Overlaps with New, silhouette 0.200; stability 0.91, interval 0.88–0.94, not surely 0.75; 25% of its rows are nearer to another',
    );
    expect(profileSentence(mixed, 'zh')).toBe('各行的轮廓系数，从高到低，25 % 低于 0');
    expect(nearestTitle(mixed, names).en).toBe('To New');
    expect(nearestTitle({ separation: null }, names).en).toBe('');
  });

  it('is empty while the verdict is being found', () => {
    expect(reasonsLine(segment(0.6, {}, { verdict: null }), told, 'zh')).toBe('');
  });
});

describe('the figures of a segment', () => {
  it('say what the fidelity of rules is made of', () => {
    expect(rulesShown({ named: 50, heldOut: 40, right: 36 })).toEqual({
      value: '0.80',
      title: {
        zh: '精确率 72 %，召回率 90 %；没学过的行里这一群有 40 行',
        en: 'Precision 72%, recall 90%; 40 of the rows not learnt from are in it',
      },
    });
    expect(rulesShown(null)).toBeNull();
  });

  it('put a stability between 0 and 1', () => {
    expect(layoutStability({ mean: 0.5, low: 0.4, high: 0.75 }, 100)).toEqual({
      mean: 50,
      low: 40,
      high: 75,
      ticks: [60, 75],
    });
  });
});
