import type { RecordBlock, RecordForm, RecordReader } from '../core/record-reader';
import type { Kernels } from './kernels';
import type { TextKernels } from './text-kernels';

type Memory = Pick<Kernels, 'memory' | 'reserve' | 'reset'>;

/** What the cells of one block may take: they stay near the processor. */
const CELL_BYTES = 1 << 20;
const MOST_RECORDS = 8192;

/** Where everything lies. */
interface Laid {
  readonly textBytes: number;
  readonly columns: number;
  readonly capacity: number;
  readonly text: number;
  readonly kinds: number;
  readonly cells: number;
  readonly told: number;
}

/** Reads records in kernels of its own, whose memory holds one text and one block of cells. */
export function createRecordReader(kernels: Memory & TextKernels): RecordReader {
  let laid: Laid | undefined;
  let length = 0;

  function lay(textBytes: number, columns: number): Laid {
    if (laid && laid.textBytes >= textBytes && laid.columns >= columns) return laid;
    const kept = laid && new Uint8Array(kernels.memory.buffer, laid.text, length).slice();
    laid = layOut(kernels, textBytes, columns);
    if (kept) new Uint8Array(kernels.memory.buffer, laid.text, kept.length).set(kept);
    return laid;
  }

  return {
    open(text) {
      length = 0;
      const { text: at } = lay(text.length, laid?.columns ?? 1);
      length = text.length;
      const bytes = new Uint8Array(kernels.memory.buffer, at, length + 1);
      bytes.set(text);
      bytes[length] = 0;
      return kernels.isAscii(at, length) === 1;
    },
    read: (from, form) =>
      readBlock(kernels, lay(length, form.kinds.length), { from, length, form }),
  };
}

function layOut(kernels: Memory, textBytes: number, columns: number): Laid {
  const capacity = Math.max(1, Math.min(MOST_RECORDS, Math.floor(CELL_BYTES / (8 * columns))));
  kernels.reset();
  const at = {
    text: kernels.reserve(textBytes + 64),
    kinds: kernels.reserve(columns),
    cells: kernels.reserve(columns * capacity * 8),
    told: kernels.reserve(4 + columns * 4),
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
  const told = new Int32Array(buffer, laid.told, 1 + columns).fill(0);
  const records = kernels.scanRecords(
    text,
    from,
    length,
    delimiter,
    quote,
    newline,
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
    numbers: (column) => new Float64Array(buffer, place(column), records),
    spans: (column) => new Int32Array(buffer, place(column), 2 * records),
    hasDecimals: (column) => told[1 + column] === 1,
  };
}
