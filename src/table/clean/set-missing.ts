import type { NewColumn } from '../create-table';
import { columnsFor } from './columns-for';
import type { Done } from './done';
import { Examples, type ColumnOutcome } from './outcome';
import type { Paced } from './pace';
import { replaceValues } from './replace-values';
import type { StepOf } from './step';
import { withColumns, type Working } from './working';

/** Makes values that stand for "not known" missing, such as 999 or 1900-01-01. */
export function* setMissing(working: Working, step: StepOf<'set-missing'>): Paced<Done> {
  const chosen = columnsFor(working, step);
  const pairs = step.values.map((from) => ({ from, to: null }));
  const examples = new Examples(chosen.length);
  const changed: NewColumn[] = [];
  const columns: ColumnOutcome[] = [];
  for (const column of chosen) {
    const replaced = yield* replaceValues(working, column, { pairs, examples });
    if (replaced.column === column) continue;
    changed.push(replaced.column);
    columns.push({ column: column.name, cells: replaced.cells });
  }
  return { working: withColumns(working, changed), columns, examples: examples.list };
}
