import type { Definitions } from '../../core/graph';
import { sourceOf, type Cell, type Notebook, type Source } from '../../core/notebook';

/** How a table would do as the data of a notebook that is shown as an app. */
export type FileFit =
  | {
      readonly kind: 'fits';
      /** The cell that reads it. */
      readonly reader: Cell;
      /** The name of what it takes the place of; null: there is no data yet. */
      readonly replaced: string | null;
    }
  /** Columns that cells name and the table lacks. */
  | { readonly kind: 'lacks'; readonly columns: readonly string[] }
  /** No cell reads a file. */
  | { readonly kind: 'no-reader' };

/**
 * Looks for the place where a table fits: the reader of the notebook whose columns it has. Only
 * columns that some cell names are asked for; the others were never looked at by name.
 */
export function fitOf(notebook: Notebook, definitions: Definitions, source: Source): FileFit {
  const readers = notebook.cells.filter(({ kind }) => definitions.get(kind)?.readsSource);
  const has = new Set(source.columns);
  const named = namesIn(notebook.cells.map(({ params }) => params));
  const places = readers.map((reader) => {
    const old = sourceOf(notebook, String(reader.params.source ?? ''));
    const lacking = (old?.columns ?? []).filter((name) => !has.has(name));
    const isStranger = old !== undefined && lacking.length === old.columns.length;
    const needed = isStranger ? lacking : lacking.filter((name) => named.has(name));
    return { reader, old, lacking, needed };
  });
  const [best] = places.sort(
    (a, b) => a.needed.length - b.needed.length || a.lacking.length - b.lacking.length,
  );
  if (!best) return { kind: 'no-reader' };
  const { reader, old, needed } = best;
  return needed.length > 0
    ? { kind: 'lacks', columns: needed }
    : { kind: 'fits', reader, replaced: old?.name ?? null };
}

/** Every text in values of parameters, keys included. */
function namesIn(values: readonly unknown[]): Set<string> {
  const found = new Set<string>();
  const open: unknown[] = [...values];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') found.add(value);
    else if (Array.isArray(value)) open.push(...(value as readonly unknown[]));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        found.add(key);
        open.push(member);
      }
    }
  }
  return found;
}
