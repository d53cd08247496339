import type { Matrix } from '../../core/matrix';
import { within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';

export interface UnitRows {
  /** Rows of length one, right to f32. */
  readonly matrix: Matrix;
  /** Which row each was; null: all rows in order. */
  readonly rows: Uint32Array | null;
}

/** Rows fetched and scaled at a time. */
const BLOCK_ROWS = 32_768;

/** Every row divided by its length; rows of length zero, which point nowhere, are left out. */
export async function* unitRows(points: Shards): ShardWork<UnitRows> {
  const { columns } = points;
  const values = new Float32Array(points.rows * columns);
  const rows = new Uint32Array(points.rows);
  let kept = 0;
  for (let from = 0; from < points.rows; from += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, points.rows - from);
    const wanted = Uint32Array.from({ length: count }, (_, i) => from + i);
    const block = yield* within(points.rowsAt(wanted), () => from / points.rows);
    for (let i = 0; i < count; i++) {
      const row = block.subarray(i * columns, (i + 1) * columns);
      if (!scaleInto(values.subarray(kept * columns), row)) continue;
      rows[kept++] = from + i;
    }
  }
  const matrix = { rows: kept, columns, values: values.subarray(0, kept * columns) };
  return { matrix, rows: kept < points.rows ? rows.slice(0, kept) : null };
}

/** Writes the row divided by its length; false when that is zero. */
function scaleInto(into: Float32Array, row: Float32Array): boolean {
  const length = lengthOf(row);
  if (length === 0) return false;
  row.forEach((value, j) => (into[j] = value / length));
  return true;
}

/** Euclidean length; squares of f32 neither vanish nor overflow in f64. */
export function lengthOf(values: ArrayLike<number>): number {
  let square = 0;
  for (let j = 0; j < values.length; j++) square += values[j]! * values[j]!;
  return Math.sqrt(square);
}

/** Row-major lines, each divided by its length; a line without one is taken from `instead`. */
export function unitLines(
  lines: Float64Array,
  columns: number,
  instead: Float64Array,
): Float64Array {
  const scaled = new Float64Array(lines.length);
  for (let start = 0; start < lines.length; start += columns) {
    const line = lines.subarray(start, start + columns);
    const length = lengthOf(line);
    for (let j = 0; j < columns; j++) {
      scaled[start + j] = length > 0 ? line[j]! / length : instead[start + j]!;
    }
  }
  return scaled;
}
