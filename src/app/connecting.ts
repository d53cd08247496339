import { candidatesFor, downstreamOf } from '../core/graph';
import { ownValue } from '../core/json';
import { connect, type Cell } from '../core/notebook';
import type { Language } from '../core/words';
import { columnOptions } from './column-options';
import type { Session } from './session.svelte';

/** The cells that an input can be connected to. */
export interface InputChoice {
  readonly input: string;
  /** The cell that feeds it now, if that is there. */
  readonly now: string | null;
  /** Cells that type-check, and for each the columns named here that it does not have. */
  readonly candidates: readonly { readonly cellId: string; readonly lacks: readonly string[] }[];
  /** It may stay unconnected. */
  readonly isOptional: boolean;
}

type Known = Pick<Session, 'notebook' | 'definitions' | 'results'>;

/** The inputs of a cell where there is something to choose, in the order of its type. */
export function inputChoices(cell: Cell, session: Known, language: Language): InputChoice[] {
  // A session has getters, which a spread would leave behind.
  const { notebook, definitions, results } = session;
  const definition = definitions.get(cell.kind);
  return Object.keys(definition?.takes ?? {}).flatMap((input): InputChoice[] => {
    const found = candidatesFor(notebook, { cellId: cell.id, input }, definitions);
    const fed = ownValue(cell.inputs, input);
    const now = fed !== undefined && found.includes(fed) ? fed : null;
    const isOptional = definition?.optional?.some((one) => one === input) ?? false;
    const hasChoice = found.length > 1 || (found.length > 0 && (now === null || isOptional));
    if (!hasChoice) return [];
    const named = namedColumns(cell, session, { language, input });
    const candidates = found.map((cellId) => {
      if (cellId === now || named.length === 0) return { cellId, lacks: [] };
      const tried = connect(notebook, cell.id, { input, from: cellId });
      const known = { notebook: tried, definitions, results };
      const options = columnOptions(cell.id, known, { language, input });
      const has = new Set(options.map(({ name }) => name));
      return { cellId, lacks: named.filter((name) => !has.has(name)) };
    });
    return [{ input, now, candidates, isOptional }];
  });
}

/** The columns of an input that parameters of the cell name. */
function namedColumns(
  cell: Cell,
  { notebook, definitions, results }: Known,
  asked: { readonly language: Language; readonly input: string },
): string[] {
  const there = columnOptions(cell.id, { notebook, definitions, results }, asked);
  const texts = JSON.stringify(cell.params);
  return there.map(({ name }) => name).filter((name) => texts.includes(JSON.stringify(name)));
}

/** How many cells have a result that another feeder would make stale: this one and those it feeds. */
export function staleByConnecting(
  cell: Cell,
  { notebook, states }: Pick<Session, 'notebook' | 'states'>,
): number {
  const touched = downstreamOf(notebook, cell.id).add(cell.id);
  return [...touched].filter((id) => states.get(id)?.kind === 'fresh').length;
}
