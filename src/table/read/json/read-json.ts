import type { Job } from '../../../core/job';
import { Problem } from '../../../core/problem';
import type { ReadFormat, ReadOptions } from '../../../core/read-report';
import { bytesToRead, TAB_BYTES } from '../../memory-needed';
import { piecesOf } from '../pieces';
import { ReadProgress } from '../read-progress';
import { bytesAt, type ReadResult, type ReadSettings, type ReadSource } from '../read-source';
import { sampledOf, sampleOf } from '../row-sample';
import { settleTable } from '../settle-table';
import { createTranscoder } from '../transcode';
import { bomOf } from '../sniff-format';
import { DocumentRows } from './document-rows';
import { JsonRows, shownNames } from './json-rows';
import { LineRows } from './line-rows';
import { JsonFault, parseJson } from './parse-json';
import { ElementSplitter } from './split-elements';

const HEAD_BYTES = 1 << 16;
const LF = 0x0a;
const decoder = new TextDecoder();

/** Takes text piece by piece and puts its rows into columns. */
export interface RowFeed {
  readonly push: (piece: Uint8Array, isLast: boolean) => void;
}

/**
 * Reads JSON into a table: a list of objects or of lists, an object of lists, an object that holds
 * such a list (`{"data": [ … ]}`), or one value a line (NDJSON). A list is read row by row, without
 * the whole text in memory. In NDJSON a damaged line is left out and reported; elsewhere a fault
 * ends the reading: `json-invalid` with line and byte. Also throws `file-header-only`,
 * `file-too-wide`, `file-needs-memory`.
 */
export async function* readJson(
  source: ReadSource,
  options: ReadOptions,
  { pieceBytes = 1 << 19 }: ReadSettings = {},
): Job<ReadResult, never> {
  const { name, blob } = source;
  const head = await bytesAt(source, 0, HEAD_BYTES);
  const rows = new JsonRows(name, sampleOf(options.sampleRows, options.sampleSeed));
  const format = formOf(head);
  const progress = new ReadProgress(blob.size * 2);
  const transcoder = createTranscoder(bomOf(head) ?? 'utf-8', true);
  const feed = feedOf(format, rows);
  try {
    let read = 0;
    for await (const { bytes, isLast } of piecesOf(source, pieceBytes)) {
      const utf8 = transcoder.next(bytes, isLast);
      if (utf8.length > 0 || isLast) feed.push(utf8, isLast);
      read += bytes.length;
      refuseTooLarge(source, rows, read);
      yield progress.after(bytes.length, 'reading', { rows: rows.rowsRead });
    }
  } catch (thrown) {
    if (!(thrown instanceof JsonFault)) throw thrown;
    const { line, byte } = await placeOf(source, thrown.at);
    throw new Problem('json-invalid', { name, line, byte, reason: thrown.reason });
  }
  rows.finish();
  return yield* settle(
    source,
    { rows, format: format === 'lines' ? 'ndjson' : 'json' },
    {
      options,
      progress,
    },
  );
}

async function* settle(
  { name, blob }: ReadSource,
  read: { readonly rows: JsonRows; readonly format: ReadFormat },
  how: { readonly options: ReadOptions; readonly progress: ReadProgress },
): Job<ReadResult, never> {
  const { rows, format } = read;
  const names = shownNames(rows.names);
  if (rows.rowsRead === 0 || names.length === 0) {
    throw new Problem('file-header-only', { name, columns: names.length });
  }
  const untyped = { names, isUnnamed: names.map(() => false), rows };
  const { value, ...settled } = yield* settleTable(untyped, how.options, how.progress);
  const { rowsInFile, rowsRead } = rows;
  const report = { format, encoding: 'utf-8', rowsInFile, rowsRead, sizeBytes: blob.size };
  return { value, report: { ...report, ...sampledOf(rows, how.options), ...settled } };
}

type Form = 'list' | 'lines' | 'document';

/** A list begins with a bracket; one value a line when the first line is one and another follows. */
function formOf(head: Uint8Array): Form {
  const start = head.subarray(bomOf(head) === 'utf-8' ? 3 : 0);
  let at = 0;
  while (at < start.length && start[at]! <= 0x20) at++;
  if (start[at] === 0x5b) return 'list';
  const end = start.indexOf(LF, at);
  if (end < 0 || decoder.decode(start.subarray(end)).trim() === '') return 'document';
  try {
    parseJson(start.subarray(at, end));
    return 'lines';
  } catch {
    return 'document';
  }
}

function feedOf(form: Form, rows: JsonRows): RowFeed {
  if (form === 'lines') return new LineRows(rows);
  if (form === 'document') return new DocumentRows(rows);
  return new ElementSplitter((bytes, offset) => {
    try {
      rows.take(parseJson(bytes));
    } catch (thrown) {
      throw thrown instanceof JsonFault ? new JsonFault(thrown.reason, offset + thrown.at) : thrown;
    }
  });
}

/** 1-based line of a byte, and the byte itself, 0-based as programs count. */
async function placeOf(source: ReadSource, at: number): Promise<{ line: number; byte: number }> {
  let line = 1;
  for (let from = 0; from < at; from += 1 << 20) {
    const bytes = await bytesAt(source, from, Math.min(at, from + (1 << 20)));
    for (const byte of bytes) if (byte === LF) line++;
  }
  return { line, byte: at };
}

function refuseTooLarge({ name, blob }: ReadSource, rows: JsonRows, read: number): void {
  const columns = rows.columns.length;
  // Of a sample only the rows drawn are in memory, with their share of the text.
  const share = rows.rowsInFile > 0 ? rows.rowsRead / rows.rowsInFile : 1;
  const neededBytes = bytesToRead(read * share, rows.rowsRead * columns);
  if (neededBytes <= TAB_BYTES) return;
  const expected = Math.round((rows.rowsRead * blob.size) / read);
  const facts = { rows: expected, columns, neededBytes, limitBytes: TAB_BYTES };
  throw new Problem('file-needs-memory', { name, ...facts });
}
