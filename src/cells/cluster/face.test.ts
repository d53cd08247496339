import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { ClusterDisplay } from './display';
import { face } from './face';

const params = initialParams(definition.params);

const settled: ClusterDisplay = {
  rows: 1_048_213,
  columns: 7,
  clusters: 4,
  requested: 4,
  sizes: [391_669, 295_847, 242_216, 118_481],
  inertia: 2_166_827,
  totalInertia: 7_337_491,
  iterations: 11,
  isConverged: true,
  lastFall: 0.00002,
  restarts: Array.from({ length: 10 }, () => ({
    inertia: 2_166_827,
    iterations: 11,
    isConverged: true,
  })),
  best: 0,
  trace: [3_000_000, 2_166_870, 2_166_827],
};

const finding = (changes: Partial<ClusterDisplay>): { zh: string; en: string } =>
  face.finding({ ...settled, ...changes }, params, []);

describe('the headline of the cluster cell', () => {
  it('says how many segments, when it settled and how small the smallest is', () => {
    expect(finding({})).toEqual({
      zh: '四个分群，在第 11 次迭代收敛；最小的一群也有 118,481 行。',
      en: 'Four segments, settled at iteration 11; the smallest still holds 118,481 rows.',
    });
  });

  it('calls a small segment small and a dominant one dominant', () => {
    const small = { rows: 1000, sizes: [400, 350, 249, 1] };
    expect(finding(small).zh).toBe('四个分群，在第 11 次迭代收敛；最小的一群只有 1 行。');
    expect(finding(small).en).toContain('the smallest holds only 1 row.');
    expect(finding({ rows: 1000, sizes: [400, 350, 220, 30] }).en).toContain(
      'the smallest holds 30 rows.',
    );
    expect(finding({ rows: 1000, sizes: [932, 40, 20, 8] }).zh).toContain(
      '最大的一群占了 93.2 % 的行。',
    );
  });

  it('never calls a stopped fit settled', () => {
    const stopped = { isConverged: false, iterations: 7, inertia: 3_010_221, lastFall: 0.024 };
    expect(finding(stopped)).toEqual({
      zh: '未收敛：7 次迭代后簇内平方和 3,010,221，上一步仍在下降 2.4 %。',
      en: 'Not settled: inertia 3,010,221 after 7 iterations, the last step still fell 2.4%.',
    });
    expect(finding({ ...stopped, lastFall: 0.00003 }).zh).toContain('0.0030 %');
    expect(finding({ ...stopped, iterations: 1, lastFall: 0 }).en).toBe(
      'Not settled: inertia 3,010,221 after 1 iteration.',
    );
    expect(finding({ ...stopped, iterations: 0, lastFall: 0 }).zh).toBe(
      '未收敛：停在起点，簇内平方和 3,010,221。',
    );
  });

  it('says of a fit cancelled between restarts that it is the best so far', () => {
    expect(finding({ restarts: settled.restarts.slice(0, 3) })).toEqual({
      zh: '暂得四个分群：10 次重启里做了 3 次。',
      en: 'Four segments so far: 3 of 10 restarts were done.',
    });
  });

  it('says why there are fewer segments than asked for', () => {
    const few = { clusters: 3, requested: 5, sizes: [3, 2, 1], rows: 6, inertia: 0 };
    expect(finding(few)).toEqual({
      zh: '特征只有三种不同的组合，所以是三个分群，不是 5 个。',
      en: 'Only three different sets of features, so three segments instead of 5.',
    });
    expect(finding({ ...few, clusters: 1, sizes: [6] }).zh).toBe(
      '所有行的特征都一样，只有一个分群。',
    );
    expect(finding({ ...few, inertia: 4 }).en).toBe(
      'Three segments of the 5 asked for; the others attracted no rows.',
    );
  });
});

describe('rows in no segment', () => {
  it('are told of after the segments', () => {
    const noise = { rows: 1000, sizes: [500, 468], noise: 32, trace: [], restarts: [] };
    expect(finding({ ...noise, clusters: 2, requested: 2 })).toEqual({
      zh: '两个分群；最小的一群也有 468 行；噪声点占 3.2 %。',
      en: 'Two segments; the smallest still holds 468 rows; 3.2% of the rows are noise.',
    });
  });

  it('may be all of them', () => {
    const all = { clusters: 0, requested: 0, sizes: [], noise: 1_048_213, trace: [], restarts: [] };
    expect(finding(all).en).toBe('No segments: every row is noise.');
  });
});

describe('the source line and margin of the cluster cell', () => {
  it('names rows, starts, restarts and the explained share', () => {
    expect(face.sourceLine(settled, params)).toEqual({
      zh: '1,048,213 行 × 7 个特征 · 起点：贪心 k-means++ · 10 次重启 · 解释了总方差的 70.5 %',
      en: '1,048,213 rows × 7 features · starts: greedy k-means++ · 10 restarts · explains 70.5% of the variance',
    });
  });

  it('says when fewer restarts were done, and nothing of variance where there is none', () => {
    const equal = {
      ...settled,
      inertia: 0,
      totalInertia: 0,
      restarts: settled.restarts.slice(0, 1),
    };
    expect(face.sourceLine(equal, params).en).toBe(
      '1,048,213 rows × 7 features · starts: greedy k-means++ · 1 of 10 restarts',
    );
  });

  it('puts the parameters into one sentence', () => {
    const sentence = (language: 'zh' | 'en'): string =>
      face
        .margin(params)
        .map(({ words }) => words[language])
        .join('');
    expect(sentence('zh')).toBe('用 K 均值分成四个分群，10 次重启取最好的；起点：贪心 k-means++。');
    expect(
      face
        .margin({ ...params, clusters: 15 })
        .map(({ words }) => words.zh)
        .join(''),
    ).toContain('分成 15 个分群，');
    expect(sentence('en')).toBe(
      'K-means into four segments, best of 10 restarts; starts: greedy k-means++.',
    );
  });
});
