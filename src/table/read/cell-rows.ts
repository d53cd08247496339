import type { DamagedLine } from '../../core/read-report';
import type { Tail } from './leave-out-totals';
import type { RowsRead } from './settle-table';
import type { RowSample } from './row-sample';
import { TextStore } from './text-store';

/** A value as sheets and JSON have them; a time is UTC. */
export type JsCell = string | number | boolean | Date | null | undefined;

/**
 * A value as a text file would hold it, so that its column gets its type by the same rules:
 * numbers exactly, dates in ISO form, whatever is no value empty.
 */
export function textOfCell(cell: JsCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return textOfNumber(cell);
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  const ms = cell.getTime();
  if (Number.isNaN(ms)) return '';
  const iso = cell.toISOString();
  return ms % 86_400_000 === 0 ? iso.slice(0, 10) : iso;
}

function textOfNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  // Whole numbers beyond 15 digits are no codes here: the source holds them as numbers.
  return Math.abs(value) >= 1e15 ? value.toExponential() : String(value);
}

/** Rows of values put into columns of text, as `RowCollector` does with lines. */
export class CellRows implements RowsRead, Tail {
  readonly columns: readonly TextStore[];
  readonly damaged: readonly DamagedLine[] = [];
  readonly damagedCount = 0;
  rowsRead = 0;
  rowsInFile = 0;

  constructor(
    columns: number,
    private readonly sample: RowSample | null,
  ) {
    this.columns = Array.from({ length: columns }, () => new TextStore());
  }

  /** Values beyond the last column are left out. */
  take(cells: readonly JsCell[]): void {
    this.rowsInFile++;
    if (this.sample !== null && !this.sample.takesNext()) return;
    for (let i = 0; i < this.columns.length; i++) this.columns[i]!.addText(textOfCell(cells[i]));
    this.rowsRead++;
    if (this.sample?.isFull) this.keep(this.sample.shrink());
  }

  /** All rows are there: brings a sample to its size. */
  finish(): void {
    if (this.sample !== null) this.keep(this.sample.shrink());
  }

  fileRowOf(row: number): number {
    return (this.sample?.rows[row] ?? row) + 1;
  }

  private keep(stays: Uint8Array | null): void {
    if (stays === null || this.sample === null) return;
    for (const store of this.columns) store.keepRows(stays);
    this.rowsRead = this.sample.rows.length;
  }

  dropLast(count: number): void {
    this.rowsRead -= count;
    this.rowsInFile -= count;
    for (const store of this.columns) store.truncate(this.rowsRead);
  }
}
