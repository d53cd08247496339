import type { JsonObject } from './json';
import type { Language } from './words';

/** A data source as the document knows it: what it is, never its rows. */
export interface Source {
  /** Unique within the notebook; `load` cells refer to it. Usually the file's name. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Lowercase hexadecimal hash of the file's bytes. */
  readonly sha256: string;
  /** What a newer version wrote about the source; written back untouched. */
  readonly unknown?: JsonObject;
}

/** A step of the notebook: its parameters and where its inputs come from, never its result. */
export interface Cell {
  /** Unique within the notebook: lowercase letters, digits and hyphens. */
  readonly id: string;
  readonly kind: string;
  /** The version of the cell type that wrote the parameters. */
  readonly version: number;
  /** As saved: unknown keys are kept and written back. */
  readonly params: JsonObject;
  /** Input name → id of the cell that feeds it. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The user's own title; absent: the finding. */
  readonly title?: string;
  /** True or absent, never false: one notebook has one way to be written. */
  readonly isFolded?: boolean;
  /** Parameters that have a control where the notebook is shown as an app; never empty. */
  readonly controls?: readonly string[];
}

export interface Notebook {
  readonly format: 1;
  readonly title: string;
  readonly language: Language;
  readonly seed: number;
  readonly sources: readonly Source[];
  readonly cells: readonly Cell[];
  /** Front matter that this version does not know; written back untouched. */
  readonly unknown: JsonObject;
}

/** A cell that has no id yet. */
export type CellDraft = Pick<Cell, 'kind' | 'version'> &
  Partial<Pick<Cell, 'params' | 'inputs' | 'title' | 'isFolded' | 'controls'>>;

export function createNotebook(language: Language, title = ''): Notebook {
  return { format: 1, title, language, seed: 1, sources: [], cells: [], unknown: {} };
}

const cellsById = new WeakMap<readonly Cell[], ReadonlyMap<string, Cell>>();

/** The cell of an id; quick however long the notebook is, since its list of cells never changes. */
export function cellOf({ cells }: Notebook, id: string): Cell | undefined {
  let known = cellsById.get(cells);
  if (!known) {
    // Of two cells under one id the first counts.
    known = new Map(cells.toReversed().map((cell) => [cell.id, cell]));
    cellsById.set(cells, known);
  }
  return known.get(id);
}

export function sourceOf(notebook: Notebook, name: string): Source | undefined {
  return notebook.sources.find((source) => source.name === name);
}

/** A free, readable id for a cell of this kind: `cluster`, then `cluster-2`, `cluster-3`, … */
export function freeCellId(notebook: Notebook, kind: string): string {
  return freeIdFor(kind, new Set(notebook.cells.map((cell) => cell.id)));
}

/** The same, beside ids that are taken. */
export function freeIdFor(kind: string, taken: ReadonlySet<string>): string {
  if (!taken.has(kind)) return kind;
  let number = 2;
  while (taken.has(`${kind}-${number}`)) number++;
  return `${kind}-${number}`;
}

/** Puts a new cell at a position (0 … number of cells; beyond: the end) and says which id it got. */
export function insertCell(
  notebook: Notebook,
  draft: CellDraft,
  position: number,
): { readonly notebook: Notebook; readonly id: string } {
  const id = freeCellId(notebook, draft.kind);
  const cell: Cell = { params: {}, inputs: {}, ...draft, id };
  return { notebook: { ...notebook, cells: inserted(notebook.cells, cell, position) }, id };
}

/** Puts a new cell at the end. */
export function addCell(
  notebook: Notebook,
  draft: CellDraft,
): { readonly notebook: Notebook; readonly id: string } {
  return insertCell(notebook, draft, notebook.cells.length);
}

/** Puts a removed cell back under its own id; under a new one when that is taken meanwhile. */
export function restoreCell(notebook: Notebook, cell: Cell, position: number): Notebook {
  const id = cellOf(notebook, cell.id) ? freeCellId(notebook, cell.kind) : cell.id;
  return { ...notebook, cells: inserted(notebook.cells, { ...cell, id }, position) };
}

/**
 * Takes a cell out. Cells that it fed keep naming it: they show `input-missing`, and are whole
 * again when the cell comes back.
 */
export function removeCell(notebook: Notebook, id: string): Notebook {
  const cells = notebook.cells.filter((cell) => cell.id !== id);
  return cells.length === notebook.cells.length ? notebook : { ...notebook, cells };
}

/** Moves a cell to a position counted without it; connections stay as they are. */
export function moveCell(notebook: Notebook, id: string, position: number): Notebook {
  const cell = cellOf(notebook, id);
  if (!cell) return notebook;
  const others = notebook.cells.filter((other) => other.id !== id);
  const cells = inserted(others, cell, position);
  const isSame = cells.every((other, i) => other === notebook.cells[i]);
  return isSame ? notebook : { ...notebook, cells };
}

