import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { ReadOptions } from '../../core/read-report';
import type { RecordReader } from '../../core/record-reader';
import type { Attempt } from './choose-encoding';
import { bytesToRead, TAB_BYTES } from '../memory-needed';
import { COLUMNS_LIMIT } from './columns-limit';
import { detectDialect, type Sample } from './dialect';
import { EncodingCensus } from './encoding-census';
import { detectLayout, type Layout } from './layout';
import type { ReadProgress } from './read-progress';
import { piecesOf } from './pieces';
import type { ReadSource } from './read-source';
import { RecordScanner, type Dialect } from './record-scanner';
import { expectsNumbers, RecordLane } from './record-lane';
import { RowSample } from './row-sample';
import { RowCollector } from './row-collector';
import { concatenated, countUtf8, createTranscoder } from './transcode';

const SAMPLE_BYTES = 1 << 18;
/** A UTF-8 file with some damage has fewer stray bytes than this share of its characters. */
const STRAY_SHARE = 0.1;

/** What a pass over the bytes leaves behind: the cells, column by column, as text. */
export interface Collected {
  readonly attempt: Attempt;
  readonly dialect: Dialect;
  readonly layout: Layout;
  readonly rows: RowCollector;
}

export interface PassOptions {
  readonly options: ReadOptions;
  readonly pieceBytes: number;
  /** Compiled code for simple records. */
  readonly records?: RecordReader | undefined;
  readonly progress: ReadProgress;
}

/**
 * Reads all bytes in one encoding and cuts them into columns of text. Throws
 * `NotThisEncoding` when a strict attempt meets bytes that refute it.
 */
export async function* collectRows(
  source: ReadSource,
  attempt: Attempt,
  { options, pieceBytes, records, progress }: PassOptions,
): Job<Collected, never> {
  const transcoder = createTranscoder(attempt.encoding, attempt.isLenient);
  const beginning = new Beginning();
  let collected: Collected | null = null;
  let scanner: RecordScanner | null = null;
  let bytesRead = 0;
  for await (const { bytes, isLast } of piecesOf(source, pieceBytes)) {
    // A lane checks what it lays out.
    const isChecked: boolean = transcoder.onlyChecks && scanner !== null && scanner.lane !== null;
    const utf8 = isChecked ? bytes : beginning.add(transcoder.next(bytes, isLast), isLast);
    if (utf8 !== null) {
      collected ??= begin(source.name, {
        attempt,
        start: utf8,
        options,
        mayLane: records !== undefined && options.sampleRows === 0,
      });
      const { rows, dialect } = collected;
      scanner ??= scannerOf(rows, dialect, options.sampleRows === 0 ? records : undefined);
      scanner.push(utf8, isLast);
    }
    bytesRead += bytes.length;
    if (collected !== null)
      refuseTooLarge(source, collected, { read: bytesRead, wanted: options.sampleRows });
    collected?.rows.expect(expectedRows(collected, source.blob.size / bytesRead));
    yield progress.after(bytes.length, 'reading', { rows: collected?.rows.rowsRead ?? 0 });
  }
  if (collected === null) throw new Problem('file-empty', { name: source.name });
  collected.rows.finish();
  return collected;
}

function scannerOf(
  rows: RowCollector,
  dialect: Dialect,
  records: RecordReader | undefined,
): RecordScanner {
  const scanner = new RecordScanner(dialect, (record) => rows.take(record));
  if (records) scanner.lane = new RecordLane(records, rows, dialect);
  return scanner;
}

/** A little more than what was read so far lets expect; the first pieces say too little. */
function expectedRows({ rows: { rowsRead } }: Collected, times: number): number {
  return rowsRead < 1000 ? rowsRead : Math.ceil(rowsRead * times * 1.03);
}

/** Early estimates are rough: they refuse only what is larger than the limit by so much. */
const ROUGH = 1.3;

