import type { DamagedLine } from '../../core/read-report';
import type { RecordBlock } from '../../core/record-reader';
import { isBlankRecord } from './dialect';
import type { Layout } from './layout';
import type { Dialect, ScannedRecord } from './record-scanner';
import type { Tail } from './leave-out-totals';
import type { RowSample } from './row-sample';
import type { RowsRead } from './settle-table';
import { PlainNumbers } from './plain-numbers';
import { TextStore } from './text-store';

export const DAMAGED_SHOWN = 100;
const TEXT_LIMIT = 200;
const decoder = new TextDecoder();

/**
 * Puts records into columns and keeps the books: every data line is either a row of the table
 * or reported. A line with too few values is kept, the rest missing. A line with too many
 * (beyond empty ones) is not read: its values would stand in the wrong columns. Blank lines
 * are no rows.
 */
export class RowCollector implements RowsRead, Tail {
  readonly columns: TextStore[];
  readonly damaged: DamagedLine[] = [];
  damagedCount = 0;
  rowsInFile = 0;
  rowsRead = 0;
  blankLines = 0;
  /** File rows (1-based) that were not read, in order. */
  private readonly unread: number[] = [];
  private toSkip: number;
  private readonly sample: RowSample | null;

  constructor(
    layout: Layout,
    private readonly dialect: Dialect,
    private readonly how: {
      readonly mayHoldInvalid: boolean;
      readonly isNumbers?: readonly boolean[];
      readonly sample?: RowSample | null;
    },
  ) {
    const { isNumbers = [], sample = null } = how;
    this.sample = sample;
    this.columns = layout.names.map((_, i) =>
      isNumbers[i] ? new PlainNumbers() : new TextStore(),
    );
    this.toSkip = layout.dataFrom;
  }

  /** What stands above the rows was skipped. */
  get isPastTop(): boolean {
    return this.toSkip === 0;
  }

  /** Says how many rows the file is likely to have. */
  expect(rows: number): void {
    for (const store of this.columns) if (store instanceof PlainNumbers) store.expect(rows);
  }

  /** True when some record of this text may have to be reported for bytes that were invalid. */
  mustLookFor(bytes: Uint8Array): boolean {
    return this.how.mayHoldInvalid && hasReplacement(bytes, 0, bytes.length);
  }

  /** Takes records that are known to be rows: as many cells as columns, nothing to report. */
  takeBlock({ records, numbers, texts }: RecordBlock): void {
    for (const [i, store] of this.columns.entries()) {
      if (store instanceof PlainNumbers) store.addNumbers(numbers(i));
      else store.addCells(texts(i));
    }
    this.rowsInFile += records;
    this.rowsRead += records;
  }

  take(record: ScannedRecord): void {
    if (this.toSkip > 0) {
      this.toSkip--;
      if (isBlankRecord(record)) this.blankLines++;
      return;
    }
    if (isBlankRecord(record)) {
      this.blankLines++;
      return;
    }
    this.rowsInFile++;
    if (this.checkRecord(record)) this.addRow(record);
    else this.unread.push(this.rowsInFile);
  }

  /** The row as the user counts rows in the file, of a 0-based row of the table. */
  fileRowOf(row: number): number {
    let fileRow = (this.sample?.rows[row] ?? row) + 1;
    for (const unread of this.unread) {
      if (unread > fileRow) break;
      fileRow++;
    }
    return fileRow;
  }

  /** Takes the last rows away, and what was said of them. */
  dropLast(count: number): void {
    const first = this.fileRowOf(this.rowsRead - count);
    const kept = this.damaged.filter(({ row }) => row < first);
    this.damagedCount -= this.damaged.length - kept.length;
    this.damaged.splice(0, this.damaged.length, ...kept);
    this.rowsInFile -= count;
    this.rowsRead -= count;
    for (const store of this.columns) store.truncate(this.rowsRead);
  }

  /** All rows are there: brings a sample to its size. */
  finish(): void {
    if (this.sample !== null) this.keep(this.sample.shrink());
  }

  private keep(stays: Uint8Array | null): void {
    if (stays === null || this.sample === null) return;
    for (const store of this.columns) store.keepRows(stays);
    this.rowsRead = this.sample.rows.length;
  }

  private addRow(record: ScannedRecord): void {
    if (this.sample !== null && !this.sample.takesNext()) return;
    const { bytes, starts, ends, doubled, cells } = record;
    const { columns } = this;
    const present = Math.min(cells, columns.length);
    for (let i = 0; i < present; i++) {
      columns[i]!.add(bytes, starts[i]!, ends[i]!, doubled[i] === 1 ? this.dialect.quote : -1);
    }
    for (let i = present; i < columns.length; i++) columns[i]!.addMissing();
    this.rowsRead++;
    if (this.sample?.isFull) this.keep(this.sample.shrink());
  }

  /** Reports what is wrong with the line; false when it must not be read. */
  private checkRecord(record: ScannedRecord): boolean {
    const { cells, unclosed, textAfterQuote } = record;
    const width = this.columns.length;
    if (this.how.mayHoldInvalid && holdsReplacement(record)) this.report(record, 'invalid-bytes');
    if (unclosed > 0) this.report(record, 'unclosed-quote', unclosed);
    if (cells > width && holdsMore(record, width)) {
      if (unclosed === 0) this.report(record, 'too-many-values');
      return false;
    }
    if (cells < width && unclosed === 0) this.report(record, 'too-few-values');
    if (textAfterQuote > 0) this.report(record, 'text-after-quote', textAfterQuote);
    return true;
  }

  private report(record: ScannedRecord, reason: string, column?: number): void {
    this.damagedCount++;
    if (this.damaged.length >= DAMAGED_SHOWN) return;
    const { bytes, from, to } = record;
    const text = beginningOf(bytes.subarray(from, Math.min(to, from + 4 * TEXT_LIMIT)));
    const where = column === undefined ? {} : { column };
    this.damaged.push({ row: this.rowsInFile, ...where, reason, text });
  }
}

/** At most 200 characters, cut between characters. */
export function beginningOf(bytes: Uint8Array): string {
  return Array.from(decoder.decode(bytes).trimEnd()).slice(0, TEXT_LIMIT).join('');
}

function holdsMore({ bytes, starts, ends, cells }: ScannedRecord, width: number): boolean {
  for (let i = width; i < cells; i++) {
    for (let at = starts[i]!; at < ends[i]!; at++) if (bytes[at]! > 0x20) return true;
  }
  return false;
}

/** U+FFFD, which a lenient decoder puts in place of bytes that it does not know. */
function holdsReplacement({ bytes, from, to }: ScannedRecord): boolean {
  return hasReplacement(bytes, from, to);
}

function hasReplacement(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to - 2; at++) {
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  }
  return false;
}
