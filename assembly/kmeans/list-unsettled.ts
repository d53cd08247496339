/** Rows in a block that is settled or not as a whole. */
const BLOCK: i32 = 16;
/** A block's bound is lowered by this share, which covers the roundings of computing it. */
const LOWERED: f32 = 1.0 - 1.0 / <f32>(1 << 20);

/**
 * Lists the rows of [from, to) whose label may have changed, in order, and returns how many;
 * `from` is a multiple of 16.
 *
 * A row's label stays while its second nearest centroid cannot have come as near as its nearest
 * one: Hamerly (2010) keeps a lower bound of the one distance and an upper bound of the other and
 * adds to them what centroids move. Only their difference matters, so that one number a row is
 * enough: the difference when the row was last looked at, plus what had drifted by then. Drifts are
 * sums over iterations of the move of a label's centroid and of the fastest other one; the row is
 * settled while its number is above the present drift of its label, and costs no arithmetic.
 *
 * A block of 16 rows keeps the least that its rows have left, plus `drift`, the drift of the worst
 * label; while that is above the present one the block is not looked into.
 */
export function listUnsettled(
  slacks: usize, labels: usize, drifts: usize, blocks: usize, rows: usize,
  from: i32, to: i32, drift: f32,
): i32 {
  let count = 0;
  for (let i = from; i < to; i += BLOCK) {
    const block = blocks + (<usize>(i / BLOCK) << 2);
    if (load<f32>(block) > drift) continue;
    const before = count;
    const end = min(i + BLOCK, to);
    let least: f32 = Infinity;
    for (let row = i; row < end; row++) {
      const label = load<i32>(labels + (<usize>row << 2));
      const left = load<f32>(slacks + (<usize>row << 2)) - load<f32>(drifts + (<usize>label << 2));
      least = min<f32>(least, left);
      store<i32>(rows + (<usize>count << 2), row);
      // Without a branch: which rows are settled is hard to predict. A bound that is no number
      // settles nothing.
      count += select<i32>(0, 1, left > 0);
    }
    store<f32>(block, count === before ? (least + drift) * LOWERED : 0);
  }
  return count;
}
