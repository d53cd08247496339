import type { Words } from '../core/words';

/** Outline and number of a segment mark on a 24 × 24 grid. */
export interface MarkShape {
  readonly name: Words;
  /** An SVG path; the pill reaches one unit beyond the grid on both sides. */
  readonly path: string;
  /** Baseline of the number. */
  readonly baseline: number;
}

const MIDDLE = 16.6;

/** In the order of the numbers; the order is fixed, since a number keeps its shape for ever. */
const SHAPES: readonly MarkShape[] = [
  {
    name: { zh: '圆', en: 'circle' },
    path: 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21Z',
    baseline: MIDDLE,
  },
  {
    name: { zh: '方', en: 'square' },
    path: 'M3.6 2h16.8A1.6 1.6 0 0 1 22 3.6v16.8a1.6 1.6 0 0 1-1.6 1.6H3.6A1.6 1.6 0 0 1 2 20.4V3.6A1.6 1.6 0 0 1 3.6 2Z',
    baseline: MIDDLE,
  },
  { name: { zh: '三角', en: 'triangle' }, path: 'M12 1.8 23 21.6H1Z', baseline: 20 },
  { name: { zh: '菱', en: 'diamond' }, path: 'M12 .8 23.2 12 12 23.2 .8 12Z', baseline: MIDDLE },
  {
    name: { zh: '六边', en: 'hexagon' },
    path: 'M6.4 2.2h11.2L23.2 12 17.6 21.8H6.4L.8 12Z',
    baseline: MIDDLE,
  },
  {
    name: { zh: '拱门', en: 'arch' },
    path: 'M2.5 21.8V12a9.5 9.5 0 0 1 19 0v9.8Z',
    baseline: 18,
  },
  { name: { zh: '倒三角', en: 'triangle down' }, path: 'M12 22.2 1 2.4h22Z', baseline: 13.6 },
  {
    name: { zh: '十字', en: 'cross' },
    path: 'M7.6 1.5h8.8v6.1h6.1v8.8h-6.1v6.1H7.6v-6.1H1.5V7.6h6.1Z',
    baseline: MIDDLE,
  },
  {
    name: { zh: '五边', en: 'pentagon' },
    path: 'M12 .9 23.2 9.1 18.9 22.3H5.1L.8 9.1Z',
    baseline: 17.6,
  },
  {
    name: { zh: '水滴', en: 'drop' },
    path: 'M12 .6C16.5 6 21 9.6 21 14.6a9 8.6 0 0 1-18 0C3 9.6 7.5 6 12 .6Z',
    baseline: 18.6,
  },
  {
    name: { zh: '星', en: 'burst' },
    path: 'M12 .5 14.9 4.9 20.1 3.9 19.1 9.1 23.5 12 19.1 14.9 20.1 20.1 14.9 19.1 12 23.5 9.1 19.1 3.9 20.1 4.9 14.9 .5 12 4.9 9.1 3.9 3.9 9.1 4.9Z',
    baseline: MIDDLE,
  },
  {
    name: { zh: '药丸', en: 'pill' },
    path: 'M6 5h12a7 7 0 0 1 0 14H6a7 7 0 0 1 0-14Z',
    baseline: MIDDLE,
  },
];

export const MARK_COUNT = SHAPES.length;

/** Shape at a place among the numbers, from 0; beyond the twelfth shapes repeat and the number tells them apart. */
export function shapeAt(place: number): MarkShape {
  // The remainder of a whole, non-negative place is within the list.
  return SHAPES[place % MARK_COUNT]!;
}

/** The letters A … Z, AA, AB …, which stand for the mark in plain text. */
export function letterAt(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterAt(Math.floor(place / 26) - 1) + last;
}

/** What assistive technology reads for a mark with this number: "segment 1, A, circle"; below zero: noise. */
export function labelAt(place: number, text: string): Words {
  if (place < 0) return { zh: '噪声点', en: 'noise' };
  const { name } = shapeAt(place);
  const letter = letterAt(place);
  return {
    zh: `分群 ${text}，${letter}，${name.zh}`,
    en: `segment ${text}, ${letter}, ${name.en}`,
  };
}

/** CSS colours of the mark at a place and of the ink on it; below zero: noise. */
export function colorsAt(place: number): { readonly fill: string; readonly ink: string } {
  if (place < 0) return { fill: 'var(--noise)', ink: 'var(--text)' };
  const number = (place % MARK_COUNT) + 1;
  return { fill: `var(--seg-${number})`, ink: `var(--seg-${number}-ink)` };
}
