import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { ReadOptions } from '../../core/read-report';
import type { Attempt } from './choose-encoding';
import { bytesToRead, TAB_BYTES } from '../memory-needed';
import { COLUMNS_LIMIT } from './columns-limit';
import { detectDialect, type DialectSample } from './dialect';
import { detectLayout, type Layout } from './layout';
import type { ReadProgress } from './read-progress';
import { piecesOf } from './pieces';
import type { ReadSource } from './read-source';
import { EncodingCensus } from './encoding-census';
import { RecordScanner, type Dialect } from './record-scanner';
import { NeedsText } from './number-store';
import { storesFor } from './plain-columns';
import { RowSample } from './row-sample';
import { holdsReplacement, RowCollector } from './row-collector';
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
  readonly progress: ReadProgress;
  /** Columns that need their text, by index. */
  readonly wordy: ReadonlySet<number>;
}

/**
 * Reads all bytes in one encoding and cuts them into columns of text. Throws
 * `NotThisEncoding` when a strict attempt meets bytes that refute it.
 */
export async function* collectRows(
  source: ReadSource,
  attempt: Attempt,
  pass: PassOptions,
): Job<Collected, never> {
  const { pieceBytes, progress } = pass;
  const transcoder = createTranscoder(attempt.encoding, attempt.isLenient);
  const beginning = new Beginning();
  let collected: Collected | null = null;
  let scanner: RecordScanner | null = null;
  let bytesRead = 0;
  for await (const { bytes, isLast } of piecesOf(source, pieceBytes)) {
    const utf8 = beginning.add(transcoder.next(bytes, isLast), isLast);
    if (utf8 !== null) {
      collected ??= begin(source, { attempt, start: utf8, pass });
      const { rows, dialect } = collected;
      scanner ??= new RecordScanner(dialect, (record) => rows.take(record));
      scanner.push(utf8, isLast, mayHoldInvalid(attempt, utf8) ? undefined : rows);
      const wordy = rows.givenUp();
      if (wordy.length > 0) throw new NeedsText(wordy);
    }
    bytesRead += bytes.length;
    if (collected !== null)
      refuseTooLarge(source, collected, { read: bytesRead, wanted: pass.options.sampleRows });
    yield progress.after(bytes.length, 'reading', { rows: collected?.rows.rowsRead ?? 0 });
  }
  if (collected === null) throw new Problem('file-empty', { name: source.name });
  collected.rows.finish();
  return collected;
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
    this.pieces.push(piece);
    this.length += piece.length;
    if (!isLast && this.length <= SAMPLE_BYTES) return null;
    const start = concatenated(this.pieces);
    this.pieces = null;
    return start;
  }
}

function begin(
  { name, blob }: ReadSource,
  { attempt, start, pass }: { attempt: Attempt; start: Uint8Array; pass: PassOptions },
): Collected {
  const { options, wordy } = pass;
  const { delimiter, headerRow } = options;
  const isWhole = start.length <= SAMPLE_BYTES;
  const sample = detectDialect(start.subarray(0, SAMPLE_BYTES), isWhole, delimiter);
  if (sample.records.length === 0) throw new Problem('file-empty', { name });
  const layout = detectLayout(sample, headerRow);
  const columns = layout.names.length;
  if (columns > COLUMNS_LIMIT) {
    throw new Problem('file-too-wide', { name, columns, limit: COLUMNS_LIMIT });
  }
  const expected = expectedRows(start, sample, blob.size);
  const stores = storesFor(layout, sample, { options, wordy, rows: expected });
  const { sampleRows, sampleSeed } = options;
  const rows = new RowCollector(layout, stores, sample.dialect, {
    mayHoldInvalid: attempt.isLenient,
    sample: sampleRows === 0 ? null : new RowSample(sampleRows, sampleSeed),
  });
  return { attempt, dialect: sample.dialect, layout, rows };
}

/** How many rows the file has if it goes on as it begins; a guess to make room by. */
function expectedRows(start: Uint8Array, { dialect }: DialectSample, sizeBytes: number): number {
  let lines = 1;
  for (const byte of start) if (byte === dialect.newline) lines++;
  return Math.ceil((1.02 * lines * sizeBytes) / start.length);
}

/** A character that a lenient decoder put in must be reported with its line, which takes a scanner. */
function mayHoldInvalid({ isLenient }: Attempt, utf8: Uint8Array): boolean {
  return isLenient && holdsReplacement(utf8, 0, utf8.length);
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
