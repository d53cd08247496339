import type { CellCompute } from '../core/cell-compute';
import { addCell, addSource, createNotebook } from '../core/notebook';
import { Problem } from '../core/problem';
import { taskOf } from '../core/task';
import type { Task } from './port';

export interface FileName {
  readonly name: string;
  readonly sha256: string;
}

/**
 * The task that a new notebook's `load` cell would have for a file, so that what a proposal
 * reads is what the notebook finds in the cache. Throws `cell-unknown` without such a cell type.
 */
export function loadTask(file: FileName, computes: ReadonlyMap<string, CellCompute>): Task {
  const definitions = new Map([...computes].map(([kind, { definition }]) => [kind, definition]));
  const version = definitions.get('load')?.version ?? 0;
  const withSource = addSource(createNotebook('en'), { ...file, columns: [], rows: 0 });
  const params = { source: withSource.name };
  const { notebook, id } = addCell(withSource.notebook, { kind: 'load', version, params });
  const task = taskOf(notebook, id, definitions);
  if (!task) throw new Problem('cell-unknown', { kind: 'load' });
  return task;
}
