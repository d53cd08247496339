import type { Definitions } from '../core/graph';
import { addSource, insertCell, type Notebook, type Source } from '../core/notebook';

/**
 * Puts further tables into a notebook: each becomes a source and a cell that reads it, below the
 * last cell that reads one. Says which cells these are; a table that is there already gets none.
 */
export function withTables(
  notebook: Notebook,
  sources: readonly Source[],
  definitions: Definitions,
): { readonly notebook: Notebook; readonly cellIds: readonly string[] } {
  let current = notebook;
  const cellIds: string[] = [];
  for (const source of sources) {
    const added = addSource(current, source);
    const isRead = current.cells.some(({ params }) => params.source === added.name);
    const reader = readerKind(definitions);
    if (isRead || !reader) continue;
    const draft = { kind: reader.kind, version: reader.version, params: { source: added.name } };
    const placed = insertCell(added.notebook, draft, belowReaders(current, definitions));
    current = placed.notebook;
    cellIds.push(placed.id);
  }
  return { notebook: current, cellIds };
}

function readerKind(definitions: Definitions) {
  return [...definitions.values()].find(({ readsSource }) => readsSource === true);
}

/** Right below the last reading cell; at the top where there is none. */
function belowReaders({ cells }: Notebook, definitions: Definitions): number {
  return cells.findLastIndex(({ kind }) => definitions.get(kind)?.readsSource === true) + 1;
}
