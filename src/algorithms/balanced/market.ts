import { select } from './select';
import type { Limits } from './limits';

/** Costs of every row in every cluster (row-major), and how many rows clusters may have. */
export interface Task {
  readonly costs: Float32Array;
  readonly rows: number;
  readonly clusters: number;
  readonly limits: Limits;
}

/** Rows worked on between two pauses. */
const BLOCK_ROWS = 262_144;
/** Price changes a cluster before what is left goes to the repair: of a sample, and of all rows. */
const SAMPLE_CHANGES = 30;
const MOST_CHANGES = 6;
/** Rows that prices are tried on first where there are many more. */
const SAMPLE_ROWS = 40_000;

/**
 * Prices for clusters at which rows, each going where cost plus price is least, nearly keep the
 * limits: those of the linear program of which the balanced assignment is the answer (Bradley,
 * Bennett and Demiriz, 2000), found by changing one price at a time. A cluster that is too large
 * gets the price at which just `most` of its rows would stay; one that is too small the negative
 * price that draws `least`; every other costs nothing. What falls short of the optimum are ties, and
 * prices that would have to change together. `prices` are those to begin with, and are changed; the
 * first of many rows come from a sample. Yields between blocks of rows.
 */
export function* findPrices(
  task: Task,
  prices: Float64Array,
  { isFirst }: { readonly isFirst: boolean },
): Generator<void, void, void> {
  const isLarge = task.rows > 2 * SAMPLE_ROWS;
  if (isLarge && isFirst) yield* settlePrices(sampleOf(task), prices, SAMPLE_CHANGES);
  yield* settlePrices(task, prices, isLarge ? MOST_CHANGES : SAMPLE_CHANGES);
}

/** Every so many rows, with the limits in proportion. */
function sampleOf({ costs, rows, clusters, limits }: Task): Task {
  const chosen = new Float32Array(SAMPLE_ROWS * clusters);
  for (let i = 0; i < SAMPLE_ROWS; i++) {
    const row = Math.floor((i * rows) / SAMPLE_ROWS);
    chosen.set(costs.subarray(row * clusters, (row + 1) * clusters), i * clusters);
  }
  const share = SAMPLE_ROWS / rows;
  const inSample = {
    least: Math.floor(limits.least * share),
    most: Math.ceil(limits.most * share),
  };
  return { costs: chosen, rows: SAMPLE_ROWS, clusters, limits: inSample };
}

function* settlePrices(
  task: Task,
  prices: Float64Array,
  mostChanges: number,
): Generator<void, void, void> {
  const market: Market = {
    ...task,
    prices,
    first: new Int32Array(task.rows),
    second: new Int32Array(task.rows),
  };
  const changes = new Int32Array(task.clusters);
  yield* rank(market, null);
  for (;;) {
    const cluster = mostWrong(market, changes, mostChanges);
    if (cluster < 0) return;
    changes[cluster]!++;
    yield* setPrice(market, cluster);
  }
}

interface Market extends Task {
  readonly prices: Float64Array;
  /** Where each row costs least, and where second least. */
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/**
 * Finds the two cheapest clusters of each row, of equally cheap ones the lower; after a change of one
 * price only of the rows that may see it.
 */
function* rank(market: Market, changed: number | null): Generator<void, void, void> {
  const { rows } = market;
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    for (let row = from; row < Math.min(rows, from + BLOCK_ROWS); row++) {
      if (changed === null || sees(market, row, changed)) rankRow(market, row);
    }
    yield;
  }
}

function sees(market: Market, row: number, cluster: number): boolean {
  const { costs, clusters, prices, first, second } = market;
  const later = second[row]!;
  if (first[row] === cluster || later === cluster) return true;
  const own = costs[row * clusters + cluster]! + prices[cluster]!;
  return own <= costs[row * clusters + later]! + prices[later]!;
}

function rankRow({ costs, clusters, prices, first, second }: Market, row: number): void {
  let best = 0;
  let next = -1;
  let [least, later] = [costs[row * clusters]! + prices[0]!, Infinity];
  for (let c = 1; c < clusters; c++) {
    const cost = costs[row * clusters + c]! + prices[c]!;
    if (cost < least) {
      [next, later] = [best, least];
      [best, least] = [c, cost];
    } else if (cost < later) {
      [next, later] = [c, cost];
    }
  }
  first[row] = best;
  second[row] = next;
}

/** The cluster whose size or price is farthest from right, if it may still change; −1: none. */
function mostWrong(market: Market, changes: Int32Array, mostChanges: number): number {
  const { clusters, limits, prices, first } = market;
  const sizes = new Int32Array(clusters);
  for (const cluster of first) sizes[cluster]!++;
  const wrongOf = (c: number): number => {
    if (changes[c]! >= mostChanges) return 0;
    const size = sizes[c]!;
    const [over, under] = [size - limits.most, limits.least - size];
    // A price is owed to a limit that is reached, and to nothing else.
    const isIdle = prices[c]! > 0 ? -over : prices[c]! < 0 ? -under : 0;
    return Math.max(over, under, isIdle);
  };
  const wrong = Array.from(sizes, (_, c) => wrongOf(c));
  const most = Math.max(...wrong);
  return most > 0 ? wrong.indexOf(most) : -1;
}

/** Gives one cluster the price nearest to none at which its size keeps the limits. */
function* setPrice(market: Market, cluster: number): Generator<void, void, void> {
  const { rows, clusters, costs, limits, prices, first, second } = market;
  // The price up to which each row would stay or come, turned over so that the keenest come first.
  const keenness = new Float64Array(rows);
  let keen = 0;
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    for (let row = from; row < Math.min(rows, from + BLOCK_ROWS); row++) {
      const other = first[row] === cluster ? second[row]! : first[row]!;
      const elsewhere = costs[row * clusters + other]! + prices[other]!;
      const upTo = elsewhere - costs[row * clusters + cluster]!;
      keenness[row] = -upTo;
      if (upTo >= 0) keen++;
    }
    yield;
  }
  const wanted = Math.min(Math.max(keen, limits.least), limits.most);
  prices[cluster] = wanted === keen ? 0 : yield* priceFor(keenness, wanted);
  yield;
  yield* rank(market, cluster);
}

/** The price half-way between that which the last of the wanted rows pays and the next one would. */
function* priceFor(keenness: Float64Array, wanted: number): Generator<void, number, void> {
  yield;
  if (wanted === 0) return -select(keenness, 0) + 1;
  const last = -select(keenness, wanted - 1);
  yield;
  return wanted < keenness.length ? (last - select(keenness, wanted)) / 2 : last;
}
