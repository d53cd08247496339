import type { ColumnMeta, TableValue } from '../core/values';
import { codesOf } from '../table/column';
import { chooseColumns } from '../table/encode/choose-columns';
import { summarizeLevels } from '../table/encode/one-hot';

/** A category with more levels than this would become more features than a person can oversee. */
const MOST_LEVELS = 12;

/**
 * The columns that the proposal puts into the model: the numbers that measure something; in a
 * table without any, the categories and yes/no columns with a few levels. Empty: nothing fits.
 */
export function* featureColumns(table: TableValue): Generator<void, readonly ColumnMeta[]> {
  const { chosen } = yield* chooseColumns(table);
  if (chosen.length > 0) return chosen;
  return table.columns.filter(({ id, type }) => {
    if (type !== 'category' && type !== 'boolean') return false;
    const { length } = summarizeLevels(codesOf(table, id));
    return length >= 2 && length <= MOST_LEVELS;
  });
}
