import type { Matrix } from '../core/matrix';
import { neighborBytes, type Nearest, type Neighbors } from '../core/neighbors';
import { Problem } from '../core/problem';
import { within } from '../core/shard-work';
import type { ShardWork } from '../core/shards';
import { LEAF_ROWS } from './neighbor-kernels';
import { runLanes, walkLeaves, type Lane } from './neighbor-lanes';
import type { Crew, NeighborAnswers, NeighborCommand } from './neighbor-requests';
import { numberSets, parentsOf } from './neighbor-sets';

/** What all members together may take, beside the 2 GB that a table may need in all. */
const LIMIT_BYTES = 2 ** 30;
/** Values that are sent in one message. */
const SENT_VALUES = 1_000_000;
/** Distances that a message of nearest rows asks for at most, were every row looked at. */
const NEAREST_TERMS = 20_000_000;

/** Everyone has the tree, and this is the order of its rows. */
interface Ready {
  readonly crew: Crew;
  readonly members: number;
  readonly leaves: number;
  readonly order: Int32Array;
}

/** The port to neighbours over whoever knows all rows. Nothing is sent before the first question. */
export function createNeighbors(matrix: Matrix, crew: Crew): Neighbors {
  let ready: Ready | undefined;
  /** The share of the work that making the tree is counted for. */
  async function* prepared(): ShardWork<Ready> {
    ready ??= yield* prepare(matrix, crew);
    return ready;
  }
  return {
    nearest: (points, count) => after(prepared(), (all) => nearest(all, matrix, points, count)),
    count: (radius, enough) => after(prepared(), (all) => count(all, radius, enough)),
    components: (radius, chosen) => after(prepared(), (all) => components(all, radius, chosen)),
    spreadLabels: (radius, labels) => after(prepared(), (all) => spreadLabels(all, radius, labels)),
  };
}

/** The share of a first question that making the tree counts for. */
const TREE_SHARE = 0.2;

async function* after<T>(
  first: ShardWork<Ready>,
  then: (ready: Ready) => ShardWork<T>,
): ShardWork<T> {
  const ready = yield* within(first, (share) => share * TREE_SHARE);
  return yield* within(then(ready), (share) => TREE_SHARE + (1 - TREE_SHARE) * share);
}

/** Sends all rows to as many members as may hold them, and has each build the tree. */
async function* prepare({ rows, columns, values }: Matrix, crew: Crew): ShardWork<Ready> {
  const members = Math.min(crew.size, Math.floor(LIMIT_BYTES / neighborBytes(rows, columns)));
  if (members === 0) {
    throw new Problem('table-too-large', { rows, features: columns, limitBytes: LIMIT_BYTES });
  }
  const block = Math.max(1, Math.floor(SENT_VALUES / columns));
  const shares = new Array<number>(members).fill(0);
  function* lane(member: number): Lane {
    yield { kind: 'start-tree', rows, columns };
    for (let first = 0; first < rows; first += block) {
      const part = values.slice(first * columns, (first + block) * columns);
      yield { kind: 'add-rows', first, values: part };
    }
    // Building is answered by the share done.
    while (shares[member]! < 1) shares[member] = (yield { kind: 'build-tree' }) as number;
  }
  const lanes = Array.from({ length: members }, (_, member) => lane(member));
  yield* runLanes(crew, lanes, () => Math.min(...shares));
  const order = (await crew.ask(0, { kind: 'order' })) as NeighborAnswers['order'];
  yield 1;
  return { crew, members, leaves: Math.ceil(rows / LEAF_ROWS), order };
}

async function* count(ready: Ready, radius: number, enough: number): ShardWork<Int32Array> {
  const counts = new Int32Array(ready.order.length);
  const onFound = (from: number, found: Int32Array): void => {
    toRows(ready, from, found, counts);
  };
  const walk = { of: 'count', radius, enough } as const;
  yield* walkLeaves(ready.crew, ready, { walk, onFound });
  return counts;
}

/** Puts what was found by position, from leaf `from` on, where the rows are. */
function toRows({ order }: Ready, from: number, found: Int32Array, byRow: Int32Array): void {
  const first = from * LEAF_ROWS;
  const end = Math.min(found.length, order.length - first);
  for (let i = 0; i < end; i++) byRow[order[first + i]!] = found[i]!;
}

async function* components(
  ready: Ready,
  radius: number,
  chosen: Uint8Array,
): ShardWork<Int32Array> {
  const { crew, members, leaves, order } = ready;
  const bits = new Uint32Array(leaves);
  for (let i = 0; i < order.length; i++) {
    if (chosen[order[i]!]) bits[i >> 5]! |= 1 << (i & 31);
  }
  yield 0;
  yield* tellAll(ready, () => ({ kind: 'choose', chosen: bits.slice() }));
  yield* walkLeaves(crew, ready, { walk: { of: 'join', radius } });
  const sets = parentsOf(leaves * LEAF_ROWS);
  for (let member = 0; member < members; member++) {
    const parents = (await crew.ask(member, { kind: 'parents' })) as NeighborAnswers['parents'];
    yield* within(sets.add(parents), () => 1);
  }
  return yield* within(numberSets(sets, order, chosen), () => 1);
}

async function* spreadLabels(
  ready: Ready,
  radius: number,
  labels: Int32Array,
): ShardWork<Int32Array> {
  const { crew, order } = ready;
  const spread = labels.slice();
  const byPosition = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) byPosition[i] = labels[order[i]!]!;
  yield 0;
  yield* tellAll(ready, () => ({ kind: 'set-labels', labels: byPosition.slice() }));
  const onFound = (from: number, found: Int32Array): void => {
    const first = from * LEAF_ROWS;
    const end = Math.min(found.length, order.length - first);
    for (let i = 0; i < end; i++) {
      const row = order[first + i]!;
      if (spread[row]! < 0) spread[row] = found[i]!;
    }
  };
  yield* walkLeaves(crew, ready, { walk: { of: 'label', radius }, onFound });
  return spread;
}

/** Gives every member a command of its own, as its buffers are moved. */
function tellAll({ crew, members }: Ready, command: () => NeighborCommand): ShardWork<void> {
  function* lane(): Lane {
    yield command();
  }
  return runLanes(crew, Array.from({ length: members }, lane), () => 0);
}

async function* nearest(
  { crew, members }: Ready,
  { rows, columns }: Matrix,
  points: Float32Array,
  count: number,
): ShardWork<Nearest> {
  const asked = points.length / columns;
  const wanted = Math.min(count, rows);
  const found = new Int32Array(asked * wanted);
  const squaredDistances = new Float64Array(asked * wanted);
  const block = Math.max(1, Math.floor(NEAREST_TERMS / (rows * columns)));
  let next = 0;
  let done = 0;
  function* lane(): Lane {
    while (next < asked) {
      const from = next;
      next = Math.min(asked, from + block);
      const part = points.slice(from * columns, next * columns);
      // These are answered by rows and distances.
      const answer = (yield { kind: 'nearest', points: part, count: wanted }) as Nearest;
      found.set(answer.rows, from * wanted);
      squaredDistances.set(answer.squaredDistances, from * wanted);
      done += answer.rows.length / wanted;
    }
  }
  yield* runLanes(crew, Array.from({ length: members }, lane), () => done / asked);
  return { rows: found, squaredDistances };
}
