import type { PersonaDisplay, PersonaFigure, PersonaLine } from './display';

/** One column (or level) in one segment, as a sentence or a name may be about it. */
export interface Fact {
  readonly line: PersonaLine;
  readonly segment: number;
  readonly figure: PersonaFigure & { readonly value: number };
  /** Difference from everyone in standard deviations of everyone. */
  readonly effect: number;
  /** 100 × segment / everyone; null where that means nothing. */
  readonly tgi: number | null;
}

/** A fifth of a standard deviation: less is not worth a sentence (Cohen's "small", 1988). */
const WORTH_SAYING = 0.2;
/** Below this many rows what is true of them need not be true of others like them. */
export const FEW = 30;

/** Null where no row of the segment has a value. */
export function factOf(line: PersonaLine, segment: number): Fact | null {
  const figure = line.figures[segment];
  if (figure === undefined || figure.value === null) return null;
  const { value } = figure;
  return {
    line,
    segment,
    figure: { ...figure, value },
    effect: (value - line.overall) / line.deviation,
    tgi: line.hasRatio ? (100 * value) / line.overall : null,
  };
}

/** True when the interval of the difference from everybody else leaves out zero, and it is worth a word. */
function isDistinct({ figure: { difference }, effect }: Fact): boolean {
  if (difference === null || Math.abs(effect) < WORTH_SAYING) return false;
  return difference.low > 0 || difference.high < 0;
}

/** That a level is frequent says more of people than that another is rare, which follows from it. */
function weightOf({ line: { column }, effect }: Fact): number {
  return effect < 0 && column.type === 'category' ? -effect / 2 : Math.abs(effect);
}

/**
 * What sets a segment apart, most distinct first: by the difference from everyone in standard
 * deviations, of a category the most distinct level only, where a rare level counts half. Equally
 * distinct ones in their order.
 */
export function distinctFacts(display: PersonaDisplay, segment: number): readonly Fact[] {
  const seen = new Set<string>();
  return display.lines
    .flatMap((line) => factOf(line, segment) ?? [])
    .filter(isDistinct)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .filter(({ line: { column } }) => !seen.has(column.id) && seen.add(column.id));
}

export function isFew(display: PersonaDisplay, segment: number): boolean {
  return (display.sizes[segment] ?? 0) < FEW;
}
