import { orderOf, type Definitions } from '../../core/graph';
import { recipeOf } from '../../core/staleness';
import { taskOf } from '../../core/task';
import type { Compared, Engine, RunOptions, Task } from '../../engine/port';
import type { Store, StoredResult } from '../../storage/port';
import { createSourceSupply } from '../source-supply';
import type { RunSide } from './compare-runs';

export interface RerunPorts {
  readonly engine: Pick<Engine, 'run' | 'compare' | 'provideFile'>;
  readonly store: Pick<Store, 'saveResult' | 'readDataset'>;
  readonly definitions: Definitions;
}

/**
 * Runs cells of a kept run again: the same parameters give the same results, which are kept anew.
 * Gives each as it is there, or the problem of the cell that failed; ends when the signal says so.
 */
export async function* rerun(
  side: RunSide,
  cellIds: readonly string[],
  { engine, store, definitions, signal }: RerunPorts & Pick<RunOptions, 'signal'>,
): AsyncGenerator<StoredResult> {
  const provide = createSourceSupply({ engine, store });
  const wanted = new Set(cellIds);
  for (const cellId of orderOf(side.notebook).order) {
    if (!wanted.has(cellId) || signal?.aborted) continue;
    const task = taskOf(side.notebook, cellId, definitions);
    const recipe = recipeOf(side.notebook, cellId, definitions);
    if (!task || !recipe) continue;
    await provide(task);
    const outcome = await engine.run(apart(task), signal ? { signal } : {});
    if (outcome.status !== 'done') continue;
    const { fingerprint, display, elapsedMs } = outcome;
    const kind = task.kind;
    const result = { fingerprint, kind, display, elapsedMs, recipe, isPartial: false };
    await store.saveResult(result).catch(() => undefined);
    yield result;
  }
}

/** Compares the clusterings that one cell gave in two runs, row by row; computes what is missing. */
export async function compareClusterings(
  cellId: string,
  sides: { readonly then: RunSide; readonly now: RunSide },
  { engine, store, definitions, signal }: RerunPorts & Pick<RunOptions, 'signal'>,
): Promise<Compared> {
  const before = taskOf(sides.then.notebook, cellId, definitions);
  const after = taskOf(sides.now.notebook, cellId, definitions);
  if (!before || !after) return { status: 'apart' };
  const provide = createSourceSupply({ engine, store });
  await provide(before);
  await provide(after);
  return engine.compare(after, before, signal ? { signal } : {});
}

/** The engine lets the latest run of a cell win: a run of former times must not end one of now. */
function apart(task: Task): Task {
  return { ...task, cellId: `${task.cellId} (kept)` };
}
