import type { OpenText, RecordBlock, RecordForm, RecordReader } from '../core/record-reader';
import type { Kernels } from './kernels';
import type { TextKernels } from './text-kernels';

type Memory = Pick<Kernels, 'memory' | 'reserve' | 'reset'>;

/** What the cells of one block may take: they stay near the processor. */
const CELL_BYTES = 1 << 19;
const MOST_RECORDS = 8192;
/** Room for the marks of the longest stretch of text that is marked at a time. */
const MARK_BYTES = 4 * 65_664;
/** What kernels may read and write beyond the end. */
const SLACK_BYTES = 64;
const SAW_DECIMALS = 1;
const SAW_MINUS = 2;
const TEXT_KINDS = ['not-utf-8', 'ascii', 'utf-8'] as const;

/** Where everything lies. */
interface Laid {
  readonly textBytes: number;
  readonly columns: number;
  readonly capacity: number;
  readonly text: number;
  readonly marks: number;
  readonly kinds: number;
  readonly cells: number;
  readonly told: number;
  /** The cells of one column of text, packed, and where they end. */
  readonly packed: number;
  readonly ends: number;
}

/** Reads records in kernels of its own, whose memory holds one text and one block of cells. */
export function createRecordReader(kernels: Memory & TextKernels): RecordReader {
  let laid: Laid | undefined;
  let length = 0;
  return {
    open(pieces, { columns, goesOn }): OpenText {
      length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      laid = lay(kernels, laid, { textBytes: length, columns });
      const bytes = new Uint8Array(kernels.memory.buffer, laid.text, length);
      let at = 0;
      for (const piece of pieces) {
        bytes.set(piece, at);
        at += piece.length;
      }
      const kind = TEXT_KINDS[kernels.checkUtf8(laid.text, length, goesOn ? 1 : 0)]!;
      return { bytes, kind };
    },
    read(from, form) {
      if (laid === undefined || laid.columns < form.kinds.length) {
        throw new RangeError('no text was laid out for so many columns');
      }
      return readBlock(kernels, laid, { from, length, form });
    },
  };
}

function lay(
  kernels: Memory,
  laid: Laid | undefined,
  { textBytes, columns }: { readonly textBytes: number; readonly columns: number },
): Laid {
  if (laid && laid.textBytes >= textBytes && laid.columns === columns) return laid;
  const capacity = Math.max(1, Math.min(MOST_RECORDS, Math.floor(CELL_BYTES / (8 * columns))));
  kernels.reset();
  const at = {
    text: kernels.reserve(textBytes + SLACK_BYTES),
    marks: kernels.reserve(MARK_BYTES),
    kinds: kernels.reserve(columns),
    cells: kernels.reserve(columns * capacity * 8),
    told: kernels.reserve(4 + columns * 8),
    packed: kernels.reserve(textBytes + SLACK_BYTES),
    ends: kernels.reserve(capacity * 4),
  };
  if (Object.values(at).includes(0)) throw new RangeError('no room for a piece of text');
  return { textBytes, columns, capacity, ...at };
}

function readBlock(
  kernels: Memory & TextKernels,
  laid: Laid,
  asked: { readonly from: number; readonly length: number; readonly form: RecordForm },
): RecordBlock {
  const { from, length, form } = asked;
  const { delimiter, quote, newline, kinds } = form;
  const { buffer } = kernels.memory;
  const { text, capacity, cells } = laid;
  const columns = kinds.length;
  new Uint8Array(buffer, laid.kinds, columns).set(kinds);
  const told = new Int32Array(buffer, laid.told, 1 + 2 * columns).fill(0);
  const records = kernels.scanRecords(
    text,
    from,
    length,
    delimiter,
    quote,
    newline,
    laid.marks,
    laid.kinds,
    columns,
    cells,
    capacity,
    laid.told,
  );
  const place = (column: number) => cells + column * capacity * 8;
  return {
    records,
    next: told[0]!,
    numbers(column) {
      const flags = told[1 + 2 * column]!;
      return {
        values: new Float64Array(buffer, place(column), records),
        empty: told[2 + 2 * column]!,
        hasDecimals: (flags & SAW_DECIMALS) !== 0,
        hasMinus: (flags & SAW_MINUS) !== 0,
      };
    },
    texts(column) {
      const { packed, ends } = laid;
      const size = kernels.packSpans(text, place(column), records, packed, ends);
      return {
        bytes: new Uint8Array(buffer, packed, size),
        ends: new Uint32Array(buffer, ends, records),
      };
    },
  };
}
