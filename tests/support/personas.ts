import type { PersonaDisplay, PersonaFigure, PersonaLine } from '../../src/cells/persona/display';

/** A figure that differs clearly from the others', unless said otherwise. */
export function personaFigure(
  value: number | null,
  part: Partial<PersonaFigure> = {},
): PersonaFigure {
  const around = (reach: number) =>
    value === null ? null : { low: value - reach, high: value + reach };
  return { count: 100, value, interval: around(1), difference: { low: 1, high: 2 }, ...part };
}

/** A line of a number column; the deviation of everyone is 10. */
export function personaLine(
  name: string,
  values: readonly (number | null)[],
  part: Partial<PersonaLine> = {},
): PersonaLine {
  return {
    column: { id: name, name, type: 'number' },
    level: null,
    isFeature: true,
    overall: 100,
    deviation: 10,
    hasRatio: true,
    figures: values.map((value) => personaFigure(value)),
    ...part,
  };
}

export function personaDisplay(
  lines: readonly PersonaLine[],
  part: Partial<PersonaDisplay> = {},
): PersonaDisplay {
  const segments = lines[0]?.figures.length ?? 2;
  return {
    rows: segments * 100,
    noise: 0,
    tableRows: segments * 100,
    rowsAre: 'customer',
    sizes: new Array<number>(segments).fill(100),
    lines,
    sum: null,
    customers: null,
    ...part,
  };
}
