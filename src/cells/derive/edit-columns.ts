import type { NewFormula } from './params';

const BLANK: NewFormula = { name: '', formula: '' };

/** The lines to show: one to write in where there is none yet. */
export function shownColumns(columns: readonly NewFormula[]): readonly NewFormula[] {
  return columns.length === 0 ? [BLANK] : columns;
}

export function changedAt(
  columns: readonly NewFormula[],
  at: number,
  next: NewFormula,
): readonly NewFormula[] {
  return columns.map((column, index) => (index === at ? next : column));
}

export function removedAt(columns: readonly NewFormula[], at: number): readonly NewFormula[] {
  return columns.filter((_column, index) => index !== at);
}

/** One place up: it is then computed before the one that was above it. */
export function movedUp(columns: readonly NewFormula[], at: number): readonly NewFormula[] {
  const moved = [...columns];
  const [column] = moved.splice(at, 1);
  if (column) moved.splice(Math.max(0, at - 1), 0, column);
  return moved;
}
