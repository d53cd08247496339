import type { Cell, Notebook } from '../../core/notebook';
import { isJsonObject, type Json, type JsonObject } from '../../core/json';
import type { Definitions } from '../../core/graph';
import type { ColumnType } from '../../core/values';

/** What a change of type does to the notebook. */
export type TypeChange =
  /** Parameters of a cell are changed. */
  | { readonly kind: 'set'; readonly cellId: string; readonly patch: JsonObject }
  /** A cell is added below that the others read from then on. */
  | { readonly kind: 'add'; readonly cellKind: string; readonly params: JsonObject };

interface Wish {
  readonly column: string;
  readonly to: ColumnType;
}

/**
 * How the type of a column of a cell's table can be changed: a cell that reads a file is told to
 * read it so; below any other a step of cleaning does it. Null where neither is known.
 */
export function typeChange(
  notebook: Notebook,
  cell: Cell,
  { definitions, wish }: { readonly definitions: Definitions; readonly wish: Wish },
): TypeChange | null {
  const own = definitions.get(cell.kind);
  if (own?.readsSource && 'types' in own.params) {
    const types = isJsonObject(cell.params.types) ? cell.params.types : {};
    const patch = { types: Object.fromEntries([...Object.entries(types), [wish.column, wish.to]]) };
    return { kind: 'set', cellId: cell.id, patch };
  }
  const cleaning = definitions.get('clean');
  if (!cleaning || !('steps' in cleaning.params)) return null;
  const cleaner =
    cell.kind === 'clean'
      ? cell
      : notebook.cells.find(
          ({ kind, inputs }) => kind === 'clean' && Object.values(inputs).includes(cell.id),
        );
  if (!cleaner) {
    return { kind: 'add', cellKind: 'clean', params: { steps: [stepOf(wish)] } };
  }
  return {
    kind: 'set',
    cellId: cleaner.id,
    patch: { steps: withStep(cleaner.params.steps, wish) },
  };
}

/** A step of `table/clean/step.ts` as the document keeps it. */
function stepOf({ column, to }: Wish): JsonObject {
  return { kind: 'convert-type', column, to };
}

/** A later step for the same column takes the place of the last of them. */
function withStep(saved: Json | undefined, wish: Wish): Json {
  const steps = Array.isArray(saved) ? (saved as readonly Json[]) : [];
  const isSame = (step: Json) =>
    isJsonObject(step) && step.kind === 'convert-type' && step.column === wish.column;
  const at = steps.findLastIndex(isSame);
  if (at < 0) return [...steps, stepOf(wish)];
  return steps.map((step, i) => (i === at && isJsonObject(step) ? { ...step, to: wish.to } : step));
}
