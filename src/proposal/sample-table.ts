import { createRandom } from '../core/random';
import type { ColumnMeta, TableValue } from '../core/values';
import { codesOf, numbersOf } from '../table/column';
import { isNumeric } from '../table/encode/feature-choice';
import { categoryColumn, createTable, numberColumn, type NewColumn } from '../table/create-table';

/**
 * A table of these columns and at most `limit` rows, drawn without replacement and kept in order;
 * the same rows for the same seed. Dates and yes/no become numbers, texts become categories.
 */
export function sampleTable(
  table: TableValue,
  columns: readonly ColumnMeta[],
  { limit, seed }: { readonly limit: number; readonly seed: number },
): TableValue {
  const rows = sampleRows(table.rows, limit, seed);
  return createTable(
    columns.map((column) => pick(table, column, rows)),
    rows.length,
  );
}

/** Selection sampling: every row is as likely as any other to be among the `limit`. */
function sampleRows(rows: number, limit: number, seed: number): Uint32Array {
  const wanted = Math.min(rows, limit);
  const random = createRandom(seed, 'proposal', 'sample');
  const chosen = new Uint32Array(wanted);
  let count = 0;
  for (let row = 0; count < wanted; row++) {
    if (random.below(rows - row) < wanted - count) chosen[count++] = row;
  }
  return chosen;
}

function pick(table: TableValue, column: ColumnMeta, rows: Uint32Array): NewColumn {
  if (isNumeric(column)) {
    const numbers = numbersOf(table, column.id);
    return numberColumn(
      column.name,
      Float64Array.from(rows, (row) => numbers[row]!),
    );
  }
  const { codes, levels } = codesOf(table, column.id);
  return categoryColumn(
    column.name,
    Int32Array.from(rows, (row) => codes[row]!),
    levels,
  );
}
