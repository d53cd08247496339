import type { Assignment } from '../core/shards';
import { createKernelShelf, type KernelShelf } from '../kernels/kernel-shelf';
import type { Kernels } from '../kernels/kernels';
import { createNeighborIndex } from '../kernels/neighbor-index';
import { createShard } from '../kernels/shard';
import { ANY_SHARD, type ShardAnswer, type ShardCommand } from '../kernels/shard-requests';
import type { KernelModule } from '../kernels/wasm';
import { movableBuffers } from './buffers';
import { partLength, writePart } from './assignment-parts';
import type { Link } from './link';
import type { FromShards, ToShards } from './shard-protocol';
import { reportThrown } from './report-thrown';

/** The shards of one matrix that live here, in one memory that is theirs alone. */
interface Holding {
  readonly kernels: Kernels;
  readonly shards: Map<number, (command: ShardCommand) => ShardAnswer>;
  neighbors?: ReturnType<typeof createNeighborIndex>;
}

function createHolding(kernels: Kernels): Holding {
  // Commands that bring their own rows are carried out by a shard without any.
  return { kernels, shards: new Map([[ANY_SHARD, createShard(kernels, new Float32Array(0), 1)]]) };
}

/** Who answers about neighbours; kept with the matrix. */
function neighborsOf(holding: Holding): NonNullable<Holding['neighbors']> {
  return (holding.neighbors ??= createNeighborIndex(holding.kernels));
}

/** What lives here, by matrix. */
class Holdings {
  readonly #holdings = new Map<number, Holding>();
  #shelf: KernelShelf | undefined;

  set module(module: KernelModule) {
    this.#shelf = createKernelShelf(module);
  }

  /** Makes room for the matrix when it is new. */
  of(matrix: number): Holding {
    const known = this.#holdings.get(matrix);
    if (known) return known;
    if (!this.#shelf) throw new Error('shards arrived before the kernels');
    const holding = createHolding(this.#shelf.borrow());
    this.#holdings.set(matrix, holding);
    return holding;
  }

  release(matrix: number): void {
    const kernels = this.#holdings.get(matrix)?.kernels;
    this.#holdings.delete(matrix);
    if (kernels) this.#shelf?.giveBack(kernels);
  }
}

function shardOf({ shards }: Holding, shard: number): (command: ShardCommand) => ShardAnswer {
  const ask = shards.get(shard);
  if (!ask) throw new Error(`shard ${shard} is not here`);
  return ask;
}

/** Asks each shard to assign its rows, and lays what they bring back side by side. */
function assignAll(
  holding: Holding,
  message: Extract<ToShards, { readonly kind: 'assign' }>,
): Float64Array {
  const { current } = message;
  // Memory of our own, whoever shares that of the message.
  const centroids = message.centroids.slice();
  const found = message.shards.map(
    // What a shard answers to this command, see `ShardAnswers`.
    (shard) => shardOf(holding, shard)({ kind: 'assign', current, centroids }) as Assignment,
  );
  const each = partLength(centroids.length, found[0]?.counts.length ?? 0);
  const parts = message.parts ?? new Float64Array(each * found.length);
  found.forEach((part, i) => writePart(part, parts.subarray(i * each, (i + 1) * each)));
  return parts;
}

/** A shard worker's half: holds shards of matrices and answers commands about them. */
export function serveShards(link: Link): void {
  const holdings = new Holdings();

  function answer(message: Extract<ToShards, { readonly id: number }>): FromShards {
    const { id, matrix } = message;
    if (message.kind === 'load') {
      const { kernels, shards } = holdings.of(matrix);
      shards.set(message.shard, createShard(kernels, message.values, message.columns));
      return { kind: 'loaded', id, buffer: message.values.buffer };
    }
    if (message.kind === 'neighbors') {
      return { kind: 'neighbors', id, answer: neighborsOf(holdings.of(matrix))(message.command) };
    }
    if (message.kind === 'assign') {
      const parts = assignAll(holdings.of(matrix), message);
      return { kind: 'assigned', id, parts: message.parts ? null : parts };
    }
    const answers = message.requests.map(({ shard, command }) =>
      shardOf(holdings.of(matrix), shard)(command),
    );
    return { kind: 'answers', id, answers };
  }

  function reply(message: Extract<ToShards, { readonly id: number }>): void {
    let sent: FromShards;
    try {
      sent = answer(message);
    } catch (thrown) {
      sent = { kind: 'failed', id: message.id, problem: reportThrown(thrown) };
    }
    link.post(sent, movableBuffers(sent, []));
  }

  link.listen((posted) => {
    // Only the engine that started us can post here, and it posts nothing else.
    const message = posted as ToShards;
    switch (message.kind) {
      case 'setup':
        holdings.module = message.module;
        return;
      case 'release':
        return holdings.release(message.matrix);
      default:
        reply(message);
    }
  });
}
