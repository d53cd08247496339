import { describe, expect, it } from 'vitest';
import { parseParams } from '../../core/params';
import { definition } from './definition';
import type { ScatterAxis, ScatterDisplay } from './display';
import { face } from './face';

const params = parseParams(definition.params, {});

function component(name: string, explained: number, ...loadings: [string, number][]): ScatterAxis {
  return {
    kind: 'component',
    name,
    explained,
    min: -1,
    max: 1,
    loadings: loadings.map(([feature, weight]) => ({ feature, weight })),
  };
}

function displayOf(x: ScatterAxis, y: ScatterAxis): ScatterDisplay {
  return {
    rows: 1048213,
    clusters: 4,
    sizes: [4, 3, 2, 1],
    fedClusters: 4,
    origins: [0, 1, 2, 3],
    selectionRows: [],
    axes: [x, y],
    centroids: [],
    x: new Float32Array(),
    y: new Float32Array(),
    labels: new Int16Array(),
  };
}

const finding = (x: ScatterAxis, y: ScatterAxis) => face.finding(displayOf(x, y), params, []);

describe('the finding of a scatter plot', () => {
  it('names what rises to the right and upwards', () => {
    const x = component('1', 0.46, ['消费', 0.6], ['订单数', 0.55], ['客单价', 0.1]);
    const y = component('2', 0.23, ['折扣占比', -0.7], ['客单价', 0.6]);
    expect(finding(x, y)).toEqual({
      zh: '越往右，「消费」和「订单数」越高；越往上，「客单价」越高，「折扣占比」越低。',
      en: 'To the right, 消费 and 订单数 rise; upwards, 客单价 rises and 折扣占比 falls.',
    });
  });

  it('says nothing of a component that is a little of everything, or explains little', () => {
    const even = component('1', 0.5, ['a', 0.3], ['b', 0.3], ['c', -0.3]);
    const small = component('2', 0.05, ['d', 0.9]);
    expect(finding(even, small)).toEqual({
      zh: '这两个方向合起来说明了 55.0 % 的差异。',
      en: 'These two directions explain 55.0% of the variance.',
    });
  });

  it('says that there is nothing to explain where all rows are equal', () => {
    const [x, y] = [component('1', 0), component('2', 0)];
    expect(finding(x, y).en).toBe('All rows lie at one point.');
    expect(face.sourceLine(displayOf(x, y), params).en).toBe(
      'The 1,048,213 rows of the model · shapes mark the centroids',
    );
  });

  it('counts the segments when the axes are features', () => {
    const axis = (name: string): ScatterAxis => ({
      ...component('', 0),
      kind: 'feature',
      name,
      explained: null,
    });
    expect(finding(axis('spend'), axis('visits'))).toEqual({
      zh: '四个分群，按「spend」和「visits」摆开。',
      en: 'Four segments, laid out by spend and visits.',
    });
  });
});

describe('the lines around a scatter plot', () => {
  it('say how many rows are drawn and what the axes explain', () => {
    const display = displayOf(component('1', 0.46), component('2', 0.23));
    expect(face.sourceLine(display, params)).toEqual({
      zh: '入模的 1,048,213 行 · 主成分合计说明 69.0 % 的方差 · 形状标记为质心',
      en: 'The 1,048,213 rows of the model · the components explain 69.0% of the variance · shapes mark the centroids',
    });
  });

  it('read the parameters as a sentence', () => {
    const sentence = (saved: Record<string, string>) =>
      face
        .margin(parseParams(definition.params, saved))
        .map(({ words }) => words.zh)
        .join('');
    expect(sentence({})).toBe('坐标轴：主成分 1 和 2。颜色：分群。');
    expect(sentence({ axes: 'features', x: '消费' })).toBe(
      '坐标轴：两个特征，横轴「消费」，纵轴第二个特征。颜色：分群。',
    );
  });
});
