import { boxGap, boxReach } from './box-distance';
import { join, rootOf } from './forest';
import { certain, possible, setRadius } from './radius';
import { nearRows, setCodeRadius } from './scan-codes';
import { rowsNearBox } from './scan-leaf';
import { boxOf, columnsOf, firstOf, laneColumnsOf, LEAF, leafAt, nodeAt, nodeOfLeaf, nodesOf, spanOf } from './tree';

/** What is known of the chosen rows below a node: there are none, or they may be in several sets. */
const NONE: i32 = -2;
const SEVERAL: i32 = -1;

/**
 * Joins chosen rows that lie within the radius of each other: after all leaves, sets of `parents`
 * (i32 by position) are the connected components. `chosen` holds a word of bits for each leaf,
 * `wholes` an i32 for each node, made by `startJoin`: a position of the one set that all chosen
 * rows below are in, or one of the two above. Each pair of leaves is looked at from the lower one,
 * and not at all once both are known to be in the same set; that spares nearly all distances
 * inside a cluster. `walk`, `to` and `budget` are those of `countNear`.
 */
export function joinNear(
  tree: usize, chosen: usize, parents: usize, wholes: usize,
  walk: usize, to: i32, radius: f64, budget: i32,
): void {
  const columns = columnsOf(tree), lanes = laneColumnsOf(tree), nodes = nodesOf(tree);
  setRadius(radius, columns);
  setCodeRadius(tree, radius);
  let leaf = load<i32>(walk);
  let node = load<i32>(walk, 4);
  for (; leaf < to && budget > 0; leaf++, node = -1) {
    if (chosenOf(chosen, leaf) == 0) continue;
    const own = nodeOfLeaf(tree, leaf);
    const box = boxOf(nodeAt(tree, own));
    if (node < 0) {
      if (boxReach(box, box, lanes) <= certain) joinAll(chosen, parents, leaf, leaf, 0);
      else budget -= joinPair(tree, chosen, parents, own, own, wholes);
      lookAgain(tree, chosen, parents, wholes, own);
      // Leaves before this one have been held against it already.
      node = own + 1;
    }
    while (node < nodes && budget > 0) {
      const other = nodeAt(tree, node);
      const first = firstOf(other), span = spanOf(other);
      budget--;
      if (
        wholeOf(wholes, node) == NONE ||
        boxGap(box, boxOf(other), lanes) > possible ||
        isSame(parents, wholeOf(wholes, own), lookAgain(tree, chosen, parents, wholes, node))
      ) {
        node += 2 * span - 1;
        continue;
      }
      if (boxReach(box, boxOf(other), lanes) <= certain) {
        budget -= joinAll(chosen, parents, leaf, first, span);
      } else if (span == 1) {
        budget -= joinPair(tree, chosen, parents, own, node, wholes);
      }
      if (wholeOf(wholes, own) < 0) lookAgain(tree, chosen, parents, wholes, own);
      node++;
    }
    if (node < nodes) break;
  }
  store<i32>(walk, leaf);
  store<i32>(walk, node, 4);
}

/** Makes every position a set of its own, and notes which nodes have no chosen rows. */
export function startJoin(tree: usize, chosen: usize, parents: usize, wholes: usize): void {
  const nodes = nodesOf(tree);
  const positions = (nodes + 1) * (LEAF >> 1);
  for (let i = 0; i < positions; i++) store<i32>(parents + (<usize>i << 2), i);
  // Children come after their parents.
  for (let node = nodes - 1; node >= 0; node--) {
    const at = nodeAt(tree, node);
    const span = spanOf(at);
    const isEmpty = span == 1
      ? chosenOf(chosen, firstOf(at)) == 0
      : wholeOf(wholes, node + 1) == NONE && wholeOf(wholes, node + 2 * (span >> 1)) == NONE;
    store<i32>(wholes + (<usize>node << 2), isEmpty ? NONE : SEVERAL);
  }
}

