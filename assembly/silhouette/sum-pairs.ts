import { addQuads, lanesBelow, moveLanes, moveRowSums } from './quad';

/** Quads whose distances to a row are added in f32 before f64 takes over. */
const RUN = 16;

/** Quads of rows (a power of two) whose distances to another row are added in f32. */
const STRIPS = 8;

/** Running sums of a run of others, a vector a quad; and of a quad met with itself, not used. */
const otherSums: usize = memory.data(16 * 16, 16);
const nowhere: usize = memory.data(16, 16);

/**
 * Adds to `sumsA` (f64, one a row of `a`) the Euclidean distances to all rows of `b`, and to `sumsB`
 * those of the same pairs for the rows of `b`: each pair is measured once. With `a` = `b` (and
 * `sumsA` = `sumsB`) the pairs are those within. Rows lie in quads; sums have room for whole ones,
 * and those of lanes that stand for no row mean nothing.
 *
 * Distances are f32 from differences, so close rows lose nothing to cancellation. At most 17 of
 * them are added before f64 takes over. Every term is positive, so a sum is right to
 * (columns / 2 + 19) · 2⁻²⁴ of itself whatever the data (difference, square and each addition err
 * by 2⁻²⁴ at most, the root halves what came before); as rounding errs to both sides alike, to
 * about 1e-8 in practice.
 */
export function sumPairs(
  a: usize, b: usize, sumsA: usize, sumsB: usize,
  rowsA: i32, rowsB: i32, columns: i32,
): void {
  const quadBytes = <usize>columns << 4;
  const quadsA = (rowsA + 3) >> 2;
  const quadsB = (rowsB + 3) >> 2;
  const fullB = rowsB >> 2;
  const isOwn = a == b;
  const lastLanes = lanesBelow(rowsB & 3);
  const allLanes = i32x4.splat(-1);
  for (let begin = 0; begin < quadsB; begin += RUN) {
    const end = min(begin + RUN, quadsB);
    const full = min(end, fullB);
    const from = <usize>begin;
    const others = b + from * quadBytes;
    const lanesTo = otherSums + (<usize>(end - begin) << 4);
    const sums = sumsB + (from << 5);
    // Of its own run a quad meets itself and those after it.
    const strips = isOwn ? end : quadsA;
    for (let i = 0; i < strips; i++) {
      const quad = a + <usize>i * quadBytes;
      const rows = min(4, rowsA - (i << 2));
      const isInside = isOwn && i >= begin;
      if (isInside) {
        const own = i < fullB ? allLanes : lastLanes;
        addQuads(quad, quad, quad + quadBytes, nowhere, quadBytes, false, rows, own);
      }
      const first = isInside ? <usize>(i + 1 - begin) : 0;
      const y = others + first * quadBytes;
      const yFull = b + <usize>full * quadBytes;
      const at = otherSums + (first << 4);
      if (rows == 4) addQuads(quad, y, yFull, at, quadBytes, true, 4, allLanes);
      else addQuads(quad, y, yFull, at, quadBytes, false, rows, allLanes);
      if (full < end && !(isInside && i == full)) {
        const rest = otherSums + (<usize>(full - begin) << 4);
        addQuads(quad, yFull, yFull + quadBytes, rest, quadBytes, false, rows, lastLanes);
      }
      moveRowSums(sumsA + (<usize>i << 5));
      if ((i & (STRIPS - 1)) == STRIPS - 1) moveLanes(otherSums, lanesTo, sums);
    }
    moveLanes(otherSums, lanesTo, sums);
  }
}
