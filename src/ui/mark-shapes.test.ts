import { describe, expect, it } from 'vitest';
import { colorsAt, labelAt, letterAt, MARK_COUNT, shapeAt } from './mark-shapes';

describe('segment marks', () => {
  it('have twelve different shapes, each with a name in both languages', () => {
    const indexes = Array.from({ length: MARK_COUNT }, (_, i) => i);
    expect(new Set(indexes.map((i) => shapeAt(i).path)).size).toBe(12);
    expect(new Set(indexes.map((i) => shapeAt(i).name.zh)).size).toBe(12);
    expect(new Set(indexes.map((i) => shapeAt(i).name.en)).size).toBe(12);
  });

  it('are read as number, letter and shape', () => {
    expect(labelAt(0, '1')).toEqual({ zh: '分群 1，A，圆', en: 'segment 1, A, circle' });
    expect(labelAt(11, '12')).toEqual({ zh: '分群 12，L，药丸', en: 'segment 12, L, pill' });
    expect(labelAt(-1, '')).toEqual({ zh: '噪声点', en: 'noise' });
  });

  it('keep their own letter beyond the twelfth, where shapes and colours repeat', () => {
    expect([12, 25, 26, 49].map(letterAt)).toEqual(['M', 'Z', 'AA', 'AX']);
    expect(shapeAt(12)).toBe(shapeAt(0));
    expect(colorsAt(13)).toEqual({ fill: 'var(--seg-2)', ink: 'var(--seg-2-ink)' });
  });
});
