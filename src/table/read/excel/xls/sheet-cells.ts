import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { packedNumber } from '../packed-number';
import type { RecordStream, XlsRecord } from './records';
import { TextPieces, textFrom, type TextForm } from './xls-text';

/** What the sheets of a workbook share. */
export interface Shared {
  readonly form: TextForm;
  readonly strings: readonly string[];
  /** The number format of a cell, by the style that it names. */
  readonly formats: readonly (string | undefined)[];
}

const ROWS_A_SHEET = 65_536;
const COLUMNS_A_SHEET = 256;
const RECORDS_A_STEP = 20_000;
const HIDDEN_ROW = 0x20;
const CELLS = '!data';

/**
 * Reads the cells of a sheet, values and number formats; formulas by the value stored with them.
 * Yields now and then. Throws `BrokenXls`.
 */
export function* readSheet(
  stream: RecordStream,
  start: number,
  shared: Shared,
): Generator<void, WorkSheet> {
  const sheet = new SheetCells(stream, shared);
  let records = 0;
  for (const record of stream.substream(start)) {
    try {
      sheet.take(record);
    } catch (thrown) {
      if (!(thrown instanceof RangeError) && !isShort(thrown)) throw thrown;
      throw stream.broken(record.at, `record ${record.type.toString(16)} cut short`);
    }
    if (++records % RECORDS_A_STEP === 0) yield;
  }
  return sheet.finish();
}

function isShort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message === 'text cut short';
}

class SheetCells {
  private readonly rows: CellObject[][] = [];
  private readonly merges: Range[] = [];
  private readonly rowInfo: { hidden: boolean }[] = [];
  private readonly columnInfo: { hidden: boolean }[] = [];
  /** The formula whose text comes in the next record. */
  private waiting: XlsRecord | null = null;

  constructor(
    private readonly stream: RecordStream,
    private readonly shared: Shared,
  ) {}

  finish(): WorkSheet {
    const { rows, merges, rowInfo, columnInfo } = this;
    // The library's name for cells by row, which its types give to another form.
    const cells = { [CELLS]: rows } as unknown as WorkSheet;
    return { ...cells, '!merges': merges, '!rows': rowInfo, '!cols': columnInfo };
  }

  take(record: XlsRecord): void {
    switch (record.type) {
      case 0x0203:
        return this.put(record, { t: 'n', v: this.float(record, 6) });
      case 0x027e:
        return this.put(record, { t: 'n', v: this.packed(record.from + 6) });
      case 0x00bd:
        return this.takeManyPacked(record);
      case 0x00fd:
        return this.takeShared(record);
      case 0x0204:
      case 0x00d6:
        return this.put(record, { t: 's', v: this.text(record, 6) });
      case 0x0205:
        return this.takeTruth(record, this.byte(record, 6), this.byte(record, 7) !== 0);
      case 0x0006:
      case 0x0206:
      case 0x0406:
        return this.takeFormula(record);
      case 0x0207:
        return this.takeFormulaText(record);
      case 0x00e5:
        return this.takeMerges(record);
      case 0x0208:
        return this.takeRow(record);
      case 0x007d:
        return this.takeColumns(record);
    }
  }

  private u16({ from, to }: XlsRecord, at: number): number {
    if (from + at + 2 > to) throw new RangeError('cut short');
    return this.stream.view.getUint16(from + at, true);
  }

  private byte({ from, to }: XlsRecord, at: number): number {
    if (from + at + 1 > to) throw new RangeError('cut short');
    return this.stream.bytes[from + at]!;
  }

  private float({ from, to }: XlsRecord, at: number): number {
    if (from + at + 8 > to) throw new RangeError('cut short');
    return this.stream.view.getFloat64(from + at, true);
  }

  private text(record: XlsRecord, skipped: number): string {
    const pieces = new TextPieces(this.stream.piecesOf(record));
    pieces.skip(skipped);
    return textFrom(pieces, this.shared.form, 2);
  }

  private packed(at: number): number {
    return packedNumber(this.stream.view.getInt32(at, true));
  }

  private put(record: XlsRecord, cell: CellObject): void {
    const row = this.u16(record, 0);
    this.place(record, { row, column: this.u16(record, 2), style: this.u16(record, 4) }, cell);
  }

  private place(
    record: XlsRecord,
    { row, column, style }: { row: number; column: number; style: number },
    cell: CellObject,
  ): void {
    if (row >= ROWS_A_SHEET || column >= COLUMNS_A_SHEET) {
      throw this.stream.broken(record.at, `a cell in column ${column + 1}`);
    }
    const format = this.shared.formats[style];
    const cells = (this.rows[row] ??= []);
    cells[column] = format === undefined ? cell : { ...cell, z: format };
  }

  private takeManyPacked(record: XlsRecord): void {
    const row = this.u16(record, 0);
    const first = this.u16(record, 2);
    const count = Math.floor((record.to - record.from - 6) / 6);
    for (let i = 0; i < count; i++) {
      const at = 4 + 6 * i;
      const cell: CellObject = { t: 'n', v: this.packed(record.from + at + 2) };
      this.place(record, { row, column: first + i, style: this.u16(record, at) }, cell);
    }
  }

  private takeShared(record: XlsRecord): void {
    const index = this.u16(record, 6) + this.u16(record, 8) * 65_536;
    const text = this.shared.strings[index];
    if (text === undefined) throw this.stream.broken(record.at, `no text number ${index}`);
    this.put(record, { t: 's', v: text });
  }

  private takeTruth(record: XlsRecord, value: number, isError: boolean): void {
    this.put(record, isError ? { t: 'e', v: value } : { t: 'b', v: value !== 0 });
  }

  /** The value of a formula is a float, or what the last two bytes say that it is (2.5.133). */
  private takeFormula(record: XlsRecord): void {
    this.waiting = null;
    if (this.u16(record, 12) !== 0xffff) {
      return this.put(record, { t: 'n', v: this.float(record, 6), f: '=' });
    }
    const value = this.byte(record, 8);
    switch (this.byte(record, 6)) {
      case 0:
        this.waiting = record;
        return;
      case 1:
        return this.put(record, { t: 'b', v: value !== 0, f: '=' });
      case 2:
        return this.put(record, { t: 'e', v: value, f: '=' });
      default:
        return this.put(record, { t: 's', v: '' });
    }
  }

  private takeFormulaText(record: XlsRecord): void {
    const formula = this.waiting;
    if (formula === null) return;
    this.waiting = null;
    this.put(formula, { t: 's', v: this.text(record, 0), f: '=' });
  }

  private takeMerges(record: XlsRecord): void {
    const count = Math.min(this.u16(record, 0), Math.floor((record.to - record.from - 2) / 8));
    for (let i = 0; i < count; i++) {
      const [r, R, c, C] = [0, 2, 4, 6].map((part) => this.u16(record, 2 + 8 * i + part));
      this.merges.push({ s: { r: r!, c: c! }, e: { r: R!, c: C! } });
    }
  }

  private takeRow(record: XlsRecord): void {
    if ((this.u16(record, 12) & HIDDEN_ROW) !== 0) {
      this.rowInfo[this.u16(record, 0)] = { hidden: true };
    }
  }

  private takeColumns(record: XlsRecord): void {
    if ((this.u16(record, 8) & 1) === 0) return;
    const last = Math.min(this.u16(record, 2), COLUMNS_A_SHEET - 1);
    for (let column = this.u16(record, 0); column <= last; column++) {
      this.columnInfo[column] = { hidden: true };
    }
  }
}
