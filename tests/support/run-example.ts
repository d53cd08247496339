import { readFileSync } from 'node:fs';
import { definitions } from '../../src/cells/catalogue';
import { computes } from '../../src/cells/computes';
import type { CellCompute } from '../../src/core/cell-compute';
import { orderOf } from '../../src/core/graph';
import type { Matrix } from '../../src/core/matrix';
import type { Notebook } from '../../src/core/notebook';
import type { Shards } from '../../src/core/shards';
import { taskOf } from '../../src/core/task';
import { InlineEngine } from '../../src/engine/inline-engine';
import type { Engine, Outcome, ProgressReport, Task } from '../../src/engine/port';
import { createLocalQuery } from '../../src/engine/sql/local-query';
import { openNodeDatabase } from '../../src/engine/sql/open-node';
import { createFileReader } from '../../src/engine/read-file';
import { createKernelShelf } from '../../src/kernels/kernel-shelf';
import { borrowLocalShards } from '../../src/kernels/local-shards';
import { parseNotebook } from '../../src/notebook-file/parse';
import { filesOf } from './example-sources';
import { kernelModule } from './shards';

export interface Example {
  readonly text: string;
  readonly notebook: Notebook;
}

export function readExample(kind: string): Example {
  const text = readFileSync(`src/cells/${kind}/example.fenqun.md`, 'utf8');
  return { text, notebook: parseNotebook(text) };
}

const shelf = createKernelShelf(kernelModule());
let unreleased = 0;

function borrowShards(matrix: Matrix): Shards {
  const shards = borrowLocalShards(matrix, shelf);
  unreleased++;
  const release = (): void => {
    unreleased--;
    shards.release();
  };
  return { ...shards, release };
}

/** Shards that a computation was given and has not released. */
export const unreleasedShards = (): number => unreleased;

/** An engine in this thread that has the files of a notebook. */
export async function engineFor(
  notebook: Notebook,
  own: ReadonlyMap<string, CellCompute> = computes,
): Promise<Engine> {
  const engine = new InlineEngine({
    computes: own,
    createShards: async (matrix) => borrowShards(matrix),
    query: createLocalQuery(() => openNodeDatabase()),
    readFile: createFileReader(null),
    propose: () => {
      throw new Error('examples are written down; nothing is proposed here');
    },
    cacheBytes: 2 ** 28,
  });
  for (const [sha256, file] of await filesOf(notebook)) engine.provideFile(sha256, file);
  return engine;
}

/** The tasks of all cells of a notebook, feeders first; throws where a cell has none. */
export function tasksOf(notebook: Notebook): Task[] {
  return orderOf(notebook).order.map((id) => {
    const task = taskOf(notebook, id, definitions);
    if (!task) throw new Error(`${id} cannot be computed as the notebook stands`);
    return task;
  });
}

export interface Run {
  readonly task: Task;
  readonly outcome: Outcome;
  readonly progress: readonly ProgressReport[];
}

/** Runs every cell of a notebook on an engine. */
export async function runAll(notebook: Notebook, engine: Engine): Promise<Run[]> {
  const runs: Run[] = [];
  for (const task of tasksOf(notebook)) {
    const progress: ProgressReport[] = [];
    const outcome = await engine.run(task, { onProgress: (report) => progress.push(report) });
    runs.push({ task, outcome, progress });
  }
  return runs;
}

/** The display of a finished run; throws with the problem of one that failed. */
export function displayOf({ outcome }: Pick<Run, 'outcome'>): unknown {
  if (outcome.status === 'done') return outcome.display;
  throw new Error(`not done: ${JSON.stringify(outcome)}`);
}
