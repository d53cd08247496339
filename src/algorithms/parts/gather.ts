import { within } from '../../core/shard-work';
import type { Matrix } from '../../core/matrix';
import type { Shards, ShardWork } from '../../core/shards';

/** Rows fetched at a time: few enough that none of it holds up a cancel. */
const BLOCK_ROWS = 32_768;

/** The values of these rows as a matrix of their own, in the order given. */
export async function* gatherRows(points: Shards, rows: Uint32Array): ShardWork<Matrix> {
  const { columns } = points;
  const values = new Float32Array(rows.length * columns);
  for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
    const block = rows.subarray(from, from + BLOCK_ROWS);
    const share = from / rows.length;
    values.set(yield* within(points.rowsAt(block), () => share), from * columns);
  }
  return { rows: rows.length, columns, values };
}
