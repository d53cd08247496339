import type { RowsView } from '../../core/table-rows';
import type { ColumnMeta } from '../../core/values';

/** The ids that columns have in another table that has columns of the same names. */
export function idsByName(
  before: readonly ColumnMeta[],
  now: readonly ColumnMeta[],
): ReadonlyMap<string, string> {
  const byName = new Map(now.map(({ name, id }) => [name, id]));
  return new Map(
    before.flatMap(({ id, name }) => {
      const own = byName.get(name);
      return own === undefined ? [] : [[id, own] as const];
    }),
  );
}

/** The same view of another table, without what speaks of columns that are not there. */
export function carriedView(view: RowsView, ids: ReadonlyMap<string, string>): RowsView {
  const carried = <T extends { readonly column: string }>(one: T): readonly T[] => {
    const column = ids.get(one.column);
    return column === undefined ? [] : [{ ...one, column }];
  };
  return { ...view, sort: view.sort.flatMap(carried), filters: view.filters.flatMap(carried) };
}
