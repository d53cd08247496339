import { columnFor } from './columns-for';
import type { Done } from './done';
import { Examples } from './outcome';
import type { Paced } from './pace';
import { replaceValues } from './replace-values';
import type { StepOf } from './step';
import { withColumns, type Working } from './working';

/** Writes other values for some values of a column. */
export function* mapValues(working: Working, step: StepOf<'map-values'>): Paced<Done> {
  const column = columnFor(working, step, step.column);
  const examples = new Examples(1);
  const mapped = yield* replaceValues(working, column, { pairs: step.values, examples });
  return {
    working: withColumns(working, [mapped.column]),
    columns: [{ column: column.name, cells: mapped.cells }],
    examples: examples.list,
  };
}
