import type { Definitions } from './graph';
import { readinessOf, type Ready } from './fingerprint';
import type { JsonObject } from './json';
import type { Notebook, Source } from './notebook';

/** A cell to compute with everything upstream of it; what the engine's port calls a task. */
export interface CellTask {
  readonly fingerprint: string;
  readonly cellId: string;
  readonly kind: string;
  readonly version: number;
  readonly params: JsonObject;
  readonly seed: number;
  readonly inputs: Readonly<Record<string, CellTask>>;
  readonly source?: Source;
  /** Further sources, read as one with the first. */
  readonly more?: readonly Source[];
}

/**
 * The task of a cell, or null when it cannot be computed as the notebook stands. A cell that
 * feeds several others is one object in the task, however many paths lead to it.
 */
export function taskOf(
  notebook: Notebook,
  cellId: string,
  definitions: Definitions,
): CellTask | null {
  const readiness = readinessOf(notebook, definitions).get(cellId);
  if (readiness?.status !== 'ready') return null;
  return toTask(readiness, notebook.seed, new Map());
}

function toTask(ready: Ready, seed: number, made: Map<Ready, CellTask>): CellTask {
  const known = made.get(ready);
  if (known) return known;
  const { fingerprint, cell, definition, params, source, more } = ready;
  const inputs = Object.entries(ready.inputs).map(
    ([name, input]) => [name, toTask(input, seed, made)] as const,
  );
  const task: CellTask = {
    fingerprint,
    cellId: cell.id,
    kind: cell.kind,
    version: definition.version,
    params,
    seed,
    inputs: Object.fromEntries(inputs),
    ...(source ? { source } : {}),
    ...(more ? { more } : {}),
  };
  made.set(ready, task);
  return task;
}
