import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { packedNumber } from '../packed-number';
import { BrokenXls } from '../xls/compound-file';
import { recordsOf, type BinaryPart, type BinaryRecord } from './binary-records';

/** What the sheets of a binary workbook share. */
export interface BinaryShared {
  readonly strings: readonly string[];
  readonly formats: readonly (string | undefined)[];
}

const ROWS_A_SHEET = 1_048_576;
const COLUMNS_A_SHEET = 16_384;
const RECORDS_A_STEP = 20_000;
const ROW = 0;
const BLANK = 1;
/** Cells that follow the one before, without a column of their own. */
const SHORT = 11;
const LAST_CELL = 18;
const HIDDEN_ROW = 0x10;
const CELLS = '!data';

/** Reads the cells of a sheet; yields now and then. Throws `BrokenXls`. */
export function* readBinarySheet(
  part: BinaryPart,
  shared: BinaryShared,
): Generator<void, WorkSheet> {
  const sheet = new BinarySheet(part, shared);
  let records = 0;
  for (const record of recordsOf(part)) {
    sheet.take(record);
    if (++records % RECORDS_A_STEP === 0) yield;
  }
  return sheet.finish();
}

class BinarySheet {
  private readonly rows: CellObject[][] = [];
  private readonly merges: Range[] = [];
  private readonly rowInfo: { hidden: boolean }[] = [];
  private readonly columnInfo: { hidden: boolean }[] = [];
  private row = 0;
  private column = -1;

  constructor(
    private readonly part: BinaryPart,
    private readonly shared: BinaryShared,
  ) {}

  finish(): WorkSheet {
    const { rows, merges, rowInfo, columnInfo } = this;
    // The library's name for cells by row, which its types give to another form.
    const cells = { [CELLS]: rows } as unknown as WorkSheet;
    return { ...cells, '!merges': merges, '!rows': rowInfo, '!cols': columnInfo };
  }

  take(record: BinaryRecord): void {
    const { type } = record;
    if (type === ROW) return this.takeRow(record);
    if (type >= BLANK && type <= LAST_CELL) return this.takeCell(record);
    if (type === 60) return this.takeColumns(record);
    if (type === 176) return this.takeMerge(record);
  }

  private takeRow(record: BinaryRecord): void {
    this.row = record.u32();
    this.column = -1;
    if (this.row >= ROWS_A_SHEET) throw this.broken(`row ${this.row + 1}`);
    const flags = record.skip(7).byte();
    if ((flags & HIDDEN_ROW) !== 0) this.rowInfo[this.row] = { hidden: true };
  }

  private takeCell(record: BinaryRecord): void {
    const isShort = record.type > SHORT;
    this.column = isShort ? this.column + 1 : record.u32();
    if (this.column >= COLUMNS_A_SHEET) throw this.broken(`column ${this.column + 1}`);
    const style = record.u32() & 0xffffff;
    const cell = this.cellOf(record, isShort ? record.type - SHORT : record.type);
    if (cell === null) return;
    const format = this.shared.formats[style];
    const cells = (this.rows[this.row] ??= []);
    cells[this.column] = format === undefined ? cell : { ...cell, z: format };
  }

  /** What a cell holds; those from 8 on are formulas with the value stored with them. */
  private cellOf(record: BinaryRecord, kind: number): CellObject | null {
    switch (kind) {
      case 2:
        return { t: 'n', v: packedNumber(record.u32() | 0) };
      case 3:
      case 11:
        return { t: 'e', v: record.byte() };
      case 4:
      case 10:
        return { t: 'b', v: record.byte() !== 0 };
      case 5:
      case 9:
        return { t: 'n', v: record.float() };
      case 6:
      case 8:
        return { t: 's', v: record.text() ?? '' };
      case 7:
        return { t: 's', v: this.sharedText(record.u32()) };
      default:
        return null;
    }
  }

  private sharedText(index: number): string {
    const text = this.shared.strings[index];
    if (text === undefined) throw this.broken(`no text number ${index}`);
    return text;
  }

  private takeColumns(record: BinaryRecord): void {
    const first = record.u32();
    const last = Math.min(record.u32(), COLUMNS_A_SHEET - 1);
    if ((record.skip(8).u16() & 1) === 0) return;
    for (let column = first; column <= last; column++) this.columnInfo[column] = { hidden: true };
  }

  private takeMerge(record: BinaryRecord): void {
    const [r, R, c, C] = [record.u32(), record.u32(), record.u32(), record.u32()];
    if (R >= ROWS_A_SHEET || C >= COLUMNS_A_SHEET)
      throw this.broken('merged cells beyond the sheet');
    this.merges.push({ s: { r, c }, e: { r: R, c: C } });
  }

  private broken(reason: string): BrokenXls {
    return new BrokenXls(this.part.offset, `${this.part.name}: ${reason}`);
  }
}
