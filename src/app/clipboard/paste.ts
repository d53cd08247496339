import {
  candidatesFor,
  inputsForNewCell,
  kindGivenBy,
  wouldCycle,
  type Definitions,
} from '../../core/graph';
import { insertCells } from '../../core/many-cells';
import { addSource, cellOf, connect, type Cell, type Notebook } from '../../core/notebook';

export interface Pasting {
  readonly definitions: Definitions;
  /** Where the cells go: before the cell of that place. */
  readonly position: number;
  /** The cells come from this very notebook: what they name is what they named. */
  readonly isSameNotebook: boolean;
}

export interface Pasted {
  readonly notebook: Notebook;
  /** The ids of the new cells, in their order. */
  readonly ids: readonly string[];
  /** Inputs that are fed by a cell of this notebook which fits. */
  readonly connected: readonly Wire[];
  /** Inputs that nothing here can feed. */
  readonly open: readonly Pick<Wire, 'cellId' | 'input'>[];
}

interface Wire {
  readonly cellId: string;
  readonly input: string;
  readonly from: string;
}

/**
 * Puts the cells of a fragment into a notebook: under ids of their own, with their sources, each
 * input connected as it was where that still holds, else to what fits and stands nearest above.
 */
export function pasteInto(
  notebook: Notebook,
  fragment: Notebook,
  { position, isSameNotebook, definitions }: Pasting,
): Pasted {
  const { notebook: withSources, cells } = bringSources(notebook, fragment);
  const inserted = insertCells(withSources, cells, { position, keepsIds: isSameNotebook });
  const ids = [...inserted.ids.values()];
  const own = new Set(ids);
  let pasted = inserted.notebook;
  const connected: Wire[] = [];
  const open: Pick<Wire, 'cellId' | 'input'>[] = [];
  for (const cellId of ids) {
    for (const [input, from] of Object.entries(cellOf(pasted, cellId)?.inputs ?? {})) {
      if (own.has(from)) continue;
      if (isSameNotebook && cellOf(pasted, from)) continue;
      const feeder = feederFor(pasted, { cellId, input, from }, definitions);
      pasted = connect(pasted, cellId, { input, from: feeder });
      if (feeder === null) open.push({ cellId, input });
      else connected.push({ cellId, input, from: feeder });
    }
  }
  return { notebook: pasted, ids, connected, open };
}

/** A source whose name stands for other bytes here comes under another name. */
function bringSources(
  notebook: Notebook,
  fragment: Notebook,
): { readonly notebook: Notebook; readonly cells: readonly Cell[] } {
  let changed = notebook;
  const names = new Map<string, string>();
  for (const source of fragment.sources) {
    const same = changed.sources.find(({ sha256 }) => sha256 === source.sha256);
    if (same) {
      names.set(source.name, same.name);
      continue;
    }
    const added = addSource(changed, source);
    changed = added.notebook;
    names.set(source.name, added.name);
  }
  const renamed = (name: unknown) => (typeof name === 'string' ? (names.get(name) ?? name) : name);
  const cells = fragment.cells.map((cell): Cell => {
    const { source, more } = cell.params;
    const params = { ...cell.params };
    if (typeof source === 'string') params.source = names.get(source) ?? source;
    if (Array.isArray(more)) params.more = more.map(renamed) as typeof more;
    return { ...cell, params };
  });
  return { notebook: changed, cells };
}

/** The cell of the same name where it fits, else the one that a new cell would be fed by. */
function feederFor(
  notebook: Notebook,
  { cellId, input, from }: Wire,
  definitions: Definitions,
): string | null {
  const cell = cellOf(notebook, cellId);
  const definition = cell && definitions.get(cell.kind);
  if (!definition) return null;
  const fits =
    kindGivenBy(cellOf(notebook, from), definitions) === definition.takes[input] &&
    definition.takes[input] !== undefined;
  if (fits && !wouldCycle(notebook, cellId, from)) return from;
  const position = notebook.cells.findIndex(({ id }) => id === cellId);
  const usual = inputsForNewCell(definition, { notebook, position }, definitions)[input];
  return usual ?? candidatesFor(notebook, { cellId, input }, definitions)[0] ?? null;
}
