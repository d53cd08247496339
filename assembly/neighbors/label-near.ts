import { boxGap } from './box-distance';
import { possible, setRadius } from './radius';
import { nearRows, setCodeRadius } from './scan-codes';
import { rowsNearBox } from './scan-leaf';
import { boxOf, columnsOf, firstOf, laneColumnsOf, leafAt, membersOf, nodeAt, nodeOfLeaf, nodesOf, spanOf } from './tree';

/** Larger than any label. */
const NO_LABEL: i32 = i32.MAX_VALUE;

/**
 * Finds for each unlabelled row (label −1) of leaves up to `to` the least label of a row within the
 * radius, and writes it to the row's place of `found`, −1 when there is none; `labels` and `found`
 * are i32 by position. `leasts` is made by `leastLabels`. `walk`, `to` and `budget` are those of
 * `countNear`.
 */
export function labelNear(
  tree: usize, labels: usize, leasts: usize, found: usize,
  walk: usize, to: i32, radius: f64, budget: i32,
): void {
  const columns = columnsOf(tree), lanes = laneColumnsOf(tree), nodes = nodesOf(tree);
  setRadius(radius, columns);
  setCodeRadius(tree, radius);
  let leaf = load<i32>(walk);
  let node = load<i32>(walk, 4);
  for (; leaf < to && budget > 0; leaf++, node = -1) {
    const at = found + (<usize>leaf << 7);
    const box = boxOf(nodeAt(tree, nodeOfLeaf(tree, leaf)));
    const rows = unlabelled(labels + (<usize>leaf << 7)) & membersOf(tree, leaf);
    if (node < 0) {
      fillWords(at, -1);
      node = 0;
    }
    if (rows == 0) continue;
    while (node < nodes && budget > 0) {
      const other = nodeAt(tree, node);
      const span = spanOf(other);
      const least = load<i32>(leasts + (<usize>node << 2));
      budget--;
      if (least == NO_LABEL || boxGap(box, boxOf(other), lanes) > possible) {
        node += 2 * span - 1;
        continue;
      }
      if (span == 1) {
        let near = rowsNearBox(leafAt(tree, leaf), boxOf(other), lanes, columns) & rows;
        budget -= columns;
        for (; near != 0; near &= near - 1) {
          const row = ctz(near);
          budget -= lowerLabel(tree, leaf, <i32>row, firstOf(other), least, labels, at);
        }
      }
      node++;
    }
    if (node < nodes) break;
  }
  store<i32>(walk, leaf);
  store<i32>(walk, node, 4);
}

/** Writes for each node the least label below it, `NO_LABEL` where there is none. */
export function leastLabels(tree: usize, labels: usize, leasts: usize): void {
  for (let node = nodesOf(tree) - 1; node >= 0; node--) {
    const at = nodeAt(tree, node);
    const span = spanOf(at);
    let least = NO_LABEL;
    if (span > 1) {
      const right = node + 2 * (span >> 1);
      least = min(load<i32>(leasts + (<usize>(node + 1) << 2)), load<i32>(leasts + (<usize>right << 2)));
    } else {
      const begin = labels + (<usize>firstOf(at) << 7);
      for (let i: usize = 0; i < 128; i += 4) {
        const label = load<i32>(begin + i);
        if (label >= 0) least = min(least, label);
      }
    }
    store<i32>(leasts + (<usize>node << 2), least);
  }
}

/** Looks in one leaf for a lower label for one row; returns the columns read. */
function lowerLabel(
  tree: usize, leaf: i32, row: i32, other: i32, least: i32, labels: usize, found: usize,
): i32 {
  const place = found + (<usize>row << 2);
  // As an unsigned number, −1 is above every label.
  let best = load<u32>(place);
  if (best <= <u32>least) return 0;
  const theirs = labels + (<usize>other << 7);
  let near = nearRows(tree, leaf, row, other) & membersOf(tree, other);
  for (; near != 0; near &= near - 1) {
    best = min(best, load<u32>(theirs + (<usize>ctz(near) << 2)));
  }
  store<u32>(place, best);
  return columnsOf(tree);
}

function unlabelled(labels: usize): u32 {
  let bits: u32 = 0;
  for (let i: usize = 0; i < 32; i += 4) {
    const isOpen = i32x4.lt_s(v128.load(labels + (i << 2)), i32x4.splat(0));
    bits |= <u32>i32x4.bitmask(isOpen) << <u32>i;
  }
  return bits;
}

function fillWords(at: usize, value: i32): void {
  for (let i: usize = 0; i < 128; i += 16) v128.store(at + i, i32x4.splat(value));
}
