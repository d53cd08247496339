import type { Link } from './link';
import type { RunOptions } from './port';
import type { Answer, FromEngine, Question, Setup, SqlParts, ToEngine } from './protocol';
import { isOutOfMemory } from './report-thrown';
import { watchSilence, type Silence } from './silence';

export interface EngineWorkerOptions {
  /** Starts a worker that serves the protocol; asks nothing of the network. */
  readonly start: () => Link;
  readonly setup: Setup;
  /** Fetches what the database is made of; asked once more after it failed. Absent: there is none. */
  readonly loadSql?: (onShare: (share: number) => void) => Promise<SqlFiles>;
  /** Keeps a second worker started, so that a stop costs no wait. */
  readonly hasSpare?: boolean;
  /** How long whoever cancelled waits at most, whatever the worker does. */
  readonly cancelMs?: number;
  /**
   * How much longer the cancel may go unheard before the worker is stopped and replaced. A stop
   * costs the values that it keeps, which a worker in the middle of a long sort need not lose.
   */
  readonly stopMs?: number;
  /**
   * The worker is dead when nothing was heard from it for so many beats: one that loops for ever or
   * whose heap is full says nothing more. While it starts it may take its time.
   */
  readonly silence?: { readonly beatMs: number; readonly beats: number };
}

/** How many times longer a worker may be silent before it was ready. */
const START_PATIENCE = 3;

type SqlFiles = Omit<Extract<SqlParts, { readonly kind: 'sql-files' }>, 'kind'>;

/** A question that waits for its answer. */
interface Pending {
  readonly question: Question;
  readonly onProgress: RunOptions['onProgress'];
  readonly onLatePartial: RunOptions['onLatePartial'];
  readonly settle: (answer: Answer) => void;
  isCancelled: boolean;
}

/** A worker that dies so often before it was ready will not come to life by trying again. */
const MAX_FALSE_STARTS = 3;

/**
 * A worker with a lifetime of its own: stopped when it does not hear, replaced by a spare that
 * is kept warm, and given back its files. Every question gets exactly one answer.
 */
export class EngineWorker {
  readonly #pending = new Map<number, Pending>();
  readonly #files = new Map<string, Blob>();
  /** Cancelled questions of which the present worker has not said that it heard. */
  readonly #unheard = new Set<number>();
  /** Whoever was told `cancelled` before the worker had answered. */
  readonly #late = new Map<number, NonNullable<RunOptions['onLatePartial']>>();
  readonly #options: Required<EngineWorkerOptions>;
  #link: Link;
  #spare: Link | undefined;
  #silence: Silence | undefined;
  #isReady = false;
  #falseStarts = 0;
  #lastId = 0;
  /** Why no worker runs any more, if none does. */
  #end: string | undefined;

