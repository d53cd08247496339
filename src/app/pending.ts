import type { CellState } from './cell-state';

/** What the run button of the top bar is about. */
export interface Pending {
  /** Cells that a run would compute. */
  readonly cellIds: readonly string[];
  readonly staleCount: number;
  /** Cells under way or in the queue. */
  readonly busyCount: number;
  readonly failedCount: number;
}

/** Sums up which cells are not fresh; cells not set up or not known cannot be run. */
export function pendingOf(states: ReadonlyMap<string, CellState>): Pending {
  const cellIds: string[] = [];
  let staleCount = 0;
  let busyCount = 0;
  let failedCount = 0;
  for (const [id, state] of states) {
    const isQueued = (state.kind === 'stale' || state.kind === 'waiting') && state.isQueued;
    if (state.kind === 'running' || isQueued) busyCount++;
    else if (state.kind === 'failed') failedCount++;
    else if (['stale', 'waiting', 'partial'].includes(state.kind)) cellIds.push(id);
    if (state.kind === 'stale' && !isQueued) staleCount++;
  }
  return { cellIds, staleCount, busyCount, failedCount };
}

/** The ids of those pending cells that a run can reach: nothing they need has failed or is missing. */
export function runnable(
  pending: Pending,
  states: ReadonlyMap<string, CellState>,
): readonly string[] {
  const isStuck = (id: string | null): boolean => {
    const state = id === null ? undefined : states.get(id);
    if (!state) return false;
    if (['failed', 'empty', 'locked'].includes(state.kind)) return true;
    if (state.kind === 'waiting') return isStuck(state.on);
    return state.kind === 'stale' && isStuck(state.behind);
  };
  return pending.cellIds.filter((id) => !isStuck(id));
}
