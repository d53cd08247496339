import { expect, it } from 'vitest';
import { layoutSilhouette, silhouetteWindow } from './layout';

const bins = (filled: Record<number, number>) =>
  Array.from({ length: 40 }, (_, i) => filled[i] ?? 0);

it('begins a quarter below zero when no row lies further left', () => {
  expect(silhouetteWindow([bins({ 30: 5 }), bins({ 20: 1 })])).toEqual({ firstBin: 15, bins: 40 });
});

it('reaches down to the lowest row of any segment', () => {
  expect(silhouetteWindow([bins({ 30: 5 }), bins({ 4: 1 })])).toEqual({ firstBin: 4, bins: 40 });
});

it('places zero and the mean on the same axis as the bars', () => {
  const window = { firstBin: 15, bins: 40 };
  const layout = layoutSilhouette(bins({ 15: 1, 39: 2 }), 0.5, { window, width: 125, height: 30 });
  expect(layout.zero).toBeCloseTo(25, 9);
  expect(layout.mean).toBeCloseTo(75, 9);
  expect(layout.bars[0]?.x).toBe(0);
  expect(layout.bars[1]).toMatchObject({ height: 30 });
});

it('has no mean when no row was scored', () => {
  const window = silhouetteWindow([bins({})]);
  expect(layoutSilhouette(bins({}), null, { window, width: 100, height: 30 })).toMatchObject({
    bars: [],
    mean: null,
  });
});
