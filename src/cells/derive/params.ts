import { isJsonObject, type Json } from '../../core/json';
import { Problem } from '../../core/problem';

/** A column to add, in the order of the list; one that the table has is replaced. */
export type NewFormula = {
  /** Empty: the column is called as its formula is written. */
  readonly name: string;
  /** Blank: not written yet, nothing is added. */
  readonly formula: string;
};

const MOST_COLUMNS = 100;

function refuse(value: Json): never {
  const expected = `[{"name": "…", "formula": "…"}, …] (≤ ${MOST_COLUMNS})`;
  throw new Problem('param-invalid', { param: 'columns', value: JSON.stringify(value), expected });
}

/** Checks saved formulas for their form alone; what they say is checked against a table. */
export function parseColumns(json: Json): readonly NewFormula[] {
  if (!Array.isArray(json) || json.length > MOST_COLUMNS) return refuse(json);
  return json.map((entry: Json) => {
    if (!isJsonObject(entry)) return refuse(json);
    const { name, formula } = entry;
    if (typeof name !== 'string' || typeof formula !== 'string') return refuse(json);
    return { name, formula };
  });
}

const LONGEST_NAME = 60;

/** What a new column is called. */
export function nameOf({ name, formula }: NewFormula): string {
  const given = name.trim();
  return given === '' ? formula.trim().slice(0, LONGEST_NAME) : given;
}

/** The formulas that are written, with the names of their columns. */
export function writtenColumns(columns: readonly NewFormula[]): NewFormula[] {
  return columns.flatMap((column) =>
    column.formula.trim() === '' ? [] : [{ name: nameOf(column), formula: column.formula }],
  );
}
