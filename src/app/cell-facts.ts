import { cellTypeOf } from '../cells/catalogue';
import type { CellDefinition } from '../core/cell-type';
import type { SentencePart } from '../core/cell-face';
import { migratedParams } from '../core/cell-params';
import type { Definitions } from '../core/graph';
import { cellOf, type Cell, type Notebook } from '../core/notebook';
import { parseParam } from '../core/params';
import type { Words } from '../core/words';
import type { StoredResult } from '../storage/port';

export type ParsedParams = Readonly<Record<string, unknown>>;

/**
 * The parameters of a cell for its form: what does not parse shows its initial value, so that the
 * form can mend it.
 */
export function paramsForForm(cell: Cell): ParsedParams {
  const definition = cellTypeOf(cell.kind)?.definition;
  if (!definition) return {};
  const saved = savedParams(cell);
  return Object.fromEntries(
    Object.entries(definition.params).map(([name, spec]) => {
      const value = Object.hasOwn(saved, name) ? saved[name] : undefined;
      if (value === undefined) return [name, spec.initial];
      try {
        return [name, parseParam(name, spec, value)];
      } catch {
        return [name, spec.initial];
      }
    }),
  );
}

function savedParams(cell: Cell): Cell['params'] {
  const definition = cellTypeOf(cell.kind)?.definition;
  try {
    return definition ? migratedParams(definition, cell) : cell.params;
  } catch {
    return cell.params;
  }
}

/** The parameters that a result was made with, complete; looks as they are now. */
export function paramsOfResult(cell: Cell, result: StoredResult): ParsedParams {
  const step = result.recipe.steps.find(({ cellId }) => cellId === cell.id) ?? null;
  const made = step ?? result.recipe.steps.at(-1);
  return { ...paramsForForm(cell), ...made?.params };
}

/** The names of the segments that a cell adds to those it is fed; null when it never does. */
export function addedNames(cell: Cell): readonly string[] | null {
  return cellTypeOf(cell.kind)?.definition.addsSegments?.(paramsForForm(cell)) ?? null;
}

/** True for a cell whose segments are those of its input `clustering`, perhaps with more behind. */
function passesOn(cell: Cell): boolean {
  const { keepsSegments } = cellTypeOf(cell.kind)?.definition ?? {};
  return addedNames(cell) !== null || keepsSegments?.(paramsForForm(cell)) === true;
}

/**
 * Where the segments of a cell that adds some come from, as its last result says; null while it
 * adds none, so that its segments are those it was fed.
 */
export function addedOrigins(
  cell: Cell,
  shown: ReadonlyMap<string, StoredResult>,
): readonly number[] | null {
  if ((addedNames(cell)?.length ?? 0) === 0) return null;
  const { origins } = (shown.get(cell.id)?.display ?? {}) as { readonly origins?: unknown };
  const isList = Array.isArray(origins) && origins.every((origin) => typeof origin === 'number');
  return isList ? origins : null;
}

/** The cell whose clustering a cell gives or looks at: itself or the nearest upstream; else itself. */
export function clusteringAbove(notebook: Notebook, cellId: string): string {
  const passed = new Set<string>();
  for (let level = [cellId]; level.length > 0;) {
    const cells = level.flatMap((id) => cellOf(notebook, id) ?? []);
    const giver = cells.find(({ kind }) => cellTypeOf(kind)?.definition.gives === 'clustering');
    if (giver) return giver.id;
    for (const id of level) passed.add(id);
    level = cells.flatMap(({ inputs }) => Object.values(inputs)).filter((id) => !passed.has(id));
  }
  return cellId;
}

/** The clustering that a cell looks at, before any segments that a cell between adds to it. */
export function linkedClustering(notebook: Notebook, cellId: string): string {
  const id = clusteringAbove(notebook, cellId);
  const giver = cellOf(notebook, id);
  return (giver && passesOn(giver) && giver.inputs.clustering) || id;
}

/** How the views of one clustering speak of its segments to each other. */
export interface Linked {
  /** The clustering that they look at, before any segments that a cell between adds to it. */
  readonly id: string;
  /** What a segment of this cell is called there, and back; null for one that is not here. */
  readonly toShared: (index: number) => number;
  readonly toOwn: (shared: number) => number | null;
}

const NOISE = -1;

/** By what a cell is linked to other views: a mark picked out there is the same mark here. */
export function linkOf(
  notebook: Notebook,
  cellId: string,
  shown: ReadonlyMap<string, StoredResult>,
): Linked {
  const id = clusteringAbove(notebook, cellId);
  const giver = cellOf(notebook, id);
  const feeder = giver && passesOn(giver) ? giver.inputs.clustering : undefined;
  if (!giver || feeder === undefined || feeder === id) {
    return { id, toShared: (index) => index, toOwn: (shared) => shared };
  }
  const origins = addedOrigins(giver, shown);
  if (!origins) return { id: feeder, toShared: (index) => index, toOwn: (shared) => shared };
  // Noise is −1 everywhere, so what is added here begins below it.
  const sharedOf = (origin: number) => (origin >= 0 ? origin : origin - 1);
  return {
    id: feeder,
    toShared: (index) => (index < 0 ? index : sharedOf(origins[index] ?? index)),
    toOwn: (shared) => {
      if (shared === NOISE) return NOISE;
      const index = origins.findIndex((origin) => sharedOf(origin) === shared);
      return index < 0 ? null : index;
    },
  };
}

/**
 * The parameters that the form of a cell shows: those that count beside the others; names and prose
 * are written in the output itself, and a choice of one is none.
 */
export function formParams(definition: CellDefinition, params: ParsedParams): string[] {
  const active = new Set(definition.activeParams?.(params) ?? Object.keys(definition.params));
  return Object.entries(definition.params)
    .filter(([name]) => active.has(name))
    .filter(([name]) => name !== 'names' && name !== 'member')
    .filter(([, spec]) => !(spec.type === 'text' && spec.isLong) && spec.type !== 'custom')
    .filter(([, spec]) => spec.type !== 'choice' || spec.options.length > 1)
    .map(([name]) => name);
}

/** Whether there is anything to set: parameters that have a control, or an input. */
export function hasSettings(cell: Cell, definitions: Definitions): boolean {
  const definition = definitions.get(cell.kind);
  if (!definition) return false;
  const isAsked = formParams(definition, paramsForForm(cell)).length > 0;
  return isAsked || Object.keys(definition.takes).length > 0;
}

/**
 * Faces are typed by their own definition and held untyped by the catalogue: what was parsed by
 * a definition fits the face beside it.
 */
const forFace = (params: ParsedParams) => params as never;

/** The headline of a result; null when the cell type has none for it or fails to make one. */
export function findingOf(cell: Cell, result: StoredResult, names: readonly Words[]): Words | null {
  return guarded(() =>
    cellTypeOf(cell.kind)?.face.finding(
      result.display,
      forFace(paramsOfResult(cell, result)),
      names,
    ),
  );
}

export function sourceLineOf(cell: Cell, result: StoredResult): Words | null {
  return guarded(() =>
    cellTypeOf(cell.kind)?.face.sourceLine(result.display, forFace(paramsOfResult(cell, result))),
  );
}

/** The parameters as prose; empty for an unknown kind. */
export function marginOf(cell: Cell): readonly SentencePart[] {
  return guarded(() => cellTypeOf(cell.kind)?.face.margin(forFace(paramsForForm(cell)))) ?? [];
}

/** A stored display may be older than the sentence about it; the cell then goes without. */
function guarded<T>(say: () => T | undefined): T | null {
  try {
    return say() ?? null;
  } catch {
    return null;
  }
}
