import { presenceOf } from './column-values';
import { columnsFor } from './columns-for';
import type { Done } from './done';
import { Examples, type ColumnOutcome } from './outcome';
import { BLOCK, type Paced } from './pace';
import type { StepOf } from './step';
import { DROPPED, withoutRows, type Working } from './working';

/** Leaves out rows that lack a value in one of the columns; each column tells how many lacked it. */
export function* dropMissing(working: Working, step: StepOf<'drop-missing'>): Paced<Done> {
  const chosen = columnsFor(working, step);
  const leaves = new Uint8Array(working.rows);
  const examples = new Examples(chosen.length);
  const columns: ColumnOutcome[] = [];
  for (const column of chosen) {
    const isPresent = presenceOf(column);
    examples.nextColumn();
    let cells = 0;
    for (let i = 0; i < working.kept.length; i++) {
      const row = working.kept[i]!;
      if (i % (BLOCK * 4) === 0) yield;
      if (isPresent(row)) continue;
      cells++;
      if (leaves[row] === 0 && examples.wantsMore) {
        examples.add({ kind: 'row', row: row + 1, column: column.name, value: null });
      }
      leaves[row] = 1;
    }
    if (cells > 0) columns.push({ column: column.name, cells });
  }
  return { working: withoutRows(working, leaves, DROPPED), columns, examples: examples.list };
}
