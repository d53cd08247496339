import { pointGap } from './box-distance';
import { encodeRow, squareOf } from './row-codes';
import { codesAreFine, scanCodes, setCodeRadius } from './scan-codes';
import { scanLeaf, squaredDistance } from './scan-leaf';
import { boxOf, columnsOf, firstOf, laneColumnsOf, LEAF, leafAt, membersOf, hasCodes, nodeAt, nodesOf, orderOf, pointCodesOf, spanOf, unitOf } from './tree';

/** Half the spacing of f32 at 1. */
const ROUNDING: f64 = 1.0 / <f64>(1 << 24);

/**
 * Finds the `count` rows nearest to each of the points [from, to) by squared distances in f64,
 * nearest first, of equally near rows the lower first; there must be as many rows. Points are
 * row-major f32 with room for whole vectors, the rest zeros. Writes the squared distances (f64)
 * and the rows (i32), `count` a point.
 *
 * A point first goes down the tree to its side of every cut, as long as there are rows enough
 * below; it is held against all of them, and then against every other node that is not too far.
 */
export function nearestRows(
  tree: usize, points: usize, distances: usize, found: usize, from: i32, to: i32, count: i32,
): void {
  const lanes = laneColumnsOf(tree), nodes = nodesOf(tree);
  for (let i = from; i < to; i++) {
    const point = points + (<usize>i * <usize>lanes << 2);
    const near = distances + (<usize>i * <usize>count << 3);
    const rows = found + (<usize>i * <usize>count << 2);
    for (let j = 0; j < count; j++) {
      store<f64>(near + (<usize>j << 3), Infinity);
      store<i32>(rows + (<usize>j << 2), i32.MAX_VALUE);
    }
    encodePoint(tree, point);
    const home = homeOf(tree, point, count);
    const span = spanOf(nodeAt(tree, home));
    lookBelow(tree, point, home, home + 2 * span - 1, near, rows, count);
    lookBelow(tree, point, 0, home, near, rows, count);
    lookBelow(tree, point, home + 2 * span - 1, nodes, near, rows, count);
  }
}

/** Half the squared norm of the present point in steps; −1 where it has no codes. */
let pointHalf: i32 = -1;

/** Writes the point as codes, if rows are there as codes and it is no longer than these. */
function encodePoint(tree: usize, point: usize): void {
  pointHalf = -1;
  if (!hasCodes(tree)) return;
  const columns = columnsOf(tree), unit = unitOf(tree);
  // The longest row is as long, see `chooseUnit`.
  const most = 32766.0 - Math.sqrt(<f64>columns);
  if (Math.sqrt(squareOf(point, 4, columns)) > most * unit) return;
  const codes = pointCodesOf(tree);
  memory.fill(codes, 0, <usize>(columns + 1) << 1);
  pointHalf = encodeRow(point, 4, codes, 4, columns, unit);
}

/** The lowest node on the way down towards the point that has twice the rows wanted. */
function homeOf(tree: usize, point: usize, count: i32): i32 {
  const lanes = laneColumnsOf(tree);
  let node = 0;
  while (true) {
    const span = spanOf(nodeAt(tree, node));
    if (span == 1 || (span >> 1) * LEAF < 2 * count) return node;
    const left = node + 1, right = node + 2 * (span >> 1);
    const toLeft = pointGap(point, boxOf(nodeAt(tree, left)), lanes);
    const toRight = pointGap(point, boxOf(nodeAt(tree, right)), lanes);
    node = toLeft <= toRight ? left : right;
  }
}

/** Holds a point against nodes [node, end) of the walk. Nodes that hold `end` are opened. */
function lookBelow(
  tree: usize, point: usize, node: i32, end: i32, near: usize, rows: usize, count: i32,
): void {
  const lanes = laneColumnsOf(tree);
  const last = near + (<usize>(count - 1) << 3);
  while (node < end) {
    const at = nodeAt(tree, node);
    const span = spanOf(at);
    if (pointGap(point, boxOf(at), lanes) > limitOf(load<f64>(last), columnsOf(tree))) {
      node += 2 * span - 1;
      continue;
    }
    if (span == 1) lookInLeaf(tree, point, firstOf(at), near, rows, count);
    node++;
  }
}

/** What a squared distance in f32 cannot be above when in f64 it is not above `most`. */
// @ts-ignore: decorator
@inline
function limitOf(most: f64, columns: i32): f32 {
  // Squares below the least term may have lost digits in f32; see `setRadius`.
  return <f32>max(most * (1 + <f64>(columns + 8) * ROUNDING), 1e-30);
}

function lookInLeaf(
  tree: usize, point: usize, leaf: i32, near: usize, rows: usize, count: i32,
): void {
  const columns = columnsOf(tree);
  const last = near + (<usize>(count - 1) << 3);
  const at = leafAt(tree, leaf);
  if (pointHalf >= 0) setCodeRadius(tree, Math.sqrt(load<f64>(last)));
  let candidates = pointHalf >= 0 && codesAreFine()
    ? scanCodes(tree, pointCodesOf(tree), 4, pointHalf, leaf)
    : scanLeaf(point, 4, at, columns, limitOf(load<f64>(last), columns));
  for (candidates &= membersOf(tree, leaf); candidates != 0; candidates &= candidates - 1) {
    const place = ctz(candidates);
    const distance = squaredDistance(point, 4, at + (<usize>place << 2), columns);
    const row = load<i32>(orderOf(tree) + (<usize>(leaf * LEAF + <i32>place) << 2));
    insert(near, rows, count, distance, row);
  }
}

/** Puts a row where it belongs among the nearest; the last one goes. */
function insert(near: usize, rows: usize, count: i32, distance: f64, row: i32): void {
  let i = count;
  while (i > 0) {
    const before = load<f64>(near + (<usize>(i - 1) << 3));
    const other = load<i32>(rows + (<usize>(i - 1) << 2));
    if (before < distance || (before == distance && other < row)) break;
    if (i < count) {
      store<f64>(near + (<usize>i << 3), before);
      store<i32>(rows + (<usize>i << 2), other);
    }
    i--;
  }
  if (i == count) return;
  store<f64>(near + (<usize>i << 3), distance);
  store<i32>(rows + (<usize>i << 2), row);
}
