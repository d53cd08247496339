import { readinessOf, type Readiness } from '../core/fingerprint';
import { orderOf, type Definitions } from '../core/graph';
import type { Cell, Notebook } from '../core/notebook';
import type { ProblemReport } from '../core/problem';
import { taskOf } from '../core/task';
import type { Engine } from '../engine/port';

/** How a cell ended. `waiting`: a cell that it depends on did not finish. */
export type CellEnd =
  | { readonly status: 'done'; readonly fingerprint: string; readonly display: unknown }
  | {
      readonly status: 'failed';
      readonly fingerprint: string | null;
      readonly problem: ProblemReport;
    }
  | { readonly status: 'waiting'; readonly fingerprint: string | null };

interface Surroundings {
  readonly notebook: Notebook;
  readonly engine: Pick<Engine, 'run'>;
  readonly definitions: Definitions;
}

function isFinished(end: CellEnd | undefined): boolean {
  return end === undefined || end.status === 'done';
}

async function endOf(
  cell: Cell,
  readiness: Readiness | undefined,
  { notebook, engine, definitions }: Surroundings,
): Promise<CellEnd> {
  if (readiness?.status !== 'ready') {
    const problem = readiness?.problem ?? { code: 'cell-unknown', facts: { kind: cell.kind } };
    if (problem.code === 'input-failed') return { status: 'waiting', fingerprint: null };
    return { status: 'failed', fingerprint: null, problem };
  }
  const { fingerprint } = readiness;
  const task = taskOf(notebook, cell.id, definitions);
  if (!task) return { status: 'waiting', fingerprint };
  const outcome = await engine.run(task);
  if (outcome.status === 'done') return { status: 'done', fingerprint, display: outcome.display };
  if (outcome.status === 'failed')
    return { status: 'failed', fingerprint, problem: outcome.problem };
  return { status: 'waiting', fingerprint };
}

/** Computes every cell, feeders first; the ends come in the order of the document. */
export async function runNotebook(around: Surroundings): Promise<Map<string, CellEnd>> {
  const { notebook, definitions } = around;
  const readiness = readinessOf(notebook, definitions);
  const cells = new Map(notebook.cells.map((cell) => [cell.id, cell]));
  const ends = new Map<string, CellEnd>();
  for (const id of orderOf(notebook).order) {
    const cell = cells.get(id);
    if (!cell) continue;
    const isBlocked = Object.values(cell.inputs).some((feeder) => !isFinished(ends.get(feeder)));
    const ready = readiness.get(id);
    const fingerprint = ready?.status === 'ready' ? ready.fingerprint : null;
    ends.set(id, isBlocked ? { status: 'waiting', fingerprint } : await endOf(cell, ready, around));
  }
  const inOrder = notebook.cells.map(({ id }) => [id, ends.get(id)] as const);
  return new Map(inOrder.filter((entry): entry is [string, CellEnd] => entry[1] !== undefined));
}
