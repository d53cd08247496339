import { columnsFor } from './columns-for';
import { presenceOf } from './column-values';
import type { Done } from './done';
import { Examples } from './outcome';
import { BLOCK, type Paced } from './pace';
import { firstEquals } from './row-keys';
import type { StepOf } from './step';
import { DROPPED, withoutRows, type Working } from './working';

/**
 * Leaves one row of those that are equal in the columns: the first, the last, or the one with the most
 * values in the whole table (the first of these). Missing equals missing, as in pandas.
 */
export function* dropDuplicates(working: Working, step: StepOf<'drop-duplicates'>): Paced<Done> {
  const columns = columnsFor(working, step);
  const { kept } = working;
  const firsts = yield* firstEquals(columns, kept, working.rows);
  const survivors = yield* survivorsOf(working, firsts, step.keep);
  const leaves = new Uint8Array(working.rows);
  const examples = new Examples(1);
  for (let i = 0; i < kept.length; i++) {
    const row = kept[i]!;
    const twin = survivors === null ? firsts[i]! : survivors[firsts[i]!]!;
    if (twin === row) continue;
    leaves[row] = 1;
    if (examples.wantsMore) examples.add({ kind: 'twin', row: row + 1, twin: twin + 1 });
    if (i % (BLOCK * 4) === 0) yield;
  }
  return { working: withoutRows(working, leaves, DROPPED), columns: [], examples: examples.list };
}

/** The row that stays of each group, by the group's first row; null: that first row. */
function* survivorsOf(
  working: Working,
  firsts: Int32Array,
  keep: 'first' | 'last' | 'most-complete',
): Paced<Int32Array | null> {
  if (keep === 'first') return null;
  const survivors = new Int32Array(working.rows).fill(-1);
  const present = keep === 'last' ? null : yield* presentCounts(working);
  for (let i = 0; i < firsts.length; i++) {
    const first = firsts[i]!;
    const row = working.kept[i]!;
    const best = survivors[first]!;
    if (best < 0 || present === null || present[row]! > present[best]!) survivors[first] = row;
    if (i % (BLOCK * 4) === 0) yield;
  }
  return survivors;
}

/** How many columns have a value, a row. */
function* presentCounts({ rows, columns }: Working): Paced<Uint32Array> {
  const counts = new Uint32Array(rows);
  for (const column of columns) {
    // Where nothing is missing every row is equally complete.
    if (column.type !== 'number' && column.data.nullCount === 0) continue;
    const isPresent = presenceOf(column);
    for (let row = 0; row < rows; row++) {
      if (isPresent(row)) counts[row]!++;
      if (row % (BLOCK * 4) === 0) yield;
    }
  }
  return counts;
}
