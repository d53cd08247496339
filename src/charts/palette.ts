import { plainMarks, type SegmentMarks } from '../ui/segment-marks';

/** Red, green and blue, 0 … 255. */
export type Rgb = readonly [number, number, number];

/** What a canvas needs to know of the theme in force. */
export interface Palette {
  /** Colours of the segments by cluster index. */
  readonly segments: readonly Rgb[];
  /** What else belongs to a segment by its index, such as its shape. */
  readonly marks: SegmentMarks;
  readonly noise: Rgb;
  readonly isDark: boolean;
}

const SEGMENT_COLORS = 12;
/** More than any method finds segments. */
const MOST_SEGMENTS = 64;
const GREY: Rgb = [128, 128, 128];

/** Reads `#rgb` and `#rrggbb`; anything else is grey. */
export function parseHex(color: string): Rgb {
  const hex = color.trim().replace('#', '');
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const value = /^[0-9a-f]{6}$/i.test(full) ? Number.parseInt(full, 16) : null;
  return value === null ? GREY : [value >> 16, (value >> 8) & 255, value & 255];
}

/** Perceived lightness 0 … 1, well enough to tell a dark ground from a light one. */
export function lightness([red, green, blue]: Rgb): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** The colours that the page's tokens give to this element; which segment has which, `marks` say. */
export function readPalette(element: Element, marks: SegmentMarks = plainMarks): Palette {
  const style = getComputedStyle(element);
  const color = (name: string) => parseHex(style.getPropertyValue(name));
  const colors = Array.from({ length: SEGMENT_COLORS }, (_, i) => color(`--seg-${i + 1}`));
  return {
    segments: Array.from(
      { length: MOST_SEGMENTS },
      (_, index) => colors[marks.placeOf(index) % SEGMENT_COLORS] ?? GREY,
    ),
    marks,
    noise: color('--noise'),
    isDark: lightness(color('--surface')) < 0.5,
  };
}

/** Calls back whenever the theme of the page changes; returns how to stop. */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', onChange);
  };
}
