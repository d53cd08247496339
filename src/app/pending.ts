import type { CellState } from './cell-state';

/** What the run button of the top bar is about. */
export interface Pending {
  /** Cells that a run would compute. */
  readonly cellIds: readonly string[];
  readonly staleCount: number;
  /** Cells under way or in the queue. */
  readonly busyCount: number;
  readonly failedCount: number;
  /** Cells that lack an input or their data. */
  readonly emptyCount: number;
}

/** Sums up which cells are not fresh; cells not set up or not known cannot be run. */
export function pendingOf(states: ReadonlyMap<string, CellState>): Pending {
  const cellIds: string[] = [];
  let staleCount = 0;
  let busyCount = 0;
  let failedCount = 0;
  let emptyCount = 0;
  for (const [id, state] of states) {
    const isQueued = (state.kind === 'stale' || state.kind === 'waiting') && state.isQueued;
    if (state.kind === 'running' || isQueued) busyCount++;
    else if (state.kind === 'failed') failedCount++;
    else if (state.kind === 'empty') emptyCount++;
    else if (['stale', 'waiting', 'partial'].includes(state.kind)) cellIds.push(id);
    if (state.kind === 'stale' && !isQueued) staleCount++;
  }
  return { cellIds, staleCount, busyCount, failedCount, emptyCount };
}

/** Whether no run can reach a cell: something that it needs has failed, is missing or not known. */
export function isStuck(id: string, states: ReadonlyMap<string, CellState>): boolean {
  const state = states.get(id);
  if (state?.kind === 'waiting') return state.on !== null && isBlocked(state.on, states);
  return state?.kind === 'stale' && state.behind !== null && isBlocked(state.behind, states);
}

function isBlocked(id: string, states: ReadonlyMap<string, CellState>): boolean {
  const kind = states.get(id)?.kind ?? 'fresh';
  return ['failed', 'empty', 'locked'].includes(kind) || isStuck(id, states);
}

/** The ids of those pending cells that a run can reach. */
export function runnable(
  pending: Pending,
  states: ReadonlyMap<string, CellState>,
): readonly string[] {
  return pending.cellIds.filter((id) => !isStuck(id, states));
}
