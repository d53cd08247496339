import {
  DataType,
  MetadataVersion,
  RecordBatchReader,
  type RecordBatch,
  type Schema,
} from 'apache-arrow';
import type { Job, Progress } from '../../../core/job';
import { Problem } from '../../../core/problem';
import type { ReadOptions } from '../../../core/read-report';
import { bytesToRead, TAB_BYTES } from '../../memory-needed';
import { COLUMNS_LIMIT } from '../columns-limit';
import { bytesAt, type ReadResult, type ReadSource } from '../read-source';
import { problemAt } from '../typed/damaged-file';
import { chooseRows, chosenWithin, type RowChoice } from '../typed/sample-rows';
import { TypedColumns } from '../typed/settle-typed';
import { accessorFor } from './accessor-for';
import { checkChunk } from './check-chunk';
import { registerCodecs } from './codecs';
import { chunkAt, planColumns, type PlannedColumn } from './plan-columns';
import { sinkFor } from './value-sink';
import { BrokenMessage, checkFooter, footerStart, walkMessages, type Walk } from './walk-messages';

const FORMAT = 'Arrow';
const MAGIC = 'ARROW1';
/** The magic bytes of a file, padded to eight. */
const FILE_START = 8;
const ROWS_A_STEP = 16_384;
/** The number of this kind of message in the format. */
const SCHEMA = 1;

/**
 * Reads an Arrow IPC file or stream, plain or packed with LZ4 or ZSTD. Structs become a column a
 * field, lists, maps and unions JSON text; what the types become is told at `sinkFor`. A stream
 * without an end mark is read and noted: it may have been cut. Throws `file-damaged` with the byte
 * offset of the message, `file-unsupported`, `file-header-only`, `file-too-wide`,
 * `file-needs-memory`.
 */
export async function* readArrow(source: ReadSource, options: ReadOptions): Job<ReadResult, never> {
  const { name } = source;
  const sizeBytes = source.blob.size;
  refuseTooLarge(name, { sizeBytes, rows: 0, columns: 0 });
  const { walk, messages } = checkMessages(name, await bytesAt(source, 0, sizeBytes));
  yield { done: 1, total: 10, phase: 'reading' };
  const { schema, batches } = openBatches(name, messages, walk);
  const planned = planColumns(schema);
  const columns = planned.length;
  if (columns > COLUMNS_LIMIT) {
    throw new Problem('file-too-wide', { name, columns, limit: COLUMNS_LIMIT });
  }
  const rows = batches.reduce((sum, { numRows }) => sum + numRows, 0);
  if (rows === 0) throw new Problem('file-header-only', { name, columns });
  const choosing = chooseRows(rows, options);
  let step = choosing.next();
  for (; !step.done; step = choosing.next()) yield { done: 1, total: 10, phase: 'reading' };
  const choice = step.value;
  refuseTooLarge(name, { sizeBytes, rows: choice.count, columns });
  const typed = new TypedColumns(options, choice);
  if (!walk.hasEnd) typed.notes.push({ code: 'stream-without-end', facts: {} });
  for (const [i, column] of planned.entries()) {
    const progress = { done: columns + 9 * i, total: 10 * columns, phase: 'reading' };
    yield* readColumn(name, { column, batches, choice, walk, typed, progress });
  }
  return typed.result({ format: 'arrow', rows, sizeBytes });
}

function refuseTooLarge(
  name: string,
  size: { readonly sizeBytes: number; readonly rows: number; readonly columns: number },
): void {
  const neededBytes = bytesToRead(size.sizeBytes, size.rows * size.columns);
  if (neededBytes <= TAB_BYTES) return;
  const { rows, columns } = size;
  throw new Problem('file-needs-memory', {
    name,
    rows,
    columns,
    neededBytes,
    limitBytes: TAB_BYTES,
  });
}

function isFile(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, MAGIC.length)) === MAGIC;
}