/** Stops as soon as it shows that the table would need more memory than there is. */
function refuseTooLarge(
  { name, blob }: ReadSource,
  { rows, layout }: Collected,
  { read, wanted }: { readonly read: number; readonly wanted: number },
): void {
  const columns = layout.names.length;
  const going = Math.round((rows.rowsInFile * blob.size) / read);
  // A sample never grows beyond twice its size, and its text is a like share of the file's.
  if (wanted > 0 && wanted < going) {
    const share = Math.min(1, (2 * wanted) / going);
    const neededBytes = bytesToRead(blob.size * share, 2 * wanted * columns);
    if (neededBytes <= TAB_BYTES) return;
    const facts = { rows: wanted, columns, neededBytes, limitBytes: TAB_BYTES };
    throw new Problem('file-needs-memory', { name, ...facts });
  }
  const expected = Math.round((rows.rowsRead * blob.size) / read);
  const needed = (rowCount: number, bytes: number) => bytesToRead(bytes, rowCount * columns);
  const isCertain = needed(rows.rowsRead, read) > TAB_BYTES;
  if (!isCertain && needed(expected, blob.size) <= ROUGH * TAB_BYTES) return;
  const neededBytes = needed(expected, blob.size);
  const facts = { rows: expected, columns, neededBytes, limitBytes: TAB_BYTES };
  throw new Problem('file-needs-memory', { name, ...facts });
}

/** Holds pieces back until there is enough of the file to judge its dialect by. */
class Beginning {
  private pieces: Uint8Array[] | null = [];
  private length = 0;

  add(piece: Uint8Array, isLast: boolean): Uint8Array | null {
    if (this.pieces === null) return piece;
    this.length += piece.length;
    const isEnough = isLast || this.length > SAMPLE_BYTES;
    // The piece may be overwritten when the next one comes.
    this.pieces.push(isEnough ? piece : piece.slice());
    if (!isEnough) return null;
    const start = concatenated(this.pieces);
    this.pieces = null;
    return start;
  }
}

function begin(
  name: string,
  {
    attempt,
    start,
    options,
    mayLane,
  }: { attempt: Attempt; start: Uint8Array; options: ReadOptions; mayLane: boolean },
): Collected {
  const { delimiter, headerRow } = options;
  const isWhole = start.length <= SAMPLE_BYTES;
  const sample = detectDialect(start.subarray(0, SAMPLE_BYTES), isWhole, delimiter);
  if (sample.records.length === 0) throw new Problem('file-empty', { name });
  const layout = detectLayout(sample, headerRow);
  const columns = layout.names.length;
  if (columns > COLUMNS_LIMIT) {
    throw new Problem('file-too-wide', { name, columns, limit: COLUMNS_LIMIT });
  }
  const isNumbers = mayLane ? expectedNumbers(sample, layout, options) : [];
  const { sampleRows, sampleSeed } = options;
  const rows = new RowCollector(layout, sample.dialect, {
    mayHoldInvalid: attempt.isLenient,
    isNumbers,
    sample: sampleRows === 0 ? null : new RowSample(sampleRows, sampleSeed),
  });
  return { attempt, dialect: sample.dialect, layout, rows };
}

/** Where people say which words are missing or what a column holds, its text is looked at. */
function expectedNumbers(sample: Sample, layout: Layout, options: ReadOptions): boolean[] {
  const lines = sample.records.slice(layout.skipped + (layout.headerRow > 0 ? 1 : 0));
  const expected = expectsNumbers(lines, layout.names.length);
  return layout.names.map(
    (name, i) =>
      expected[i]! &&
      options.missing.length === 0 &&
      !Object.hasOwn(options.missingIn, name) &&
      !Object.hasOwn(options.types, name),
  );
}

/** Looks at every byte to tell damaged UTF-8 from older encodings, once strict UTF-8 has failed. */
export async function* decideEncoding(
  source: ReadSource,
  { pieceBytes, progress }: PassOptions,
): Job<Attempt, never> {
  const census = { characters: 0, strays: 0 };
  const older = new EncodingCensus();
  for await (const { bytes } of piecesOf(source, Math.max(pieceBytes, 1 << 16))) {
    countUtf8(bytes, census);
    older.count(bytes);
    yield progress.after(bytes.length, 'encoding');
  }
  const isUtf8 = census.strays <= STRAY_SHARE * census.characters;
  return { encoding: isUtf8 ? 'utf-8' : older.best, isLenient: true };
}
