import type { Matrix } from '../core/matrix';
import { shardBounds, type Shards } from '../core/shards';
import { createKernelShelf } from '../kernels/kernel-shelf';
import { borrowLocalShards } from '../kernels/local-shards';
import { createNeighbors } from '../kernels/neighbor-queries';
import { createRowShards } from '../kernels/row-shards';
import {
  ANY_SHARD,
  type ShardAnswer,
  type ShardRequest,
  type ShardRunner,
} from '../kernels/shard-requests';
import type { KernelModule } from '../kernels/wasm';
import { createExchange, type Exchange } from './exchange';
import { createCrew } from './neighbor-crew';
import type { Link } from './link';
import { cutIntoBatches, type Batch } from './shard-batches';
import { ShardLoader } from './shard-loader';
import type { FromShards } from './shard-protocol';
import { ShardWorker } from './shard-worker';

/** Matrices with fewer values stay in the engine's own thread. */
const LOCAL_VALUES = 50_000;

/** Messages a worker has at a time: one to work on and one to go on with. */
const MESSAGES_AHEAD = 2;

export interface ShardPool {
  /** Shards over all workers, or in this thread when the matrix is small; the answer is the same. */
  readonly createShards: (matrix: Matrix) => Promise<Shards>;
  readonly dispose: () => void;
}

/**
 * Row shards over several workers, each with its own Wasm memory. Workers are started at once and
 * kept; one that died is replaced before the next matrix, and work on the matrices it held fails
 * with `engine-stopped`.
 */
export function createShardPool(options: {
  /** Starts a worker that runs `serveShards`. */
  readonly start: () => Link;
  readonly workers: number;
  readonly module: KernelModule;
  readonly localValues?: number;
  /** Centroids and partial sums go through memory that all threads share, see `canShareMemory`. */
  readonly isShared?: boolean;
  /** A worker that says nothing to a question for so many beats is dead. */
  readonly silence?: { readonly beatMs: number; readonly beats: number };
}): ShardPool {
  const { start, module, localValues = LOCAL_VALUES, isShared = false, silence } = options;
  const startOne = (): ShardWorker => new ShardWorker(start(), module, silence);
  const workers = Array.from({ length: options.workers }, startOne);
  const loader = new ShardLoader();
  const shelf = createKernelShelf(module);
  let lastMatrix = 0;

  async function createShards(matrix: Matrix): Promise<Shards> {
    if (workers.length === 0 || matrix.values.length < localValues) {
      return borrowLocalShards(matrix, shelf);
    }
    workers.forEach((worker, w) => {
      if (worker.isDead) workers[w] = startOne();
    });
    const id = ++lastMatrix;
    const owners = ownersOf(matrix, workers);
    const everyone = [...workers];
    const release = (): void => everyone.forEach((worker) => worker.release(id));
    try {
      await loader.load(matrix, id, owners);
    } catch (thrown) {
      release();
      throw thrown;
    }
    const shardValues = Math.ceil(matrix.values.length / owners.length);
    const { columns } = matrix;
    const exchange = createExchange(id, columns, { isShared });
    const loaded: Loaded = { exchange, everyone, owners, columns, shardValues };
    const runner: ShardRunner = { run: (requests) => runOnWorkers(requests, loaded), release };
    const neighbors = createNeighbors(matrix, createCrew(id, everyone));
    return createRowShards(matrix, runner, neighbors);
  }

  return { createShards, dispose: () => workers.forEach((worker) => worker.close()) };
}

/** The worker of each shard: neighbours together, as evenly as they go. */
function ownersOf(matrix: Matrix, workers: readonly ShardWorker[]): readonly ShardWorker[] {
  const shards = shardBounds(matrix.rows, matrix.columns).length - 1;
  const worker = (shard: number): number => Math.floor((shard * workers.length) / shards);
  return Array.from({ length: shards }, (_, shard) => workers[worker(shard)]!);
}

interface Loaded {
  readonly exchange: Exchange;
  readonly everyone: readonly ShardWorker[];
  readonly owners: readonly ShardWorker[];
  readonly columns: number;
  readonly shardValues: number;
}

/**
 * Sends the requests out, a few messages a worker at a time, and yields as answers come back. Those
 * for any shard go to whoever has time first. When it is abandoned nothing more is sent; what is
 * under way is answered to nobody.
 */
async function* runOnWorkers(
  requests: readonly ShardRequest[],
  loaded: Loaded,
): ReturnType<ShardRunner['run']> {
  const { queues, free } = queuesOf(requests, loaded);
  const carriage = loaded.exchange.carry(requests);
  const answers = new Array<ShardAnswer>(requests.length);
  const seen = { answered: 0, failure: undefined as unknown, isOver: false };
  let wake: () => void = () => undefined;

  function sendNext(worker: ShardWorker): void {
    const batch = seen.isOver ? undefined : (queues.get(worker)?.shift() ?? free.shift());
    if (!batch) return;
    const onAnswer = (message: FromShards): void => {
      if (seen.isOver) return;
      const found = carriage.answersOf(message, batch);
      batch.places.forEach((place, i) => (answers[place] = found[i]!));
      seen.answered += batch.places.length;
      sendNext(worker);
    };
    const onFailure = (reason: unknown): void => void (seen.failure ??= reason);
    void worker
      .ask(carriage.questionOf(batch))
      .then(onAnswer)
      .catch(onFailure)
      .finally(() => wake());
  }

  try {
    for (let ahead = 0; ahead < MESSAGES_AHEAD; ahead++) loaded.everyone.forEach(sendNext);
    for (let reported = 0; reported < requests.length; reported = seen.answered) {
      while (seen.answered === reported && seen.failure === undefined) {
        await new Promise<void>((resolve) => (wake = resolve));
      }
      if (seen.failure !== undefined) throw seen.failure;
      yield seen.answered;
    }
    carriage.arrive();
    return answers;
  } finally {
    seen.isOver = true;
  }
}

function queuesOf(
  requests: readonly ShardRequest[],
  loaded: Loaded,
): { readonly queues: ReadonlyMap<ShardWorker, Batch[]>; readonly free: Batch[] } {
  const places = new Map<ShardWorker, number[]>();
  const freePlaces: number[] = [];
  requests.forEach(({ shard }, place) => {
    if (shard === ANY_SHARD) return void freePlaces.push(place);
    const worker = loaded.owners[shard];
    if (!worker) throw new RangeError(`no shard ${shard}`);
    places.set(worker, [...(places.get(worker) ?? []), place]);
  });
  const batches = (mine: readonly number[]): Batch[] => cutIntoBatches(requests, mine, loaded);
  const queues = new Map(Array.from(places, ([worker, mine]) => [worker, batches(mine)]));
  return { queues, free: batches(freePlaces) };
}
