import type { Words } from '../../core/words';
import { figureWords } from '../../locale/comparing';

/** A figure that a result is known by. */
export interface Figure {
  readonly key: string;
  readonly words: Words;
  readonly value: number;
  /** A share is shown in per cent. */
  readonly isShare: boolean;
}

type Display = Readonly<Record<string, unknown>>;

/** The key figures of a display, those that people compare results by; none for a display without. */
export function figuresOf(display: unknown): readonly Figure[] {
  if (typeof display !== 'object' || display === null) return [];
  const shown = display as Display;
  return Object.entries(figureWords).flatMap(([key, words]) => {
    const value = READ[key]?.(shown) ?? numberIn(shown[key]);
    return value === null ? [] : [{ key, words, value, isShare: SHARES.has(key) }];
  });
}

const SHARES = new Set(['explained', 'smallest', 'largest']);

/** Figures that are not simply a member of the display. */
const READ: Readonly<Record<string, (display: Display) => number | null>> = {
  columns: ({ columns }) => countOf(columns),
  features: ({ features }) => countOf(features),
  explained: ({ inertia, totalInertia }) => {
    const [rest, total] = [numberIn(inertia), numberIn(totalInertia)];
    return rest === null || total === null || total <= 0 ? null : 1 - rest / total;
  },
  smallest: ({ sizes }) => shareOf(sizes, Math.min),
  largest: ({ sizes }) => shareOf(sizes, Math.max),
};

function shareOf(sizes: unknown, pick: (...sizes: number[]) => number): number | null {
  if (!Array.isArray(sizes) || sizes.length === 0) return null;
  const counts = sizes.filter((size): size is number => typeof size === 'number');
  const sum = counts.reduce((total, size) => total + size, 0);
  return sum > 0 ? pick(...counts) / sum : null;
}

function countOf(many: unknown): number | null {
  return Array.isArray(many) ? many.length : numberIn(many);
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
