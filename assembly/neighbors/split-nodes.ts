import { selectRow } from './select-row';
import { boxOf, columnsOf, firstOf, laneColumnsOf, LEAF, nodeAt, nodesOf, orderOf, rowsOf, spanOf } from './tree';

/**
 * Builds nodes from `node` on, in preorder, until `budget` values have been looked at; returns the
 * next node to build. The first and the number of leaves of a node are written when its parent is
 * built (for the root before the first call), and points lie row by row until all nodes are built.
 *
 * A node gets the box around its rows and is cut across its longest side, in the middle of its
 * leaves.
 */
export function splitNodes(tree: usize, node: i32, budget: i32): i32 {
  const columns = columnsOf(tree);
  const nodes = nodesOf(tree);
  const points = load<usize>(tree, 12);
  while (node < nodes && budget > 0) {
    const at = nodeAt(tree, node);
    const first = firstOf(at), span = spanOf(at);
    const from = first * LEAF, to = min(from + span * LEAF, rowsOf(tree));
    const side = surround(points, from, to, columns, boxOf(at), laneColumnsOf(tree));
    budget -= (to - from) * columns;
    if (span > 1) {
      const left = span >> 1;
      selectRow(points, orderOf(tree), from, to, from + left * LEAF, side, columns);
      announce(nodeAt(tree, node + 1), first, left);
      announce(nodeAt(tree, node + 2 * left), first + left, span - left);
    }
    node++;
  }
  return node;
}

function announce(node: usize, first: i32, span: i32): void {
  store<i32>(node, first);
  store<i32>(node, span, 4);
}

/** Writes the box around rows [from, to), lanes beyond the columns 0; returns its longest side. */
function surround(
  points: usize, from: i32, to: i32, columns: i32, box: usize, lanes: i32,
): i32 {
  const stride = <usize>columns << 2;
  const upper = <usize>lanes << 2;
  const begin = points + <usize>from * stride;
  const end = points + <usize>to * stride;
  let widest: f32 = -1;
  let side = 0;
  for (let j = 0; j < columns; j += 4) {
    let least = f32x4.splat(Infinity);
    let most = f32x4.splat(-Infinity);
    // Lanes beyond the last column hold a later row's values; they are cleared below.
    for (let row = begin + (<usize>j << 2); row < end; row += stride) {
      const x = v128.load(row);
      least = f32x4.pmin(least, x);
      most = f32x4.pmax(most, x);
    }
    v128.store(box + (<usize>j << 2), least);
    v128.store(box + (<usize>j << 2) + upper, most);
  }
  for (let j = 0; j < lanes; j++) {
    const at = box + (<usize>j << 2);
    if (j >= columns) {
      store<f32>(at, 0);
      store<f32>(at + upper, 0);
      continue;
    }
    const width = load<f32>(at + upper) - load<f32>(at);
    if (width > widest) {
      widest = width;
      side = j;
    }
  }
  return side;
}
