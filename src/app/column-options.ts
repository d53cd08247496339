import { readinessOf, type Ready } from '../core/fingerprint';
import { upstreamOf, type Definitions } from '../core/graph';
import { ownValue } from '../core/json';
import { cellOf, sourceOf, type Notebook } from '../core/notebook';
import type { ColumnMeta } from '../core/values';
import type { Language } from '../core/words';
import { columnTypeWords } from '../locale/column-types';
import type { StoredResult } from '../storage/port';
import type { ColumnOption } from '../ui/column-choice';

/**
 * The columns that a cell can choose from: those of the nearest table upstream (of one input, or of
 * any), as its last result shows them, else as the source lists them.
 */
export function columnOptions(
  cellId: string,
  {
    notebook,
    definitions,
    results,
  }: {
    readonly notebook: Notebook;
    readonly definitions: Definitions;
    readonly results: ReadonlyMap<string, StoredResult>;
  },
  { language, input }: { readonly language: Language; readonly input?: string | undefined },
): ColumnOption[] {
  const ready = readinessOf(notebook, definitions).get(cellId);
  const fed = cellOf(notebook, cellId)?.inputs ?? {};
  const from = input === undefined ? Object.values(fed)[0] : ownValue(fed, input);
  if (ready?.status !== 'ready') return namesOnly(notebook, from);
  const feeder = input === undefined ? ready : ownValue(ready.inputs, input);
  const open: Ready[] = feeder ? [feeder] : [];
  for (let next = open.shift(); next; next = open.shift()) {
    const columns = columnsShown(results.get(next.fingerprint)?.display, language);
    if (columns) return columns;
    open.push(...Object.values(next.inputs));
  }
  return namesOnly(notebook, from);
}

/** The columns of the source that the nearest reader at or above this cell names. */
function namesOnly(notebook: Notebook, from: string | undefined): ColumnOption[] {
  const above = from === undefined ? [] : [from, ...upstreamOf(notebook, from)];
  const named = above.flatMap((id) => {
    const { source } = cellOf(notebook, id)?.params ?? {};
    return typeof source === 'string' ? (sourceOf(notebook, source) ?? []) : [];
  });
  return ((named[0] ?? notebook.sources[0])?.columns ?? []).map((name) => ({ name }));
}

/** A `load` display lists its columns with name and type. */
function columnsShown(display: unknown, language: Language): ColumnOption[] | null {
  const columns = (display as { readonly columns?: unknown } | null | undefined)?.columns;
  if (!Array.isArray(columns)) return null;
  const found = columns.filter(isColumn);
  if (found.length === 0 || found.length < columns.length) return null;
  return found.map(({ name, type, unit }) => {
    const option = { name, type, note: columnTypeWords[type][language] };
    return unit === undefined ? option : { ...option, unit };
  });
}

function isColumn(column: unknown): column is ColumnMeta {
  return (
    typeof column === 'object' &&
    column !== null &&
    'name' in column &&
    typeof column.name === 'string' &&
    'type' in column &&
    typeof column.type === 'string' &&
    Object.hasOwn(columnTypeWords, column.type)
  );
}
