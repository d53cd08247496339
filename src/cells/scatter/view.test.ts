import { describe, expect, it } from 'vitest';
import type { FittedStep } from '../../core/values';
import { applySteps } from '../../table/encode/steps';
import { layoutTicks } from './axis-ticks';
import type { ScatterAxis } from './display';
import { axisLabel, chartSentence } from './view-words';

const component = (loadings: Record<string, number>): ScatterAxis => ({
  kind: 'component',
  name: '1',
  explained: 0.457,
  loadings: Object.entries(loadings).map(([feature, weight]) => ({ feature, weight })),
  min: -3,
  max: 3,
});
const feature = (name: string, steps: readonly FittedStep[]): ScatterAxis => ({
  kind: 'feature',
  name,
  explained: null,
  loadings: [],
  min: -3,
  max: 3,
  steps,
});

describe('the name of an axis', () => {
  it('says in words which way it grows', () => {
    const axis = component({ 订单数: 0.6, 消费: 0.5, 折扣: -0.4, 退货: 0.1 });
    expect(axisLabel(axis, 'x', 'zh')).toBe('主成分 1（46 %）：订单数、消费更高，折扣更低 →');
    expect(axisLabel(axis, 'y', 'en')).toBe('↑ Component 1 (46%): higher 订单数, 消费, lower 折扣');
  });

  it('parts Latin names from the Han that follow', () => {
    expect(axisLabel(component({ Milk: 1 }), 'x', 'zh')).toBe('主成分 1（46 %）：Milk 更高 →');
  });

  it('claims no direction where nothing weighs', () => {
    expect(axisLabel(component({}), 'x', 'en')).toBe('Component 1 (46%) →');
  });

  it('is the feature itself, with its log axis said in words', () => {
    expect(axisLabel(feature('消费', [{ kind: 'log', shift: 0 }]), 'x', 'zh')).toBe(
      '消费（对数刻度） →',
    );
  });
});

describe('the ticks of an axis', () => {
  it('are in original units and stand where those units lie', () => {
    const steps: readonly FittedStep[] = [
      { kind: 'log', shift: 0 },
      { kind: 'standard', mean: 5, deviation: 1.5 },
    ];
    const ticks = layoutTicks(feature('spend', steps), { min: -3, max: 3 }, 800);
    expect(ticks.map((tick) => tick.label)).toContain('1,000');
    for (const tick of ticks) {
      const original = Number(tick.label.replaceAll(',', ''));
      expect(tick.at).toBeCloseTo(applySteps(steps, original), 9);
    }
  });

  it('are in units of the axis for components and yes-or-no features', () => {
    const shown = { min: -3, max: 3 };
    expect(layoutTicks(component({}), shown, 400).map((tick) => tick.label)).toEqual([
      '−2',
      '0',
      '2',
    ]);
    const city = feature('city = x', [{ kind: 'one-hot', level: 'x' }]);
    expect(layoutTicks(city, { min: -0.1, max: 1.1 }, 400).length).toBeGreaterThan(1);
  });

  it('have the decimals that tell them apart, however near the zoom', () => {
    const labels = layoutTicks(component({}), { min: 3.11, max: 3.16 }, 400).map(
      (tick) => tick.label,
    );
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain('3.12');
  });

  it('never run into each other', () => {
    const steps: readonly FittedStep[] = [{ kind: 'log', shift: 0 }];
    const ticks = layoutTicks(feature('x', steps), { min: 0, max: 14 }, 300);
    const places = ticks.map((tick) => (tick.at / 14) * 300);
    for (let i = 1; i < places.length; i++) expect(places[i]! - places[i - 1]!).toBeGreaterThan(40);
  });
});

it('tells the whole chart as a sentence', () => {
  const axis = component({ a: 1 });
  const display = {
    rows: 1000,
    clusters: 2,
    sizes: [600, 400],
    fedClusters: 2,
    origins: [0, 1],
    selectionRows: [],
    axes: [axis, { ...axis, name: '2' }],
    x: new Float32Array(),
    y: new Float32Array(),
    labels: new Int16Array(),
    centroids: [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
  } as const;
  expect(chartSentence(display, [{ zh: '老客', en: 'Regulars' }], 'en')).toContain(
    'Segments: Regulars, Segment 2.',
  );
});
