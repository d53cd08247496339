import { Problem } from '../core/problem';
import type { Kernels } from './kernels';

/** Where the arrays of one shard lie in the memory of its kernels. */
export interface ShardMemory {
  readonly rows: number;
  readonly columns: number;
  readonly points: number;
  /** Two buffers of labels: one in force, one being written. */
  readonly labels: readonly [number, number];
  /** An f64 a row; reserved on first use. */
  readonly rowNumbers: () => number;
  /** What `assign` keeps; reserved on first use. */
  readonly tracking: () => TrackingMemory;
  /** Room that stays: reserved on first use of a name, again when more is wanted. */
  readonly kept: (name: string, bytes: number) => number;
  /** Room for a few small arrays, good until the next call. */
  readonly scratch: (sizes: readonly number[]) => readonly number[];
}

/** Rows that are listed and assigned at a time. */
export const LIST_ROWS = 4096;

/** Beyond this part of the rows, copying all labels is quicker than those that moved. */
const TRAIL_SHARE = 8;

/** What is kept of each row between assignments, and lists of rows. */
export interface TrackingMemory {
  /** An f32 a row, up to a multiple of 16. */
  readonly slacks: number;
  /** An f32 for 16 rows. */
  readonly blocks: number;
  /** For `LIST_ROWS` rows each, and eight more. */
  readonly list: number;
  readonly found: number;
  /** Rows that moved in the last step, at most `trailRows`. */
  readonly trail: number;
  readonly trailRows: number;
  readonly steps: number;
}

const MEMORY_LIMIT_BYTES = 2 ** 32;

/** Reserves bytes; throws `table-too-large` when 32-bit memory or the machine has no more. */
export function reserveOrRefuse(
  kernels: Kernels,
  bytes: number,
  size: { readonly rows: number; readonly columns: number },
): number {
  const at = bytes < MEMORY_LIMIT_BYTES ? kernels.reserve(bytes) : 0;
  if (at !== 0) return at;
  throw new Problem('table-too-large', {
    rows: size.rows,
    features: size.columns,
    limitBytes: MEMORY_LIMIT_BYTES,
  });
}

function reserveTracking(
  reserve: (bytes: number) => number,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): TrackingMemory {
  const trailRows = Math.ceil(rows / TRAIL_SHARE);
  return {
    slacks: reserve(Math.ceil(rows / 16) * 64),
    blocks: reserve(Math.ceil(rows / 16) * 4),
    list: reserve((LIST_ROWS + 8) * 4),
    found: reserve((LIST_ROWS + 8) * 4),
    trail: reserve(trailRows * 4),
    trailRows,
    steps: reserve(columns * 16),
  };
}

/** Room by name. */
function keep(reserve: (bytes: number) => number): ShardMemory['kept'] {
  const keeping = new Map<string, { readonly at: number; readonly bytes: number }>();
  return (name, bytes) => {
    const known = keeping.get(name);
    if (known && known.bytes >= bytes) return known.at;
    const at = reserve(bytes);
    keeping.set(name, { at, bytes });
    return at;
  };
}

/** Copies the points of a shard into kernel memory and lays out what belongs to them. */
export function createShardMemory(
  kernels: Kernels,
  values: Float32Array,
  columns: number,
): ShardMemory {
  const size = { rows: values.length / columns, columns };
  const reserve = (bytes: number): number => reserveOrRefuse(kernels, bytes, size);
  const points = reserve(values.byteLength);
  const labels = [reserve(size.rows * 4), reserve(size.rows * 4)] as const;
  let rowNumbersAt = 0;
  let tracking: TrackingMemory | undefined;
  let free = { at: 0, bytes: 0 };
  new Float32Array(kernels.memory.buffer, points, values.length).set(values);
  // No label is in force yet: with −2 every row of the first assignment counts as changed.
  for (const at of labels) new Int32Array(kernels.memory.buffer, at, size.rows).fill(-2);

  return {
    ...size,
    points,
    labels,
    rowNumbers() {
      if (rowNumbersAt === 0) rowNumbersAt = reserve(size.rows * 8);
      return rowNumbersAt;
    },
    tracking() {
      tracking ??= reserveTracking(reserve, size);
      return tracking;
    },
    kept: keep(reserve),
    scratch(sizes) {
      const bytes = sizes.reduce((total, wanted) => total + wanted + 64, 0);
      if (bytes > free.bytes) free = { at: reserve(bytes), bytes };
      let next = free.at;
      return sizes.map((wanted) => {
        const at = next;
        next += Math.ceil(wanted / 64) * 64;
        return at;
      });
    },
  };
}
