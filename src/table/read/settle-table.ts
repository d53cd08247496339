import { ownValue } from '../../core/json';
import type { DamagedLine, ReadNote, ReadOptions } from '../../core/read-report';
import type { Job } from '../../core/job';
import type { TableValue } from '../../core/values';
import { createTable, type NewColumn } from '../create-table';
import { missingOf } from './missing-words';
import type { ReadProgress } from './read-progress';
import { beginningOf, DAMAGED_SHOWN } from './row-collector';
import { settleColumn } from './settle-column';
import type { SettledColumn } from './settled-column';
import type { TextStore } from './text-store';

export interface SettledTable {
  readonly value: TableValue;
  readonly damaged: readonly DamagedLine[];
  readonly damagedCount: number;
  readonly notes: readonly ReadNote[];
}

/** Cells column by column, as text, and the books that were kept of them. */
export interface RowsRead {
  readonly columns: readonly TextStore[];
  readonly rowsRead: number;
  readonly damaged: readonly DamagedLine[];
  readonly damagedCount: number;
  /** The row as the user counts rows in the file (1-based), of a 0-based row of the table. */
  fileRowOf(row: number): number;
}

/** A table whose columns have no types yet. */
export interface UntypedTable {
  /** Unique, none empty. */
  readonly names: readonly string[];
  /** Which names the file left empty. */
  readonly isUnnamed: readonly boolean[];
  readonly rows: RowsRead;
}

/**
 * Gives every column its type and puts the table together. The text of a column is let go as
 * soon as the column is built. Columns with neither a name nor a value are left out (noted).
 */
export async function* settleTable(
  { names, isUnnamed, rows }: UntypedTable,
  options: ReadOptions,
  progress: ReadProgress,
): Job<SettledTable, never> {
  const damages = new Damages(rows.damaged, rows.damagedCount, (row) => rows.fileRowOf(row));
  const columns: NewColumn[] = [];
  const notes: ReadNote[] = [];
  let empty = 0;
  const share = (progress.total - progress.done) / rows.columns.length;
  for (const [i, store] of rows.columns.entries()) {
    const own = ownValue(options.missingIn, names[i]!);
    store.missing = missingOf(own, options.missing);
    const steps = settleColumn(store, {
      name: names[i]!,
      isRowNumber: i === 0 && isUnnamed[i]!,
      type: ownValue(options.types, names[i]!),
      hasOwnWords: own !== undefined,
    });
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield progress.after(0, 'typing');
    const { column, bad } = step.value;
    damages.addCells(store, i, bad);
    notes.push(...notesOn(step.value));
    if (isUnnamed[i] && column.data.nullCount === column.data.length) empty++;
    else columns.push(column);
    store.free();
    yield progress.after(share, 'typing');
  }
  if (empty > 0) notes.push({ code: 'empty-columns', facts: { columns: empty } });
  const value = createTable(columns, rows.rowsRead);
  return { value, damaged: damages.first(), damagedCount: damages.count, notes };
}

function notesOn({ column, ...found }: SettledColumn): ReadNote[] {
  const facts = { column: column.name };
  const notes: ReadNote[] = [];
  if (found.isAmbiguousDate) notes.push({ code: 'date-order-unknown', facts });
  if (found.isAssumedDate) notes.push({ code: 'date-order-assumed', facts });
  const { kept = new Map(), missing = new Map() } = found.words ?? {};
  if (kept.size > 0) notes.push(noteOnWords('words-kept', column.name, kept));
  if (missing.size > 0) notes.push(noteOnWords('words-missing', column.name, missing));
  return notes;
}

function noteOnWords(code: string, column: string, words: ReadonlyMap<string, number>): ReadNote {
  const rows = [...words.values()].reduce((sum, count) => sum + count, 0);
  return { code, facts: { column, words: [...words.keys()].slice(0, 5).join(', '), rows } };
}

/** Damaged lines and values together, in the order of the file. */
class Damages {
  private readonly lines: DamagedLine[];

  constructor(
    lines: readonly DamagedLine[],
    public count: number,
    private readonly fileRowOf: (row: number) => number,
  ) {
    this.lines = [...lines];
  }

  addCells(store: TextStore, index: number, bad: SettledColumn['bad']): void {
    for (const { rows, reason } of bad) {
      this.count += rows.length;
      for (const row of rows.slice(0, DAMAGED_SHOWN)) {
        const text = beginningOf(store.bytesOf(row));
        this.lines.push({ row: this.fileRowOf(row), column: index + 1, reason, text });
      }
    }
  }

  first(): DamagedLine[] {
    const order = (a: DamagedLine, b: DamagedLine) =>
      a.row - b.row || (a.column ?? 0) - (b.column ?? 0);
    return this.lines.sort(order).slice(0, DAMAGED_SHOWN);
  }
}
