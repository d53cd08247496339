import type { CellCompute } from '../core/cell-compute';

// Loaded by the engine worker and Node only: the page never sees a computation.
const found = import.meta.glob<CellCompute>('./*/compute.ts', { eager: true, import: 'default' });

/** What each cell type does, by kind. */
export const computes: ReadonlyMap<string, CellCompute> = new Map(
  Object.entries(found).map(([path, compute]) => [path.split('/')[1] ?? path, compute]),
);
