import type { Matrix } from '../core/matrix';
import { shardBounds } from '../core/shards';
import type { ShardWorker } from './shard-worker';

/** Shards on the way to one worker: one being taken in while the next is copied. */
const AHEAD = 2;

/**
 * Brings shards to their workers. Memory that moves to a worker comes back and is used again: fresh
 * memory costs several times what copying into it does, for the system hands it out page by page.
 */
export class ShardLoader {
  readonly #spare: ArrayBufferLike[] = [];

  /** Resolves when every worker has its shards; rejects when one cannot take its own. */
  async load(matrix: Matrix, id: number, owners: readonly ShardWorker[]): Promise<void> {
    const { rows, columns, values } = matrix;
    const bounds = shardBounds(rows, columns);
    const queues = new Map(owners.map((worker) => [worker, [] as number[]]));
    owners.forEach((worker, shard) => queues.get(worker)!.push(shard));

    const bring = async (worker: ShardWorker, queue: number[]): Promise<void> => {
      for (let shard = queue.shift(); shard !== undefined; shard = queue.shift()) {
        const rowsOf = values.subarray(bounds[shard]! * columns, bounds[shard + 1]! * columns);
        const part = this.#roomFor(rowsOf.length);
        part.set(rowsOf);
        const message = { kind: 'load', matrix: id, shard, columns, values: part } as const;
        const answer = await worker.ask(message, [part.buffer as ArrayBuffer]);
        if (answer.kind === 'loaded') this.#spare.push(answer.buffer);
      }
    };
    const lanes = [...queues].flatMap(([worker, queue]) =>
      Array.from({ length: AHEAD }, () => bring(worker, queue)),
    );
    await Promise.all(lanes);
  }

  /** Memory for this many values, used before if there is any; what is too small is let go. */
  #roomFor(length: number): Float32Array {
    const buffer = this.#spare.pop();
    const fits = buffer !== undefined && buffer.byteLength >= length * 4;
    return fits ? new Float32Array(buffer, 0, length) : new Float32Array(length);
  }
}
