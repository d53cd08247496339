import type { WorkBook, WorkSheet } from '@e965/xlsx';
import type { Job, Progress } from '../../../../core/job';
import { Problem } from '../../../../core/problem';
import { BUILT_IN_FORMATS } from '../built-in-formats';
import { openCompound, type CompoundFile } from './compound-file';
import { RecordStream, type XlsRecord } from './records';
import { readSheet, type Shared } from './sheet-cells';
import { decoderOf, TextPieces, textFrom, type TextForm } from './xls-text';

const FORMAT = 'Excel';
const EXCEL_97 = 0x0600;
const EXCEL_5 = 0x0500;
/** Sheets of cells; charts and macros have none. */
const WORKSHEET = 0;
const SHEETS_LIMIT = 1000;

interface SheetPlace {
  readonly name: string;
  readonly start: number;
}

/** What a workbook says before its sheets. */
interface Globals extends Shared {
  readonly sheets: readonly SheetPlace[];
  readonly is1904: boolean;
}

/**
 * Reads a workbook of Excel 5 to 2003 (MS-XLS): texts, numbers, dates, truths, errors, formulas by the
 * value stored with them, merged and hidden cells. Nothing is believed beyond the bytes that are
 * there. `encoding` is that of texts of Excel 5 and 95 when their code page is wrong; `auto`: the code
 * page. Throws `BrokenXls`, `file-locked`, `file-not-a-table`, `file-unsupported`.
 */
export async function* readXls(
  name: string,
  bytes: Uint8Array,
  encoding: string,
): Job<WorkBook, never> {
  const stream = workbookStream(name, openCompound(bytes));
  const globals = readGlobals(name, stream, encoding);
  const { sheets, is1904 } = globals;
  const found = new Map<string, WorkSheet>();
  for (const [i, { name: sheet, start }] of sheets.entries()) {
    const progress: Progress<never> = { done: i, total: sheets.length, phase: 'reading' };
    const steps = readSheet(stream, start, globals);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield progress;
    found.set(sheet, step.value);
    yield { ...progress, done: i + 1 };
  }
  return {
    SheetNames: [...found.keys()],
    Sheets: Object.fromEntries(found),
    Workbook: { WBProps: { date1904: is1904 } },
  };
}

function workbookStream(name: string, file: CompoundFile): RecordStream {
  const isLocked = file.names.some((entry) => /^Encrypt(ed|ion)/i.test(entry));
  if (isLocked) throw new Problem('file-locked', { name, format: FORMAT });
  const stream = file.stream('Workbook') ?? file.stream('Book');
  if (stream === null) throw new Problem('file-not-a-table', { name, format: 'OLE' });
  return new RecordStream(stream);
}

function readGlobals(name: string, stream: RecordStream, encoding: string): Globals {
  const found = new GlobalRecords(name, stream, encoding);
  for (const record of stream.substream(0)) {
    try {
      found.take(record);
    } catch (thrown) {
      if (thrown instanceof Problem) throw thrown;
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      throw stream.broken(record.at, `record ${record.type.toString(16)}: ${reason}`);
    }
  }
  return found.finish();
}

class GlobalRecords {
  private form: TextForm;
  private readonly custom = new Map<number, string>();
  private readonly styles: number[] = [];
  private readonly sheets: SheetPlace[] = [];
  private strings: string[] = [];
  private is1904 = false;

  constructor(
    private readonly name: string,
    private readonly stream: RecordStream,
    private readonly encoding: string,
  ) {
    this.form = { isUnicode: true, decoder: decoderOf(1252) };
  }

  finish(): Globals {
    const { form, strings, sheets, is1904 } = this;
    const formats = this.styles.map((id) => this.custom.get(id) ?? BUILT_IN_FORMATS.get(id));
    return { form, strings, sheets, is1904, formats };
  }

  take(record: XlsRecord): void {
    const { view } = this.stream;
    const { type, from } = record;
    switch (type) {
      case 0x0809:
        return this.takeVersion(view.getUint16(from, true));
      case 0x002f:
        throw new Problem('file-locked', { name: this.name, format: FORMAT });
      case 0x0042:
        return this.takeCodePage(view.getUint16(from, true));
      case 0x0022:
        this.is1904 = view.getUint16(from, true) === 1;
        return;
      case 0x0085:
        return this.takeSheet(record);
      case 0x041e: {
        const pieces = this.piecesAfter(record, 2);
        const code = textFrom(pieces, this.form, this.form.isUnicode ? 2 : 1);
        this.custom.set(view.getUint16(from, true), code);
        return;
      }
      case 0x00e0:
        this.styles.push(view.getUint16(from + 2, true));
        return;
      case 0x00fc:
        this.strings = sharedStrings(this.piecesAfter(record, 4));
    }
  }

  private takeVersion(version: number): void {
    if (version !== EXCEL_97 && version !== EXCEL_5) {
      const facts = { name: this.name, format: FORMAT, column: '' };
      throw new Problem('file-unsupported', { ...facts, feature: `BIFF ${version.toString(16)}` });
    }
    this.form = { isUnicode: version === EXCEL_97, decoder: this.decoderOf(1252) };
  }

  private takeCodePage(codePage: number): void {
    this.form = { ...this.form, decoder: this.decoderOf(codePage) };
  }

  private decoderOf(codePage: number): TextDecoder {
    return this.encoding === 'auto' ? decoderOf(codePage) : new TextDecoder(this.encoding);
  }

  private piecesAfter(record: XlsRecord, skipped: number): TextPieces {
    const pieces = new TextPieces(this.stream.piecesOf(record));
    pieces.skip(skipped);
    return pieces;
  }

  private takeSheet(record: XlsRecord): void {
    const { from } = record;
    const start = this.stream.view.getUint32(from, true);
    const name = textFrom(this.piecesAfter(record, 6), this.form, 1);
    if (this.stream.bytes[from + 5] !== WORKSHEET) return;
    if (this.sheets.length >= SHEETS_LIMIT) throw new Error('too many sheets');
    this.sheets.push({ name, start });
  }
}

/** As many texts as there are bytes for, whatever is announced. */
function sharedStrings(pieces: TextPieces): string[] {
  const count = pieces.number(4);
  const strings: string[] = [];
  while (strings.length < count && !pieces.isAtEnd) strings.push(pieces.unicode(2));
  return strings;
}
