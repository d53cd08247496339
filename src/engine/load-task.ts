import type { CellCompute } from '../core/cell-compute';
import {
  addCell,
  addSource,
  createNotebook,
  setParams,
  sourceOf,
  type Notebook,
} from '../core/notebook';
import { Problem } from '../core/problem';
import { taskOf } from '../core/task';
import type { FileName, Task } from './port';

/**
 * The task that a new notebook's `load` cell would have for a file, so that what a proposal
 * reads is what the notebook finds in the cache. Throws `cell-unknown` without such a cell type.
 */
export function loadTask(file: FileName, computes: ReadonlyMap<string, CellCompute>): Task {
  const definitions = new Map([...computes].map(([kind, { definition }]) => [kind, definition]));
  const version = definitions.get('load')?.version ?? 0;
  const { name, sha256 } = file;
  const withSource = addSource(createNotebook('en'), { name, sha256, columns: [], rows: 0 });
  const params = { source: withSource.name };
  const added = addCell(withSource.notebook, { kind: 'load', version, params });
  const { id } = added;
  const notebook = withMore(added.notebook, file);
  const task = taskOf(notebook, id, definitions);
  if (!task) throw new Problem('cell-unknown', { kind: 'load' });
  return task;
}

/** Lets the cells that read a file read those that follow it, too. */
export function withMore(notebook: Notebook, { name: first, more = [] }: FileName): Notebook {
  if (more.length === 0) return notebook;
  let current = notebook;
  const names = more.map(({ name, sha256 }) => {
    const columns = sourceOf(current, first)?.columns ?? [];
    // How many of the rows are this file's is not known apart.
    const added = addSource(current, { name, sha256, columns, rows: 0 });
    current = added.notebook;
    return added.name;
  });
  const readers = notebook.cells.filter(({ params }) => params.source === first);
  return readers.reduce((changed, { id }) => setParams(changed, id, { more: names }), current);
}
