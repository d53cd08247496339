/** Rows in a block that is settled or not as a whole. */
const BLOCK: i32 = 16;

/** For each pattern of eight bits: the places of those that are set, a byte each. */
const places: usize = memory.data(256 * 8, 16);
for (let pattern = 0; pattern < 256; pattern++) {
  let at = places + (<usize>pattern << 3);
  for (let bit = 0; bit < 8; bit++) {
    if (((pattern >> bit) & 1) === 0) continue;
    store<u8>(at, bit);
    at++;
  }
}

/**
 * Lists the rows of [from, to) whose slack is not above `drift`, in order, and returns how many;
 * `from` is a multiple of 16. Like `listUnsettled`, but with one drift for all labels: what the two
 * fastest centroids have moved, which is Hamerly's (2010) bound. It lists some rows more and reads
 * four bytes a row, four rows at a time. `slacks` ends with Infinity up to a multiple of 16, and
 * `rows` has room for eight more than there are.
 *
 * A block of 16 rows keeps the least slack of its rows: while that is above, none is looked at.
 */
export function listBelow(
  slacks: usize, blocks: usize, rows: usize,
  from: i32, to: i32, drift: f32,
): i32 {
  const limit = f32x4.splat(drift);
  let end = rows;
  for (let i = from; i < to; i += BLOCK) {
    const block = blocks + (<usize>(i / BLOCK) << 2);
    if (load<f32>(block) > drift) continue;
    const at = slacks + (<usize>i << 2);
    const a = v128.load(at), b = v128.load(at, 16);
    const c = v128.load(at, 32), d = v128.load(at, 48);
    // A slack that is no number settles nothing.
    const settledLow = bitmaskOfEight(f32x4.gt(a, limit), f32x4.gt(b, limit));
    const settledHigh = bitmaskOfEight(f32x4.gt(c, limit), f32x4.gt(d, limit));
    if ((settledLow & settledHigh) === 0xff) {
      store<f32>(block, leastOf(f32x4.pmin(f32x4.pmin(a, b), f32x4.pmin(c, d))));
      continue;
    }
    end = listEight(end, i, settledLow ^ 0xff);
    end = listEight(end, i + 8, settledHigh ^ 0xff);
    // What these rows get is known only when they have been looked at.
    store<f32>(block, 0);
  }
  return <i32>((end - rows) >> 2);
}

// @ts-ignore: decorator
@inline
function bitmaskOfEight(a: v128, b: v128): i32 {
  return i32x4.bitmask(a) | (i32x4.bitmask(b) << 4);
}

// @ts-ignore: decorator
@inline
function leastOf(four: v128): f32 {
  const two = f32x4.pmin(four, v128.shuffle<f32>(four, four, 2, 3, 0, 1));
  return min<f32>(f32x4.extract_lane(two, 0), f32x4.extract_lane(two, 1));
}

/** Writes which of eight rows are set, without a branch, and returns where the next ones go. */
// @ts-ignore: decorator
@inline
function listEight(end: usize, first: i32, set: i32): usize {
  const bytes = v128.load64_zero(places + (<usize>set << 3));
  const shorts = i16x8.extend_low_i8x16_u(bytes);
  const base = i32x4.splat(first);
  v128.store(end, i32x4.add(i32x4.extend_low_i16x8_u(shorts), base));
  v128.store(end, i32x4.add(i32x4.extend_high_i16x8_u(shorts), base), 16);
  return end + (<usize>popcnt<i32>(set) << 2);
}
