import { cellTypeOf } from '../cells/catalogue';
import type { Notebook } from '../core/notebook';
import type { Commands } from './commands';

/**
 * The cell of a kind that looks at what this one gives; where there is none it is added below and
 * run, fed by this one. Null for a kind that takes nothing of it.
 */
export function follow(
  { notebook, commands }: { readonly notebook: Notebook; readonly commands: Commands },
  cellId: string,
  kind: string,
): string | null {
  const there = notebook.cells.find(
    (cell) => cell.kind === kind && Object.values(cell.inputs).includes(cellId),
  );
  if (there) return there.id;
  const position = notebook.cells.findIndex(({ id }) => id === cellId);
  const given = cellTypeOf(notebook.cells[position]?.kind ?? '')?.definition.gives;
  const takes = Object.entries(cellTypeOf(kind)?.definition.takes ?? {});
  const input = takes.find(([, value]) => value === given)?.[0];
  if (position < 0 || input === undefined) return null;
  const id = commands.addCell(kind, position + 1, { inputs: { [input]: cellId } });
  if (id !== null) commands.run(id);
  return id;
}
