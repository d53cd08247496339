import type { CellFace } from '../core/cell-face';
import { downstreamOf } from '../core/graph';
import type { Json } from '../core/json';
import type { Notebook } from '../core/notebook';

interface Known {
  readonly notebook: Notebook;
  /** What the cells show at present, by id. */
  readonly shown: ReadonlyMap<string, { readonly display: unknown }>;
  readonly faceOf: (kind: string) => Pick<CellFace, 'uses'> | undefined;
}

/**
 * Whether a cell that depends on this one uses a column: names it in its parameters, formulas and
 * queries included, or took it by itself. A name within another text counts, so that in doubt a
 * column is used. Null where nothing depends on the cell, or one that picks columns by itself has
 * not run: then nobody can say.
 */
export function columnsUsedBelow(
  { notebook, shown, faceOf }: Known,
  cellId: string,
): ((column: string) => boolean) | null {
  const below = downstreamOf(notebook, cellId);
  if (below.size === 0) return null;
  const taken = new Set<string>();
  const texts: string[] = [];
  for (const { id, kind, params } of notebook.cells) {
    if (!below.has(id)) continue;
    texts.push(...textsIn(params));
    const uses = faceOf(kind)?.uses;
    const result = shown.get(id);
    if (uses && !result) return null;
    for (const column of (result && uses?.(result.display)) ?? []) taken.add(column);
  }
  return (column) => taken.has(column) || texts.some((text) => text.includes(column));
}

/** Every text in a value, keys included: some parameters are told by column. */
function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return Object.entries(value).flatMap(([key, part]) => [key, ...textsIn(part as Json)]);
}
