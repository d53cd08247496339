import type { PersonaDisplay, PersonaFigure, PersonaLine } from './display';

const NOTHING: PersonaFigure = { count: 0, value: null, interval: null, difference: null };

/** A mean or share that so few rows make, or in which so few differ from the rest, tells of these rows. */
function tellsOfFew(
  { level }: PersonaLine,
  { count, value }: PersonaFigure,
  least: number,
): boolean {
  if (count < least) return true;
  if (level === null || value === null) return false;
  const hits = Math.round(count * value);
  const isBelow = (rows: number) => rows > 0 && rows < least;
  return isBelow(hits) || isBelow(count - hits);
}

/**
 * Personas to be passed on: without rows of the table, without the cards of hidden segments and
 * without figures that tell of fewer than `least` rows; what the others have of a sum would give
 * the hidden ones away.
 */
export function withhold(
  display: PersonaDisplay,
  { least, hidden }: { readonly least: number; readonly hidden: ReadonlySet<number> },
): PersonaDisplay | null {
  if (hidden.size >= display.sizes.length && hidden.size > 0) return null;
  return {
    ...display,
    lines: display.lines.map((line) => ({
      ...line,
      figures: line.figures.map((figure, segment) =>
        hidden.has(segment) || tellsOfFew(line, figure, least) ? NOTHING : figure,
      ),
    })),
    sum: hidden.size > 0 ? null : display.sum,
    customers: null,
    hidden: [...hidden],
  };
}
