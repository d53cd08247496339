import { Problem } from '../core/problem';
import type { KernelModule } from '../kernels/wasm';
import type { Link } from './link';
import type { FromShards, ToShards } from './shard-protocol';
import { watchSilence, type Silence } from './silence';

type Question = Extract<ToShards, { readonly id: number }>;
// Spelled out per member: Omit on a union would keep only what all members share.
type Unnumbered<Q> = Q extends unknown ? Omit<Q, 'id'> : never;

/** What a shard worker can be asked. */
export type ShardQuestion = Unnumbered<Question>;

interface Pending {
  readonly resolve: (answer: FromShards) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A question is a few milliseconds of work: whoever is silent for so much longer while it is asked
 * loops for ever, or its heap is full, of which nobody else tells.
 */
const PATIENCE = { beatMs: 500, beats: 6 };

/** How many times longer a worker may be silent before it was ever heard: it must start first. */
const START_PATIENCE = 3;

/** The engine's side of one shard worker: every question is answered or rejected, also by death. */
export class ShardWorker {
  readonly #link: Link;
  readonly #pending = new Map<number, Pending>();
  readonly #patience: typeof PATIENCE;
  #silence: Silence | undefined;
  #wasHeard = false;
  #lastId = 0;
  #death: Problem | undefined;

  constructor(link: Link, module: KernelModule, patience = PATIENCE) {
    this.#link = link;
    this.#patience = patience;
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
      this.#watch();
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
    this.#wasHeard = true;
    this.#silence?.heard();
    this.#watch();
    if (message.kind !== 'failed') return pending?.resolve(message);
    const { code, facts } = message.problem;
    pending?.reject(new Problem(code, facts));
  }

  #die(reason: string): void {
    this.#death ??= new Problem('engine-stopped', { reason });
    this.#link.close();
    for (const { reject } of this.#pending.values()) reject(this.#death);
    this.#pending.clear();
    this.#watch();
  }

  /** Listens for silence while anything is asked, and only then. */
  #watch(): void {
    if (this.#pending.size > 0) {
      const { beatMs, beats } = this.#patience;
      const patience = { beatMs, beats: this.#wasHeard ? beats : beats * START_PATIENCE };
      this.#silence ??= watchSilence(patience, () => this.#die('no-heartbeat'));
      return;
    }
    this.#silence?.stop();
    this.#silence = undefined;
  }
}
