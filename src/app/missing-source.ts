import type { Cell } from '../core/notebook';
import type { Session } from './session.svelte';

type Known = Pick<Session, 'notebook' | 'definitions' | 'states'>;

/** The first cell that reads a source but names none yet. */
export function cellWithoutSource({ notebook, definitions, states }: Known): Cell | null {
  const isOne = ({ id, kind }: Cell) =>
    states.get(id)?.kind === 'empty' && definitions.get(kind)?.readsSource === true;
  return notebook.cells.find(isOne) ?? null;
}

/**
 * The cells that wait for data that may not be on this computer: they failed for want of it, or read
 * a source and were not run yet, as in a notebook that somebody sent.
 */
export function cellsMissingData({ notebook, definitions, states }: Known): string[] {
  return notebook.cells.flatMap(({ id, kind }) => {
    const state = states.get(id);
    const isReader = definitions.get(kind)?.readsSource === true;
    const isUnread = isReader && (state?.kind === 'waiting' || state?.kind === 'stale');
    const isMissing = state?.kind === 'failed' && state.problem.code === 'source-missing';
    return isUnread || isMissing ? [id] : [];
  });
}
