import type { CellDefinition } from '../../core/cell-type';
import type { CellText } from '../../core/cell-text';
import type { JsonObject } from '../../core/json';
import type { Cell } from '../../core/notebook';
import { groupParams, type ParamEntry } from '../../ui/param-fields';
import type { CellState } from '../cell-state';
import { formParams, paramsForForm } from '../cell-facts';

/** The controls that a cell has in the app, of those chosen that count beside its other settings. */
export function chosenControls(
  cell: Cell,
  type: { readonly definition: CellDefinition; readonly text: CellText } | undefined,
): ParamEntry[] {
  if (!type || !cell.controls?.length) return [];
  const chosen = new Set(cell.controls);
  const params = paramsForForm(cell);
  const shown = formParams(type.definition, params).filter((name) => chosen.has(name));
  const without = Object.keys(type.definition.params).filter((name) => !shown.includes(name));
  const { first, rest } = groupParams(type.definition, type.text, { without, params });
  return [...first, ...rest];
}

/** Whether the app has a place for a cell: a result, something to set, or news of a run. */
export function isInApp(cell: Cell, state: CellState, controls: readonly ParamEntry[]): boolean {
  if (controls.length > 0) return true;
  if (cell.isFolded) return false;
  return state.kind !== 'empty' && state.kind !== 'locked';
}

/**
 * What a view may change where a notebook is read: a choice of how the result looks, kept by the
 * reader; never names or words, which are the document's.
 */
export function looksIn(patch: JsonObject, definition: CellDefinition | undefined): JsonObject {
  const looks: readonly string[] = definition?.lookParams ?? [];
  return Object.fromEntries(
    Object.entries(patch).filter(([name]) => {
      const type = definition?.params[name]?.type;
      return looks.includes(name) && (type === 'choice' || type === 'flag');
    }),
  );
}
