import { MOST_PETALS, type Petal } from '../../charts/petals/layout';
import { inTwoLines, shortName } from './column-words';
import type { PersonaDisplay, PersonaLine } from './display';
import { factOf } from './facts';

/** With fewer numbers than these, levels of categories become petals too. */
const FEWEST = 3;
/** Half-width characters in a line beside a petal. */
const LABEL_ROOM = 14;

/** The largest difference that a line shows in any segment, in standard deviations. */
function largestEffect({ figures, overall, deviation }: PersonaLine): number {
  return Math.max(
    0,
    ...figures.map(({ value }) => (value === null ? 0 : Math.abs(value - overall) / deviation)),
  );
}

/**
 * What the petals of all cards show, at most eight, the same in each and in the order of the table:
 * features of the model that differ most, then other numbers; levels where there are hardly any.
 */
export function petalLines({ lines }: PersonaDisplay): readonly PersonaLine[] {
  const isNumber = ({ level, column }: PersonaLine) => level === null && column.type === 'number';
  const ranked = [...lines].sort((a, b) => largestEffect(b) - largestEffect(a));
  const numbers = [
    ...ranked.filter((line) => isNumber(line) && line.isFeature),
    ...ranked.filter((line) => isNumber(line) && !line.isFeature),
  ];
  const others = numbers.length < FEWEST ? ranked.filter((line) => !isNumber(line)) : [];
  const chosen = new Set([...numbers, ...others].slice(0, MOST_PETALS));
  return lines.filter((line) => chosen.has(line));
}

export function petalsOf(lines: readonly PersonaLine[], segment: number): readonly Petal[] {
  return lines.map((line) => ({
    label: petalLabel(line),
    effect: factOf(line, segment)?.effect ?? null,
  }));
}

function petalLabel({ column, level }: PersonaLine): readonly string[] {
  const isNamed = level !== null && column.type !== 'boolean';
  return inTwoLines(shortName(isNamed ? level : column.name, 2 * LABEL_ROOM), LABEL_ROOM);
}
