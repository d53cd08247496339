import type { ClusteringValue, ColumnMeta, MatrixValue, TableValue } from '../../core/values';
import { numbersBetween, textOf } from '../../table/column';
import type { PersonaCustomers, PersonaLine, PersonaRow } from './display';
import { nearestRows } from './nearest-rows';

/** As many original values as a card has room for. */
const SHOWN_COLUMNS = 3;

/** The columns in which segments differ most, one a category, in the order of the lines. */
function tellingColumns(lines: readonly PersonaLine[]): readonly ColumnMeta[] {
  const largest = new Map<ColumnMeta, number>();
  for (const { column, overall, deviation, figures } of lines) {
    const effects = figures.map(({ value }) =>
      value === null ? 0 : Math.abs(value - overall) / deviation,
    );
    largest.set(column, Math.max(largest.get(column) ?? 0, ...effects));
  }
  const ranked = [...largest].sort(([, a], [, b]) => b - a).slice(0, SHOWN_COLUMNS);
  const chosen = new Set(ranked.map(([column]) => column));
  return [...largest.keys()].filter((column) => chosen.has(column));
}

export interface CustomersOf {
  readonly table: TableValue;
  readonly points: MatrixValue;
  readonly clustering: ClusteringValue;
  readonly lines: readonly PersonaLine[];
}

/** Typical and borderline customers of each segment, with their original values. */
export function* findCustomers(
  { table, points, clustering, lines }: CustomersOf,
  count: number,
): Generator<number, PersonaCustomers> {
  const columns = tellingColumns(lines);
  const found = yield* nearestRows(points, clustering, count);
  const shown = (row: number): PersonaRow => {
    const tableRow = clustering.rowIndex === null ? row : clustering.rowIndex[row]!;
    return {
      row: tableRow + 1,
      values: columns.map((column) => valueAt(table, column, tableRow)),
    };
  };
  return {
    columns,
    typical: found.typical.map((rows) => rows.map(({ row }) => shown(row))),
    borderline: found.borderline.map((rows) =>
      rows.map(({ row, other }) => ({ ...shown(row), other })),
    ),
  };
}

function valueAt(table: TableValue, { id, type }: ColumnMeta, row: number): number | string | null {
  if (type !== 'number') return textOf(table, id, row);
  const into = new Float64Array(1);
  numbersBetween(table, id, { from: row, into });
  return Number.isNaN(into[0]) ? null : into[0]!;
}