  constructor(options: EngineWorkerOptions) {
    this.#options = {
      hasSpare: true,
      cancelMs: 50,
      stopMs: 250,
      silence: { beatMs: 500, beats: 4 },
      loadSql: () => Promise.reject(new Error('no database')),
      ...options,
    };
    this.#link = this.#launch();
  }

  /** Sends a question; answers `cancelled` within `cancelMs` of the signal, whatever happens. */
  ask(question: Question, { signal, onProgress, onLatePartial }: RunOptions): Promise<Answer> {
    if (signal?.aborted) return Promise.resolve({ kind: 'cancelled' });
    if (this.#end !== undefined) return Promise.resolve(stopped(this.#end));
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const onAbort = (): void => this.#cancel(id);
      signal?.addEventListener('abort', onAbort, { once: true });
      const settle = (answer: Answer): void => {
        signal?.removeEventListener('abort', onAbort);
        this.#pending.delete(id);
        this.#watch();
        resolve(answer);
      };
      this.#pending.set(id, {
        question,
        onProgress,
        onLatePartial,
        settle,
        isCancelled: false,
      });
      this.#watch();
      this.#post({ kind: 'ask', id, question });
    });
  }

  /** Remembers a file for this worker and for those after it. */
  provide(sha256: string, file: Blob): void {
    this.#files.set(sha256, file);
    this.#post({ kind: 'provide', sha256, file });
  }

  dispose(): void {
    this.#finish('disposed');
  }

  #post(message: ToEngine): void {
    this.#link.post(message);
  }

  #launch(): Link {
    const link = this.#spare ?? this.#startLink();
    this.#spare = undefined;
    this.#isReady = false;
    this.#unheard.clear();
    this.#late.clear();
    this.#watch();
    // The link is not ours yet while the constructor runs: it is posted to directly.
    const greet = (message: ToEngine): void => link.post(message);
    greet(this.#options.setup);
    for (const [sha256, file] of this.#files) greet({ kind: 'provide', sha256, file });
    return link;
  }

  #startLink(): Link {
    const link = this.#options.start();
    link.listen(
      // Only a worker that we started can post here, and it speaks the protocol.
      (message) => link === this.#link && this.#receive(message as FromEngine),
      (reason) => this.#fail(link, reason),
    );
    return link;
  }

  #receive(message: FromEngine): void {
    this.#silence?.heard();
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#falseStarts = 0;
        this.#silence?.stop();
        this.#silence = undefined;
        this.#watch();
        if (this.#options.hasSpare) this.#spare ??= this.#startLink();
        return;
      case 'heartbeat':
        return;
      case 'heard':
        this.#unheard.delete(message.id);
        return;
      case 'wants-sql':
        return void this.#giveSql(this.#link);
      case 'progress':
        return this.#pending.get(message.id)?.onProgress?.(message.progress);
      case 'answer':
        this.#pending.get(message.id)?.settle(message.answer);
        this.#tellLate(message.id, message.answer);
        // What fills its memory is not known from here: it is given back with the worker.
        return isOutOfMemory(message.answer) ? this.#replace() : undefined;
      default:
        return message satisfies never;
    }
  }

  async #giveSql(link: Link): Promise<void> {
    const give = (parts: SqlParts): void => link.post(parts);
    try {
      const files = await this.#options.loadSql((share) => give({ kind: 'sql-share', share }));
      give({ kind: 'sql-files', ...files });
    } catch (thrown) {
      give({ kind: 'sql-missing', reason: thrown instanceof Error ? thrown.message : '' });
    }
  }

  #cancel(id: number): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    pending.isCancelled = true;
    this.#post({ kind: 'cancel', id });
    if (!this.#isReady) return pending.settle({ kind: 'cancelled' });
    this.#unheard.add(id);
    setTimeout(() => {
      if (this.#pending.get(id) === pending) {
        pending.settle({ kind: 'cancelled' });
        if (pending.onLatePartial) this.#late.set(id, pending.onLatePartial);
      }
      // One after the other: a page that was busy itself must not take its own delay for the worker's.
      setTimeout(() => this.#unheard.has(id) && this.#replace(), this.#options.stopMs);
    }, this.#options.cancelMs);
  }

  #tellLate(id: number, answer: Answer): void {
    const tell = this.#late.get(id);
    this.#late.delete(id);
    if (answer.kind === 'ran' && answer.outcome.status === 'partial') tell?.(answer.outcome);
  }

  /** Stops a worker that does not hear; whoever else waits is asked for again. */
  #replace(): void {
    this.#link.close();
    this.#link = this.#launch();
    for (const [id, { question, isCancelled, settle }] of [...this.#pending]) {
      if (isCancelled) settle({ kind: 'cancelled' });
      else this.#post({ kind: 'ask', id, question });
    }
  }

  /**
   * A worker died: what it was asked might kill the next one too, so it all fails. The next one
   * is a fresh one: what killed the worker without a sound may have killed the spare.
   */
  #fail(link: Link, reason: string): void {
    link.close();
    if (link === this.#spare) this.#spare = undefined;
    if (link !== this.#link) return;
    if (!this.#isReady) this.#falseStarts++;
    if (reason === 'worker-not-covered' || this.#falseStarts >= MAX_FALSE_STARTS) {
      return this.#finish(reason);
    }
    this.#settleAll(stopped(reason));
    this.#spare?.close();
    this.#spare = undefined;
    this.#link = this.#launch();
  }

  #finish(reason: string): void {
    this.#end = reason;
    this.#silence?.stop();
    this.#link.close();
    this.#spare?.close();
    this.#settleAll(stopped(reason));
  }

  #settleAll(answer: Answer): void {
    for (const { settle } of [...this.#pending.values()]) settle(answer);
  }

  /** Listens for silence while the worker starts or anything is asked, and only then. */
  #watch(): void {
    if (this.#end === undefined && (!this.#isReady || this.#pending.size > 0)) {
      const { beatMs, beats } = this.#options.silence;
      const patience = { beatMs, beats: this.#isReady ? beats : beats * START_PATIENCE };
      this.#silence ??= watchSilence(patience, () => {
        this.#silence = undefined;
        this.#fail(this.#link, 'no-heartbeat');
      });
    } else {
      this.#silence?.stop();
      this.#silence = undefined;
    }
  }
}

function stopped(reason: string): Answer {
  return { kind: 'refused', problem: { code: 'engine-stopped', facts: { reason } } };
}
