import type { SortKey } from '../../core/table-rows';

/** The direction after a further press: ascending, descending, none. */
function turned(key: SortKey | undefined, column: string): readonly SortKey[] {
  if (key === undefined) return [{ column, descending: false }];
  return key.descending ? [] : [{ column, descending: true }];
}

/** The sort after a press on the head of a column; `adds` keeps the other keys, this one among them. */
export function sortAfterPress(
  sort: readonly SortKey[],
  column: string,
  adds: boolean,
): readonly SortKey[] {
  const own = sort.find((key) => key.column === column);
  if (!adds) return turned(own, column);
  if (own === undefined) return [...sort, ...turned(own, column)];
  return sort.flatMap((key) => (key === own ? turned(own, column) : [key]));
}
