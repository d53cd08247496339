import { describe, expect, it } from 'vitest';
import { MARK_COUNT, markColors, markLabel, markLetter, markShape } from './mark-shapes';

describe('segment marks', () => {
  it('have twelve different shapes, each with a name in both languages', () => {
    const indexes = Array.from({ length: MARK_COUNT }, (_, i) => i);
    expect(new Set(indexes.map((i) => markShape(i).path)).size).toBe(12);
    expect(new Set(indexes.map((i) => markShape(i).name.zh)).size).toBe(12);
    expect(new Set(indexes.map((i) => markShape(i).name.en)).size).toBe(12);
  });

  it('are read as number, letter and shape', () => {
    expect(markLabel(0)).toEqual({ zh: '分群 1，A，圆', en: 'segment 1, A, circle' });
    expect(markLabel(11)).toEqual({ zh: '分群 12，L，药丸', en: 'segment 12, L, pill' });
    expect(markLabel(-1)).toEqual({ zh: '噪声点', en: 'noise' });
  });

  it('keep their own letter beyond the twelfth, where shapes and colours repeat', () => {
    expect([12, 25, 26, 49].map(markLetter)).toEqual(['M', 'Z', 'AA', 'AX']);
    expect(markShape(12)).toBe(markShape(0));
    expect(markColors(13)).toEqual({ fill: 'var(--seg-2)', ink: 'var(--seg-2-ink)' });
  });
});
