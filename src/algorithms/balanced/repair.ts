import type { Task } from './market';
import { select } from './select';

/** Rows labelled between two pauses. */
const BLOCK_ROWS = 262_144;

/**
 * Labels each row by its cheapest cluster at these prices, and then moves as few rows as it takes to
 * keep the limits to the last row: from clusters that are too large, then into those that are too
 * small, always the row that loses least by it (of equal ones the lower). Yields between blocks and rounds.
 */
export function* assignWithin(task: Task, prices: Float64Array): Generator<void, Int32Array, void> {
  const { rows, clusters, limits } = task;
  const found: Found = { labels: new Int32Array(rows), sizes: new Int32Array(clusters) };
  const all = Array.from({ length: clusters }, (_, c) => c);
  for (let row = 0; row < rows; row++) {
    const label = cheapest(task, prices, { row, among: all });
    found.labels[row] = label;
    found.sizes[label]!++;
    if (row % BLOCK_ROWS === 0) yield;
  }
  const { least, most } = limits;
  yield* moveRows(task, prices, {
    ...found,
    mayLose: (c) => found.sizes[c]! > most,
    mayGain: (c) => found.sizes[c]! < most,
    toMove: (c) => found.sizes[c]! - most,
    isDone: () => found.sizes.every((size) => size <= most),
  });
  yield* moveRows(task, prices, {
    ...found,
    mayLose: (c) => found.sizes[c]! > least,
    mayGain: (c) => found.sizes[c]! < least,
    toMove: () => found.sizes.reduce((sum, size) => sum + Math.max(0, least - size), 0),
    isDone: () => found.sizes.every((size) => size >= least),
  });
  return found.labels;
}

interface Found {
  readonly labels: Int32Array;
  readonly sizes: Int32Array;
}

interface Moves extends Found {
  readonly mayLose: (cluster: number) => boolean;
  readonly mayGain: (cluster: number) => boolean;
  /** Rows of a cluster that may have to leave it, at most. */
  readonly toMove: (cluster: number) => number;
  readonly isDone: () => boolean;
}

/** In rounds, since a target that fills up sends rows elsewhere. */
function* moveRows(task: Task, prices: Float64Array, moves: Moves): Generator<void, void, void> {
  const { labels, sizes, mayLose, mayGain } = moves;
  while (!moves.isDone()) {
    const { rows, targets } = yield* inOrderOfLoss(task, prices, moves);
    yield;
    rows.forEach((row, i) => {
      const [from, to] = [labels[row]!, targets[i]!];
      if (!mayLose(from) || !mayGain(to)) return;
      labels[row] = to;
      sizes[from]!--;
      sizes[to]!++;
    });
    yield;
  }
}

/** Rows that may have to leave, each with its cheapest target, in order of what the move costs. */
function* inOrderOfLoss(
  task: Task,
  prices: Float64Array,
  moves: Moves,
): Generator<void, { readonly rows: Uint32Array; readonly targets: Int32Array }, void> {
  const { labels, sizes } = moves;
  const among = [...sizes.keys()].filter(moves.mayGain);
  const leaving: { row: number; target: number; loss: number }[] = [];
  for (const cluster of [...sizes.keys()].filter(moves.mayLose)) {
    const own = rowsOf(labels, cluster, sizes[cluster]!);
    yield;
    const { targets, losses } = yield* lossesOf(task, prices, { rows: own, cluster, among });
    // No more than these can have to leave.
    const dearest = select(losses.slice(), Math.min(moves.toMove(cluster), own.length) - 1);
    for (let i = 0; i < own.length; i++) {
      const loss = losses[i]!;
      if (loss <= dearest) leaving.push({ row: own[i]!, target: targets[i]!, loss });
    }
    yield;
  }
  leaving.sort((a, b) => a.loss - b.loss || a.row - b.row);
  return {
    rows: Uint32Array.from(leaving, ({ row }) => row),
    targets: Int32Array.from(leaving, ({ target }) => target),
  };
}

function rowsOf(labels: Int32Array, cluster: number, size: number): Uint32Array {
  const rows = new Uint32Array(size);
  let next = 0;
  for (let row = 0; row < labels.length; row++) if (labels[row] === cluster) rows[next++] = row;
  return rows;
}

/** For each row of a cluster its cheapest target, and what it costs more there. */
function* lossesOf(
  task: Task,
  prices: Float64Array,
  leave: {
    readonly rows: Uint32Array;
    readonly cluster: number;
    readonly among: readonly number[];
  },
): Generator<void, { readonly targets: Int32Array; readonly losses: Float64Array }, void> {
  const { costs, clusters } = task;
  const { rows, cluster, among } = leave;
  const targets = new Int32Array(rows.length);
  const losses = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    if (i % BLOCK_ROWS === BLOCK_ROWS - 1) yield;
    const row = rows[i]!;
    const target = cheapest(task, prices, { row, among });
    const there = costs[row * clusters + target]! + prices[target]!;
    targets[i] = target;
    losses[i] = there - (costs[row * clusters + cluster]! + prices[cluster]!);
  }
  return { targets, losses };
}

/** The cluster among these where cost plus price is least; of equal ones the first. */
function cheapest(
  { costs, clusters }: Task,
  prices: Float64Array,
  { row, among }: { readonly row: number; readonly among: readonly number[] },
): number {
  let best = among[0]!;
  let least = Infinity;
  for (const c of among) {
    const cost = costs[row * clusters + c]! + prices[c]!;
    if (cost < least) [best, least] = [c, cost];
  }
  return best;
}
