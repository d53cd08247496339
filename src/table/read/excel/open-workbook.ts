import { parse_zip, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import type { Job } from '../../../core/job';
import { Problem } from '../../../core/problem';
import { problemAt } from '../typed/damaged-file';
import { unpackEntry } from './unpack-entry';
import type { BinaryPart } from './xlsb/binary-records';
import { readXlsb } from './xlsb/read-xlsb';
import { BrokenXls } from './xls/compound-file';
import { readXls } from './xls/read-xls';
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
 * Opens a workbook: .xlsx, .xlsm, .xlsb and .ods, which are zips, and .xls, which a reader of our own
 * reads. Archives are unpacked by the platform, bounded by what they announce. `encoding` is that of
 * texts of Excel 5 and 95. Throws `file-locked`, `file-damaged`, `file-not-a-table` for other
 * documents, `file-unsupported`, `workbook-too-large`.
 */
export async function* openWorkbook(
  name: string,
  bytes: Uint8Array,
  encoding: string,
): Job<WorkBook, never> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  try {
    if (isZip) return yield* openZip(name, bytes);
    refuseLargeBinary(name, bytes.length);
    return yield* readXls(name, bytes, encoding);
  } catch (thrown) {
    throw problemOf(name, thrown);
  }
}

async function* openZip(name: string, bytes: Uint8Array): Job<WorkBook, never> {
  const entries = zipEntries(bytes).filter((entry) => !UNUSED.test(entry.name));
  if (!entries.some(({ name: path }) => isWorkbook(path))) {
    throw new Problem('file-not-a-table', { name, format: 'ZIP' });
  }
  refuseLarge(name, bytes.length, entries);
  const files = entries.filter((entry) => !entry.name.endsWith('/'));
  const parts: BinaryPart[] = [];
  for (const entry of files) {
    const content = await unpackEntry(bytes, entry);
    if (isLockedManifest(entry.name, content)) {
      throw new Problem('file-locked', { name, format: FORMAT });
    }
    parts.push({ name: entry.name, content, offset: entry.from });
  }
  if (parts.some((part) => /(^|\/)workbook\d*\.bin$/i.test(part.name))) {
    return yield* readXlsb(parts);
  }
  const FileIndex = parts.map(
    (part) => ({ type: STREAM, name: part.name, content: part.content }) as const,
  );
  return parse_zip({ FullPaths: files.map((entry) => entry.name), FileIndex }, { ...OPTIONS });
}

/** OpenDocument encrypts file by file, and says in its list of files how (part 2, 4.8). */
function isLockedManifest(path: string, content: Uint8Array): boolean {
  const isManifest = path.toLowerCase() === 'meta-inf/manifest.xml';
  return isManifest && new TextDecoder().decode(content).includes('encryption-data');
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

function refuseLargeBinary(name: string, bytes: number): void {
  if (bytes <= BINARY_LIMIT_BYTES) return;
  const limitBytes = BINARY_LIMIT_BYTES;
  throw new Problem('workbook-too-large', { name, bytes, neededBytes: bytes, limitBytes });
}

function problemOf(name: string, thrown: unknown): Problem {
  const file = { name, format: FORMAT } as const;
  if (thrown instanceof BrokenXls) return problemAt(file, { offset: thrown.offset }, thrown);
  if (thrown instanceof BrokenZip) {
    if (thrown.message === 'encrypted') return new Problem('file-locked', file);
    return problemAt(file, { offset: thrown.offset }, thrown);
  }
  const reason = thrown instanceof Error ? thrown.message : '';
  if (/password|encrypt/i.test(reason)) return new Problem('file-locked', file);
  if (/unsupported zip|could not find workbook/i.test(reason)) {
    return new Problem('file-not-a-table', { name, format: 'ZIP' });
  }
  return problemAt(file, { offset: 0 }, thrown);
}
