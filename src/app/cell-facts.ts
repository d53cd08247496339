import { cellTypeOf } from '../cells/catalogue';
import type { CellDefinition, SentencePart } from '../core/cell-type';
import { migratedParams } from '../core/cell-params';
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

/**
 * The cell by which views are linked: the clustering they look at, before any segments that a cell
 * between adds to it; so a mark picked out there is the same mark here.
 */
export function linkedClustering(notebook: Notebook, cellId: string): string {
  const passed = new Set<string>();
  let id = clusteringAbove(notebook, cellId);
  for (;;) {
    const cell = cellOf(notebook, id);
    const feeder = cell && addedNames(cell) !== null ? cell.inputs.clustering : undefined;
    if (feeder === undefined || passed.has(feeder)) return id;
    passed.add(feeder);
    id = feeder;
  }
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
