import { cellTypeOf } from '../cells/catalogue';
import type { Sibling, SiblingTarget } from '../core/view-props';
import { upstreamOf } from '../core/graph';
import { cellOf, type Cell, type Notebook } from '../core/notebook';
import { paramsForForm, type ParsedParams } from './cell-facts';
import { cellName } from './cell-words';
import type { Commands } from './commands';

/** The other cells that take what this one takes, those below first, each side nearest first. */
export function siblingsOf(notebook: Notebook, cellId: string): Sibling[] {
  const position = notebook.cells.findIndex(({ id }) => id === cellId);
  const feeders = Object.values(notebook.cells[position]?.inputs ?? {});
  if (feeders.length === 0) return [];
  const nearest = [
    ...notebook.cells.slice(position + 1),
    ...notebook.cells.slice(0, position).reverse(),
  ];
  return nearest.flatMap((cell) => {
    const inputs = Object.values(cell.inputs);
    const isFedAlike = inputs.length > 0 && inputs.every((id) => feeders.includes(id));
    if (!isFedAlike) return [];
    return [known(notebook, cell)];
  });
}

/** The cells that feed this one, directly or through others, the nearest above first. */
export function feedersOf(notebook: Notebook, cellId: string): Sibling[] {
  const upstream = upstreamOf(notebook, cellId);
  return notebook.cells
    .filter(({ id }) => id !== cellId && upstream.has(id))
    .reverse()
    .map((cell) => known(notebook, cell));
}

function known(notebook: Notebook, cell: Cell): Sibling {
  const params = activeOnly(cell.kind, paramsForForm(cell));
  return { id: cell.id, kind: cell.kind, name: cellName(notebook, cell), params };
}

function activeOnly(kind: string, params: ParsedParams): ParsedParams {
  const active = cellTypeOf(kind)?.definition.activeParams?.(params);
  if (!active) return params;
  return Object.fromEntries(Object.entries(params).filter(([name]) => active.includes(name)));
}

/** Sets parameters of a sibling, or adds one of that kind below the cell, and runs it. */
export function setSibling(
  { notebook, commands }: { readonly notebook: Notebook; readonly commands: Commands },
  cellId: string,
  {
    target,
    patch,
  }: {
    readonly target: SiblingTarget;
    readonly patch: Parameters<Commands['setParams']>[1];
  },
): void {
  let id = target.id ?? null;
  if (id !== null) commands.setParams(id, patch);
  else {
    const below = notebook.cells.findIndex((cell) => cell.id === cellId) + 1;
    const inputs = cellOf(notebook, cellId)?.inputs ?? {};
    const { kind, standsBetween = false } = target;
    id = commands.addCell(kind, below, { params: patch, inputs, standsBetween });
  }
  if (id !== null) commands.run(id);
}
