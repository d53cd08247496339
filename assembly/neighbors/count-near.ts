import { boxGap, boxReach } from './box-distance';
import { certain, possible, setRadius } from './radius';
import { nearRows, setCodeRadius } from './scan-codes';
import { rowsNearBox } from './scan-leaf';
import { boxOf, columnsOf, firstOf, laneColumnsOf, LEAF, leafAt, membersOf, nodeAt, nodeOfLeaf, nodesOf, rowsOf, spanOf } from './tree';

/**
 * Counts for the rows of leaves up to `to` how many rows lie within the radius, each itself
 * included, into `counts` (i32 by position); stops counting for a row at `enough`, which may leave
 * a little more. `walk` says where to go on: a leaf, and the next node to hold it against (−1: not
 * begun). Returns when the leaf is `to`, or when about `budget` columns of leaves have been read.
 */
export function countNear(
  tree: usize, counts: usize, walk: usize, to: i32, radius: f64, enough: i32, budget: i32,
): void {
  const columns = columnsOf(tree), lanes = laneColumnsOf(tree), nodes = nodesOf(tree);
  setRadius(radius, columns);
  setCodeRadius(tree, radius);
  let leaf = load<i32>(walk);
  let node = load<i32>(walk, 4);
  for (; leaf < to && budget > 0; leaf++, node = -1) {
    const at = counts + (<usize>leaf << 7);
    if (node < 0) {
      memory.fill(at, 0, 128);
      budget -= countPair(tree, leaf, leaf, membersOf(tree, leaf), at);
      node = 0;
    }
    const box = boxOf(nodeAt(tree, nodeOfLeaf(tree, leaf)));
    let open = openRows(at, enough) & membersOf(tree, leaf);
    while (node < nodes && open != 0 && budget > 0) {
      const other = nodeAt(tree, node);
      const first = firstOf(other), span = spanOf(other);
      budget--;
      if (boxGap(box, boxOf(other), lanes) > possible) {
        node += 2 * span - 1;
        continue;
      }
      const isOwn = first <= leaf && leaf < first + span;
      if (!isOwn && boxReach(box, boxOf(other), lanes) <= certain) {
        addToAll(at, min(span * LEAF, rowsOf(tree) - first * LEAF));
        open &= openRows(at, enough);
        node += 2 * span - 1;
        continue;
      }
      if (span == 1 && !isOwn) {
        const near = rowsNearBox(leafAt(tree, leaf), boxOf(other), lanes, columns) & open;
        budget -= countPair(tree, leaf, first, near, at) + columns;
        open &= openRows(at, enough);
      }
      node++;
    }
    if (node < nodes && open != 0) break;
  }
  store<i32>(walk, leaf);
  store<i32>(walk, node, 4);
}

/** Adds for these rows of a leaf what another has within the radius; returns the columns read. */
function countPair(tree: usize, leaf: i32, other: i32, rows: u32, counts: usize): i32 {
  const read = popcnt(rows) * columnsOf(tree);
  for (; rows != 0; rows &= rows - 1) {
    const row = ctz(rows);
    const place = counts + (<usize>row << 2);
    store<i32>(place, load<i32>(place) + popcnt(nearRows(tree, leaf, row, other)));
  }
  return read;
}

function addToAll(counts: usize, rows: i32): void {
  for (let i: usize = 0; i < 128; i += 16) {
    v128.store(counts + i, i32x4.add(v128.load(counts + i), i32x4.splat(rows)));
  }
}

/** The rows, as bits, that have not counted enough. */
function openRows(counts: usize, enough: i32): u32 {
  let bits: u32 = 0;
  for (let i: usize = 0; i < 32; i += 4) {
    const isOpen = i32x4.lt_s(v128.load(counts + (i << 2)), i32x4.splat(enough));
    bits |= <u32>i32x4.bitmask(isOpen) << <u32>i;
  }
  return bits;
}
