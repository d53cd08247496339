import { expect, it } from 'vitest';
import { cutLabel, labelWidth, placeLabels } from './place-labels';

const size = { width: 300, height: 200 };
const wish = (index: number, x: number, y: number) => ({ index, x, y, text: '高价值常客' });

it('puts a name at the right of its mark', () => {
  const [placed] = placeLabels([wish(0, 100, 100)], size, { markSize: 26 });
  expect(placed?.label).toEqual({ x: 119, y: 105, anchor: 'start' });
});

it('turns to the left at the right edge', () => {
  const [placed] = placeLabels([wish(0, 280, 100)], size, { markSize: 26 });
  expect(placed?.label?.anchor).toBe('end');
});

it('never lets a name cover a mark or another name', () => {
  const placed = placeLabels([wish(0, 100, 100), wish(1, 140, 102), wish(2, 102, 128)], size, {
    markSize: 26,
  });
  expect(placed[0]?.label?.anchor).toBe('end');
  expect(placed.filter((label) => label.label !== null).length).toBeGreaterThan(1);
});

it('shows the mark alone where no name fits, and nothing of marks outside', () => {
  const narrow = { width: 40, height: 200 };
  expect(placeLabels([wish(0, 20, 100)], narrow, { markSize: 26 })[0]?.label).toBeNull();
  expect(placeLabels([wish(0, -5, 100)], size, { markSize: 26 })).toEqual([]);
});

it('cuts a very long name', () => {
  const long = '很'.repeat(60);
  const cut = cutLabel(long, 160);
  expect(cut.endsWith('…')).toBe(true);
  expect(labelWidth(cut)).toBeLessThanOrEqual(160);
  expect(cutLabel('老客', 160)).toBe('老客');
});