// @ts-ignore: decorator
@inline
function chosenOf(chosen: usize, leaf: i32): u32 {
  return load<u32>(chosen + (<usize>leaf << 2));
}

// @ts-ignore: decorator
@inline
function wholeOf(wholes: usize, node: i32): i32 {
  return load<i32>(wholes + (<usize>node << 2));
}

/** Whether both are positions, and of one set. */
// @ts-ignore: decorator
@inline
function isSame(parents: usize, a: i32, b: i32): bool {
  return a >= 0 && b >= 0 && rootOf(parents, a) == rootOf(parents, b);
}

/** What is known of a node by now: one set once its rows, or both its children, are of one. */
function lookAgain(tree: usize, chosen: usize, parents: usize, wholes: usize, node: i32): i32 {
  const known = wholeOf(wholes, node);
  if (known != SEVERAL) return known;
  const at = nodeAt(tree, node);
  const span = spanOf(at);
  let found = SEVERAL;
  if (span == 1) {
    const first = firstOf(at) * LEAF;
    const rows = chosenOf(chosen, firstOf(at));
    const one = first + <i32>ctz(rows);
    if (othersThan(parents, one, first, rows) == 0) found = one;
  } else {
    const a = wholeOf(wholes, node + 1), b = wholeOf(wholes, node + 2 * (span >> 1));
    if (a == NONE) found = b;
    else if (b == NONE || isSame(parents, a, b)) found = a;
  }
  store<i32>(wholes + (<usize>node << 2), found);
  return found;
}

/** Those of a leaf's rows that are not in the set of `one`. */
function othersThan(parents: usize, one: i32, first: i32, rows: u32): u32 {
  const root = rootOf(parents, one);
  let others: u32 = 0;
  for (let rest = rows; rest != 0; rest &= rest - 1) {
    if (rootOf(parents, first + <i32>ctz(rest)) != root) others |= rest & (0 - rest);
  }
  return others;
}

/** Joins the chosen rows of a leaf and of a run of leaves, all within reach; returns the cost. */
function joinAll(chosen: usize, parents: usize, leaf: i32, first: i32, span: i32): i32 {
  const one = leaf * LEAF + <i32>ctz(chosenOf(chosen, leaf));
  for (let i = -1; i < span; i++) {
    const next = i < 0 ? leaf : first + i;
    for (let rest = chosenOf(chosen, next); rest != 0; rest &= rest - 1) {
      join(parents, one, next * LEAF + <i32>ctz(rest));
    }
  }
  return (span + 1) * 4;
}

/** Joins chosen rows of two leaves (or of one) within the radius; returns the columns read. */
function joinPair(
  tree: usize, chosen: usize, parents: usize, own: i32, other: i32, wholes: usize,
): i32 {
  const columns = columnsOf(tree), lanes = laneColumnsOf(tree);
  const leaf = firstOf(nodeAt(tree, own)), target = firstOf(nodeAt(tree, other));
  const from = leaf * LEAF, first = target * LEAF;
  const known = wholeOf(wholes, own), sought = wholeOf(wholes, other);
  let left = chosenOf(chosen, target);
  // A row that is in the set already need not be found again.
  if (known >= 0) left = othersThan(parents, known, first, left);
  let near = rowsNearBox(leafAt(tree, leaf), boxOf(nodeAt(tree, other)), lanes, columns);
  near &= chosenOf(chosen, leaf);
  let read = columns;
  for (; near != 0 && left != 0; near &= near - 1) {
    const row = <i32>ctz(near);
    if (sought >= 0 && isSame(parents, from + row, sought)) continue;
    let hits = nearRows(tree, leaf, row, target) & left;
    read += columns;
    if (hits == 0) continue;
    for (; hits != 0; hits &= hits - 1) {
      join(parents, from + row, first + <i32>ctz(hits));
      if (sought >= 0) break;
    }
    if (known >= 0) left = othersThan(parents, known, first, left);
  }
  return read;
}
