import { parse_zip, read, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { Problem } from '../../../core/problem';
import { problemAt } from '../typed/damaged-file';
import { unpackEntry } from './unpack-entry';
import { BrokenZip, zipEntries, type ZipEntry } from './zip-entries';

/** What the library calls a file in a container. */
const STREAM = 2;

interface Unpacked {
  readonly type: typeof STREAM;
  readonly name: string;
  readonly content: Uint8Array;
}

/** An archive as the library holds it: paths and files side by side. */
interface UnpackedArchive {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly Unpacked[];
}

declare module '@e965/xlsx' {
  /** Exported by the library, forgotten by its types: reads a container of unpacked files. */
  function parse_zip(container: UnpackedArchive, options: ParsingOptions): WorkBook;
}

/** Values and number formats, nothing that would be drawn or calculated. */
const OPTIONS: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: true,
  cellDates: false,
  // Without it, hidden rows and formulas without a value leave no trace.
  cellStyles: true,
  sheetStubs: true,
};

/** What no table needs; left packed, so that it can do no harm. */
const UNUSED =
  /\/(media|drawings|charts|chartsheets|theme|printerSettings|pivot\w*|customXml|externalLinks|embeddings|ctrlProps|activeX|comments\d*\.xml|threadedComments|persons|richData|slicer\w*|queryTables)(\/|$)|calcChain|vbaProject|Thumbnails|docProps/i;

/**
 * As much XML as the library reads in a few seconds (some 60 MB a million cells); beyond that the
 * reader would fall silent for longer than anybody should wait.
 */
const SHEETS_LIMIT_BYTES = 100_000_000;
/** The same for the older binary form, which is denser. */
const BINARY_LIMIT_BYTES = 100_000_000;

const FORMAT = 'Excel';

/**
 * Opens a workbook: .xlsx, .xlsm, .xlsb and .ods, which are zips, and .xls. Archives are unpacked
 * by the platform, bounded by what they announce. Throws `file-locked`, `file-damaged`,
 * `file-not-a-table` for other documents, `file-needs-memory`.
 */
export async function openWorkbook(name: string, bytes: Uint8Array): Promise<WorkBook> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  try {
    return isZip ? await openZip(name, bytes) : openBinary(name, bytes);
  } catch (thrown) {
    throw problemOf(name, thrown, isZip);
  }
}

async function openZip(name: string, bytes: Uint8Array): Promise<WorkBook> {
  const entries = zipEntries(bytes).filter((entry) => !UNUSED.test(entry.name));
  if (!entries.some(({ name: path }) => isWorkbook(path))) {
    throw new Problem('file-not-a-table', { name, format: 'ZIP' });
  }
  refuseLarge(name, bytes.length, entries);
  const files = entries.filter((entry) => !entry.name.endsWith('/'));
  const container = { FullPaths: files.map((entry) => entry.name), FileIndex: [] as Unpacked[] };
  for (const entry of files) {
    const content = await unpackEntry(bytes, entry);
    container.FileIndex.push({ name: entry.name, type: STREAM, content });
  }
  return parse_zip(container, { ...OPTIONS });
}

function isWorkbook(path: string): boolean {
  return /(^|\/)workbook\d*\.(xml|bin)$|^content\.xml$/i.test(path);
}

function refuseLarge(name: string, bytes: number, entries: readonly ZipEntry[]): void {
  const neededBytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (neededBytes <= SHEETS_LIMIT_BYTES) return;
  const limitBytes = SHEETS_LIMIT_BYTES;
  throw new Problem('workbook-too-large', { name, bytes, neededBytes, limitBytes });
}

function openBinary(name: string, bytes: Uint8Array): WorkBook {
  if (bytes.length > BINARY_LIMIT_BYTES) {
    const facts = { bytes: bytes.length, neededBytes: bytes.length };
    throw new Problem('workbook-too-large', { name, ...facts, limitBytes: BINARY_LIMIT_BYTES });
  }
  return read(bytes, { ...OPTIONS, type: 'array' });
}

function problemOf(name: string, thrown: unknown, isZip: boolean): Problem {
  if (thrown instanceof BrokenZip) {
    if (thrown.message === 'encrypted') return new Problem('file-locked', { name, format: FORMAT });
    return problemAt({ name, format: FORMAT }, { offset: thrown.offset }, thrown);
  }
  const reason = thrown instanceof Error ? thrown.message : '';
  if (/password|encrypt/i.test(reason)) return new Problem('file-locked', { name, format: FORMAT });
  if (/cannot find workbook stream|unsupported zip|could not find workbook/i.test(reason)) {
    return new Problem('file-not-a-table', { name, format: isZip ? 'ZIP' : 'OLE' });
  }
  return problemAt({ name, format: FORMAT }, { offset: 0 }, thrown);
}
