import type { Ready } from '../core/fingerprint';
import type { Source } from '../core/notebook';
import type { StoredResult } from '../storage/port';

/** Rows and columns that a computation will meet. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Cells expected to take less than this run by themselves after an edit. */
export const QUICK_MS = 300;

/** Expected milliseconds of a cell for the inputs it has; 0 when its type says it is fast. */
export function estimateMs(ready: Ready, results: ReadonlyMap<string, StoredResult>): number {
  const { definition, params } = ready;
  return definition.estimateMs?.(params, sizeOf(ready, results)) ?? 0;
}

/** The size of what flows into a cell, as far as finished results and sources tell. */
export function sizeOf(ready: Ready, results: ReadonlyMap<string, StoredResult>): Size {
  const sizes = Object.values(ready.inputs).map(
    (input) => sizeShown(results.get(input.fingerprint)?.display) ?? sizeOf(input, results),
  );
  if (ready.source) sizes.push(sizeOfSources([ready.source, ...(ready.more ?? [])]));
  return {
    rows: Math.max(0, ...sizes.map((size) => size.rows)),
    columns: Math.max(0, ...sizes.map((size) => size.columns)),
  };
}

/** Files that are read as one: their rows come one after the other. */
function sizeOfSources(sources: readonly Source[]): Size {
  return {
    rows: sources.reduce((sum, { rows }) => sum + rows, 0),
    columns: Math.max(...sources.map(({ columns }) => columns.length)),
  };
}

/** Displays of cells that give a table or a matrix say its rows, and its features or columns. */
function sizeShown(display: unknown): Size | null {
  if (typeof display !== 'object' || display === null) return null;
  const shown = display as Readonly<Record<string, unknown>>;
  const columns = [shown.features, shown.columns].map(countOf).find((count) => count !== null);
  const { rows } = shown;
  return typeof rows === 'number' && columns ? { rows, columns } : null;
}

function countOf(many: unknown): number | null {
  if (typeof many === 'number') return many;
  return Array.isArray(many) ? many.length : null;
}
