import { Problem } from '../core/problem';
import type { KernelModule } from '../kernels/wasm';
import type { Link } from './link';
import type { FromShards, ToShards } from './shard-protocol';

type Question = Extract<ToShards, { readonly id: number }>;
// Spelled out per member: Omit on a union would keep only what all members share.
type Unnumbered<Q> = Q extends unknown ? Omit<Q, 'id'> : never;

/** What a shard worker can be asked. */
export type ShardQuestion = Unnumbered<Question>;

interface Pending {
  readonly resolve: (answer: FromShards) => void;
  readonly reject: (reason: unknown) => void;
}

/** The engine's side of one shard worker: every question is answered or rejected, also by death. */
export class ShardWorker {
  readonly #link: Link;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #death: Problem | undefined;

  constructor(link: Link, module: KernelModule) {
    this.#link = link;
    link.listen(
      (message) => this.#settle(message as FromShards),
      (reason) => this.#die(reason),
    );
    this.#post({ kind: 'setup', module });
  }

  get isDead(): boolean {
    return this.#death !== undefined;
  }

  /** Buffers in `transfer` are moved. */
  ask(question: ShardQuestion, transfer: readonly Transferable[] = []): Promise<FromShards> {
    if (this.#death) return Promise.reject(this.#death);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#post({ ...question, id }, transfer);
    });
  }

  release(matrix: number): void {
    if (!this.#death) this.#post({ kind: 'release', matrix });
  }

  close(): void {
    this.#die('closed');
  }

  #post(message: ToShards, transfer: readonly Transferable[] = []): void {
    this.#link.post(message, transfer);
  }

  #settle(message: FromShards): void {
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.kind !== 'failed') return pending?.resolve(message);
    const { code, facts } = message.problem;
    pending?.reject(new Problem(code, facts));
  }

  #die(reason: string): void {
    this.#death ??= new Problem('engine-stopped', { reason });
    this.#link.close();
    for (const { reject } of this.#pending.values()) reject(this.#death);
    this.#pending.clear();
  }
}