/** A copy right below the cell, with the same inputs; nothing is fed by it yet. */
export function duplicateCell(
  notebook: Notebook,
  id: string,
): { readonly notebook: Notebook; readonly id: string } {
  const position = notebook.cells.findIndex((cell) => cell.id === id);
  const cell = notebook.cells[position];
  return cell ? insertCell(notebook, cell, position + 1) : { notebook, id };
}

/** Sets some parameters of a cell; the others, known or not, stay. */
export function setParams(notebook: Notebook, id: string, patch: JsonObject): Notebook {
  return changeCell(notebook, id, (cell) => ({ ...cell, params: { ...cell.params, ...patch } }));
}

/** Feeds an input from a cell, or with null from nothing. */
export function connect(
  notebook: Notebook,
  id: string,
  { input, from }: { readonly input: string; readonly from: string | null },
): Notebook {
  return changeCell(notebook, id, (cell) => {
    const others = Object.entries(cell.inputs).filter(([name]) => name !== input);
    // Built from entries, so that an input named `__proto__` is an input like any other.
    const inputs = Object.fromEntries(from === null ? others : [...others, [input, from]]);
    return { ...cell, inputs };
  });
}

/** Gives a cell a title of its own; an empty one brings the finding back. */
export function renameCell(notebook: Notebook, id: string, title: string): Notebook {
  return changeCell(notebook, id, (cell) => {
    const renamed: Changing = { ...cell, title };
    if (title === '') delete renamed.title;
    return renamed;
  });
}

export function toggleFold(notebook: Notebook, id: string): Notebook {
  return changeCell(notebook, id, (cell) => {
    const folded: Changing = { ...cell, isFolded: true };
    if (cell.isFolded) delete folded.isFolded;
    return folded;
  });
}

/** Says which parameters of a cell are controls of the app; none takes the field out. */
export function setControls(notebook: Notebook, id: string, names: readonly string[]): Notebook {
  return changeCell(notebook, id, (cell) => {
    const { controls: _, ...others } = cell;
    const controls = [...new Set(names)];
    return controls.length === 0 ? others : { ...others, controls };
  });
}

/** A copy of a cell while it is being changed. */
type Changing = { -readonly [K in keyof Cell]: Cell[K] };

export function setTitle(notebook: Notebook, title: string): Notebook {
  return { ...notebook, title };
}

export function setLanguage(notebook: Notebook, language: Language): Notebook {
  return { ...notebook, language };
}

/** Sets the seed: a whole number from 0 to 2³² − 1; others wrap around. */
export function setSeed(notebook: Notebook, seed: number): Notebook {
  return { ...notebook, seed: seed >>> 0 };
}

/**
 * Adds a source. The same bytes under the same name are added once; other bytes under a taken
 * name get "name (2)".
 */
export function addSource(
  notebook: Notebook,
  source: Source,
): { readonly notebook: Notebook; readonly name: string } {
  const known = sourceOf(notebook, source.name);
  if (known?.sha256 === source.sha256) return { notebook, name: source.name };
  const name = freeSourceName(notebook, source.name);
  return { notebook: { ...notebook, sources: [...notebook.sources, { ...source, name }] }, name };
}

/** Puts another file in the place of a source; `load` cells go on naming the place. */
export function replaceSource(notebook: Notebook, name: string, source: Source): Notebook {
  const sources = notebook.sources.map((old) => (old.name === name ? { ...source, name } : old));
  return { ...notebook, sources };
}

export function removeSource(notebook: Notebook, name: string): Notebook {
  return { ...notebook, sources: notebook.sources.filter((source) => source.name !== name) };
}

/** Applies a change to one cell; the notebook stays the same object when nothing changed. */
export function changeCell(notebook: Notebook, id: string, change: (cell: Cell) => Cell): Notebook {
  const position = notebook.cells.findIndex((cell) => cell.id === id);
  const cell = notebook.cells[position];
  if (!cell) return notebook;
  const changed = change(cell);
  return changed === cell
    ? notebook
    : { ...notebook, cells: notebook.cells.with(position, changed) };
}

function inserted(cells: readonly Cell[], cell: Cell, position: number): Cell[] {
  const at = Math.max(0, Math.min(cells.length, Math.trunc(position)));
  return [...cells.slice(0, at), cell, ...cells.slice(at)];
}

function freeSourceName(notebook: Notebook, name: string): string {
  const taken = new Set(notebook.sources.map((source) => source.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number++;
  return `${name} (${number})`;
}
