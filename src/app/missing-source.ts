import type { Cell } from '../core/notebook';
import type { Session } from './session.svelte';

type Known = Pick<Session, 'notebook' | 'definitions' | 'states'>;

/** The first cell that reads a source but names none yet. */
export function cellWithoutSource({ notebook, definitions, states }: Known): Cell | null {
  const isOne = ({ id, kind }: Cell) =>
    states.get(id)?.kind === 'empty' && definitions.get(kind)?.readsSource === true;
  return notebook.cells.find(isOne) ?? null;
}

/** The cells that could not be computed because the data is not on this computer. */
export function cellsMissingData({ notebook, states }: Known): string[] {
  return notebook.cells.flatMap(({ id }) => {
    const state = states.get(id);
    return state?.kind === 'failed' && state.problem.code === 'source-missing' ? [id] : [];
  });
}
