import type { ClusteringValue, ColumnMeta, MatrixValue, TableValue } from '../../core/values';
import { numbersBetween, textOf } from '../../table/column';
import type { PersonaCustomers, PersonaLine, PersonaRow } from './display';
import { nearestRows } from './nearest-rows';

/** As many original values as a card has room for. */
const SHOWN_COLUMNS = 3;

/**
 * The columns that tell most: of each segment in turn that in which it differs most from everyone,
 * then its second, until there are enough; in the order of the lines.
 */
function tellingColumns(lines: readonly PersonaLine[], segments: number): readonly ColumnMeta[] {
  const ranked = Array.from({ length: segments }, (_, segment) => mostTelling(lines, segment));
  const chosen = new Set<ColumnMeta>();
  for (let rank = 0; rank < lines.length; rank++) {
    for (const columns of ranked) {
      const column = columns[rank];
      if (column && chosen.size < SHOWN_COLUMNS) chosen.add(column);
    }
  }
  const columns = new Set(lines.map(({ column }) => column));
  return [...columns].filter((column) => chosen.has(column));
}

/** Each column once, by its largest difference from everyone in this segment. */
function mostTelling(lines: readonly PersonaLine[], segment: number): readonly ColumnMeta[] {
  const effects = lines.flatMap(({ column, overall, deviation, figures }) => {
    const value = figures[segment]?.value ?? null;
    return value === null ? [] : [{ column, effect: Math.abs(value - overall) / deviation }];
  });
  const sorted = effects.sort((a, b) => b.effect - a.effect).map(({ column }) => column);
  return [...new Set(sorted)];
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
  const columns = tellingColumns(lines, clustering.clusters);
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
