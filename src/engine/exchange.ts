import type { CommandOf } from '../kernels/shard-bench';
import type { ShardAnswer, ShardRequest } from '../kernels/shard-requests';
import { partLength, readPart } from './assignment-parts';
import type { Batch } from './shard-batches';
import type { FromShards } from './shard-protocol';
import type { ShardQuestion } from './shard-worker';

/** How the requests of one run travel to the workers, and the answers back. */
export interface Carriage {
  readonly questionOf: (batch: Batch) => ShardQuestion;
  readonly answersOf: (message: FromShards, batch: Batch) => readonly ShardAnswer[];
  /** Called when everything is answered, and only then. */
  readonly arrive: () => void;
}

/** What carries the runs of one matrix. */
export interface Exchange {
  readonly carry: (requests: readonly ShardRequest[]) => Carriage;
}

/** Whether this thread may share memory with the threads that it starts. */
export function canShareMemory(): boolean {
  const { crossOriginIsolated } = globalThis as { readonly crossOriginIsolated?: boolean };
  return crossOriginIsolated === true && typeof SharedArrayBuffer === 'function';
}

/**
 * Requests travel in messages. Assignments, which come by the dozen, are packed: one array with the
 * partial sums of all shards of a message, which costs half of two arrays a shard. With
 * `isShared`, centroids and partial sums lie in memory that the threads share, and a message is
 * only the bell. Either way the same numbers are added in the same order.
 */
export function createExchange(
  matrix: number,
  columns: number,
  { isShared }: { readonly isShared: boolean },
): Exchange {
  const rooms = isShared ? createRooms() : undefined;
  return {
    carry(requests) {
      const command = commonAssignment(requests);
      if (!command) return carryAsTheyAre(matrix);
      const values = command.centroids.length;
      const clusters = values / columns;
      const each = partLength(values, clusters);
      const room = rooms?.take(values + requests.length * each);
      const arrive = (): void => void (room && rooms?.giveBack(room));
      return carryPacked(matrix, { command, each, clusters }, { room, arrive });
    },
  };
}

/** Shared memory for one run at a time: one that was given up may still write to its own. */
function createRooms() {
  let spare: Float64Array | undefined;
  return {
    take(length: number): Float64Array {
      const room = spare && spare.length >= length ? spare : undefined;
      spare = undefined;
      return room ?? new Float64Array(new SharedArrayBuffer(8 * length));
    },
    giveBack: (room: Float64Array): void => void (spare = room),
  };
}

/** The one command that every shard is given, if that is an assignment. */
function commonAssignment(requests: readonly ShardRequest[]): CommandOf<'assign'> | undefined {
  const command = requests[0]?.command;
  if (command?.kind !== 'assign') return undefined;
  return requests.every((request) => request.command === command) ? command : undefined;
}

function carryAsTheyAre(matrix: number): Carriage {
  return {
    questionOf: ({ requests }) => ({ kind: 'run', matrix, requests }),
    answersOf(message) {
      if (message.kind !== 'answers') throw new Error(`answered by ${message.kind}`);
      return message.answers;
    },
    arrive: () => undefined,
  };
}

function carryPacked(
  matrix: number,
  assigning: {
    readonly command: CommandOf<'assign'>;
    readonly clusters: number;
    /** Values of the part of one shard. */
    readonly each: number;
  },
  memory: { readonly room: Float64Array | undefined; readonly arrive: () => void },
): Carriage {
  const { command, clusters, each } = assigning;
  const { room, arrive } = memory;
  const given = command.centroids.length;
  room?.set(command.centroids);
  const centroids = room?.subarray(0, given) ?? command.centroids;
  const shared = new Map<Batch, Float64Array>();
  let end = given;
  return {
    questionOf(batch) {
      const shards = batch.requests.map(({ shard }) => shard);
      const parts = room?.subarray(end, (end += shards.length * each)) ?? null;
      if (parts) shared.set(batch, parts);
      return { kind: 'assign', matrix, shards, current: command.current, centroids, parts };
    },
    answersOf(message, batch) {
      if (message.kind !== 'assigned') throw new Error(`answered by ${message.kind}`);
      const parts = message.parts ?? shared.get(batch)!;
      return batch.requests.map((_, i) =>
        readPart(parts.subarray(i * each, (i + 1) * each), clusters),
      );
    },
    arrive,
  };
}