interface Checked {
  readonly walk: Walk;
  /**
   * The messages alone: those of a file are those of a stream, between its magic and its footer. A
   * file whose schema is in the footer only, as Arrow's JavaScript library writes it, is left whole.
   */
  readonly messages: Uint8Array;
}

function checkMessages(name: string, bytes: Uint8Array): Checked {
  try {
    const whole = isFile(bytes);
    const start = whole ? FILE_START : 0;
    const end = whole ? footerStart(bytes) : bytes.length;
    const walk = walkMessages(bytes.subarray(0, end), start);
    if (walk.isBigEndian) throw new Error('big-endian values are not supported');
    const hasSchema = walk.messages.some(({ header }) => header === SCHEMA);
    const isFooterRead = whole && !hasSchema;
    if (isFooterRead) checkFooter(bytes, end, walk.messages);
    const messages = isFooterRead ? bytes : bytes.subarray(start, end);
    return { walk: { ...walk, hasEnd: walk.hasEnd || whole }, messages };
  } catch (thrown) {
    const offset = thrown instanceof BrokenMessage ? thrown.offset : 0;
    throw problemAt({ name, format: FORMAT }, { offset }, thrown);
  }
}

interface Batches {
  readonly schema: Schema;
  readonly batches: readonly RecordBatch[];
}

function openBatches(name: string, bytes: Uint8Array, walk: Walk): Batches {
  registerCodecs();
  const batches: RecordBatch[] = [];
  try {
    const reader = RecordBatchReader.from(bytes).open();
    // At its end the reader forgets the schema.
    const { schema } = reader;
    // Older unions have a validity buffer, which the library does not step over.
    if (walk.version < MetadataVersion.V5 && schema.fields.some(({ type }) => hasUnion(type))) {
      throw new Error('unions of Arrow before version 1.0 are not supported');
    }
    if (schema === undefined) throw new Error('no schema');
    for (const batch of reader) batches.push(batch);
    return { schema, batches };
  } catch (thrown) {
    const place = { offset: offsetOf(walk, batches.length) };
    throw problemAt({ name, format: FORMAT }, place, thrown);
  }
}

function hasUnion(type: DataType): boolean {
  const of: DataType = DataType.isDictionary(type) ? type.dictionary : type;
  return DataType.isUnion(of) || (of.children ?? []).some((child) => hasUnion(child.type));
}

/** Where the message of a record batch begins, by its number. */
function offsetOf({ messages }: Walk, batch: number): number {
  const RECORD_BATCH = 3;
  const found = messages.filter(({ header }) => header === RECORD_BATCH)[batch];
  return found?.offset ?? messages[0]?.offset ?? 0;
}

interface ColumnWork {
  readonly column: PlannedColumn;
  readonly batches: readonly RecordBatch[];
  readonly choice: RowChoice;
  readonly walk: Walk;
  readonly typed: TypedColumns;
  readonly progress: Progress<never>;
}

async function* readColumn(
  name: string,
  { column, batches, choice, walk, typed, progress }: ColumnWork,
): Job<void, never> {
  const sink = sinkFor(column.type);
  let from = 0;
  for (const [i, batch] of batches.entries()) {
    const to = from + batch.numRows;
    try {
      const { chunk, isThere } = chunkAt(batch, column.path);
      if (chunk.length < batch.numRows) throw new Error('column cut short');
      checkChunk(chunk);
      const read = accessorFor(chunk);
      let steps = 0;
      for (const row of chosenWithin(choice, from, to)) {
        sink.push(isThere(row) ? read(row) : null);
        if (++steps % ROWS_A_STEP === 0) yield progress;
      }
    } catch (thrown) {
      const place = { offset: offsetOf(walk, i), column: column.name, row: from + 1 };
      throw problemAt({ name, format: FORMAT }, place, thrown);
    }
    from = to;
    yield progress;
  }
  yield* typed.add(sink, column.name, progress);
}
