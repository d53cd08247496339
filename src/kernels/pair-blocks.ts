/** Consecutive rows of one group: which, how many, and the first of them among all rows. */
export interface PairRun {
  readonly group: number;
  readonly begin: number;
  readonly rows: number;
}

/** Consecutive rows, run by run in quads (see `packQuads`), so that they can be sent anywhere. */
export interface PairBlock {
  readonly columns: number;
  readonly runs: readonly PairRun[];
  readonly quads: Float32Array;
}

/**
 * Differences that one pair of blocks is to take, about: some three milliseconds of work, so that a
 * cancel waits no longer, and enough that sending both does not count.
 */
const PAIR_TERMS = 32_000_000;
const MIN_BLOCK_ROWS = 16;

/** What a distance costs beside its columns: root and sums. */
const DISTANCE_COLUMNS = 3;

/** Rows with the room of the quads that hold them. */
export function paddedRows(rows: number): number {
  return Math.ceil(rows / 4) * 4;
}

/** Rows of all runs, each with the room of its quads. */
export function blockRows({ runs }: PairBlock): number {
  return runs.reduce((sum, { rows }) => sum + paddedRows(rows), 0);
}

/**
 * Lays rows out four side by side: value j of a quad at 4 j of its 4 × columns. Places left over in
 * the last quad are 0.
 */
export function packQuads(points: Float32Array, columns: number, into: Float32Array): void {
  const rows = points.length / columns;
  for (let row = 0; row < rows; row++) {
    const start = (row >> 2) * 4 * columns + (row & 3);
    for (let j = 0; j < columns; j++) into[start + j * 4] = points[row * columns + j]!;
  }
}

/**
 * The power of two that brings the largest value to between ½ and 1, so that no square of a
 * difference overflows f32; multiplying by it rounds nothing that matters.
 */
export function unitScale(points: Float32Array): number {
  let largest = 0;
  for (const value of points) largest = Math.max(largest, Math.abs(value));
  let scale = 1;
  while (largest * scale > 1) scale /= 2;
  while (largest > 0 && largest * scale <= 0.5) scale *= 2;
  return scale;
}

/**
 * Cuts rows sorted by group (group g ends before `ends[g]`) into blocks, times `scale`. The cut
 * depends on the sizes only. Pauses by giving them one by one.
 */
export function* cutIntoBlocks(
  points: Float32Array,
  ends: Int32Array,
  { columns, scale }: { readonly columns: number; readonly scale: number },
): Generator<PairBlock, void, void> {
  const rows = points.length / columns;
  const wanted = Math.sqrt(PAIR_TERMS / (columns + DISTANCE_COLUMNS));
  const count = Math.ceil(rows / Math.max(MIN_BLOCK_ROWS, Math.floor(wanted)));
  for (let block = 0; block < count; block++) {
    const from = Math.floor((rows * block) / count);
    const to = Math.floor((rows * (block + 1)) / count);
    const runs = runsBetween(ends, from, to);
    const quads = new Float32Array(blockRows({ columns, runs, quads: points }) * columns);
    let at = 0;
    for (const run of runs) {
      const own = points.subarray(run.begin * columns, (run.begin + run.rows) * columns);
      packQuads(own, columns, quads.subarray(at));
      at += paddedRows(run.rows) * columns;
    }
    if (scale !== 1) for (let i = 0; i < quads.length; i++) quads[i]! *= scale;
    yield { columns, runs, quads };
  }
}

function runsBetween(ends: Int32Array, from: number, to: number): readonly PairRun[] {
  const runs: PairRun[] = [];
  ends.forEach((groupEnd, group) => {
    const begin = Math.max(group === 0 ? 0 : ends[group - 1]!, from);
    const rows = Math.min(groupEnd, to) - begin;
    if (rows > 0) runs.push({ group, begin, rows });
  });
  return runs;
}
