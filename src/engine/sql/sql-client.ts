import { stretch, type Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { QueryRequest, QueryResult } from '../../core/query';
import { toIpc } from '../../table/ipc';
import { owned } from '../buffers';
import type { Link } from '../link';
import { resultTable } from './result-table';
import { SqlSession } from './sql-session';

export interface SqlFiles {
  /** The whole source of the database's worker. */
  readonly worker: Blob;
  readonly module: WebAssembly.Module;
}

export interface SqlClientOptions {
  /** Called on first use, and again after it failed. */
  readonly load: (onShare: (share: number) => void) => Promise<SqlFiles>;
  readonly start: (worker: Blob) => Link;
  /** How long a cancelled query may go on before its worker is stopped. */
  readonly cancelMs?: number;
  /** A worker that says nothing for so long is dead. */
  readonly silenceMs?: number;
}

/** While the files are loaded, progress is told so often. */
const LOOK_AGAIN_MS = 100;

/** Nothing of the files is loaded, and no worker runs, before the first query. */
export class SqlClient {
  readonly #options: Required<SqlClientOptions>;
  /** How much of the files is loaded, 0 … 1. */
  #share = 0;
  #files: Promise<SqlFiles> | undefined;
  #session: SqlSession | undefined;
  /** Queries go one after the other: this one ends when the last of them has. */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: SqlClientOptions) {
    this.#options = { cancelMs: 85, silenceMs: 60_000, ...options };
  }

  /** As `Query`; a query that is not wanted any more is stopped, if need be with its worker. */
  async *query(request: QueryRequest, signal: AbortSignal): Job<QueryResult, never> {
    const before = this.#turn;
    let endTurn = (): void => undefined;
    this.#turn = new Promise((resolve) => (endTurn = resolve));
    try {
      yield { done: 0, total: 1, phase: 'load-sql' };
      await before;
      const session = yield* this.#ready(signal);
      const { named, added, dropped } = session.shelf.take(request.tables);
      const sent: { id: string; ipc: Uint8Array<ArrayBuffer> }[] = [];
      for (const { id, value } of added) {
        yield { done: 0.3, total: 1, phase: 'tables' };
        sent.push({ id, ipc: owned(toIpc(value)) });
      }
      const statement = { sql: request.sql, tables: named };
      session.post(
        { kind: 'query', statement, added: sent, dropped },
        sent.map(({ ipc }) => ipc.buffer),
      );
      const stream = yield* stretch(this.#answer(session, signal), 0.3, 0.8);
      return yield* stretch(resultTable([stream], request.tables), 0.8, 1);
    } finally {
      endTurn();
    }
  }

  async *#ready(signal: AbortSignal): Job<SqlSession, never> {
    if (this.#session && !this.#session.isDead) return this.#session;
    const files = (this.#files ??= this.#options.load((share) => (this.#share = share)));
    files.catch(() => (this.#files = undefined));
    const pause = () => new Promise<void>((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    while (!(await Promise.race([files, pause()])) && !signal.aborted) {
      yield { done: 0.3 * this.#share, total: 1, phase: 'load-sql' };
    }
    const { worker, module } = await files;
    this.#session = new SqlSession(this.#options.start(worker), module);
    return this.#session;
  }

  /** Waits for the answer; whatever happens, the session is idle afterwards or dead. */
  async *#answer(session: SqlSession, signal: AbortSignal): Job<Uint8Array, never> {
    let isOver = false;
    try {
      for (;;) {
        const message = await session.next(this.#options.silenceMs, signal);
        if (!message) throw signal.aborted ? signal.reason : this.#dead(session);
        if (message.kind === 'progress') {
          yield message.progress;
          continue;
        }
        isOver = true;
        if (message.kind === 'done') return message.stream;
        if (message.kind === 'cancelled') throw signal.reason;
        if (message.isBroken) session.die('broken');
        throw new Problem(message.problem.code, message.problem.facts);
      }
    } finally {
      if (!isOver) await this.#stop(session);
    }
  }

  #dead(session: SqlSession): Problem {
    session.die('no-heartbeat');
    return new Problem('sql-stopped', { reason: 'no-heartbeat' });
  }

  async #stop(session: SqlSession): Promise<void> {
    if (session.isDead) return;
    session.post({ kind: 'cancel' });
    for (;;) {
      const message = await session.next(this.#options.cancelMs).catch(() => undefined);
      if (!message) return session.die('cancelled');
      if (message.kind !== 'progress') return;
    }
  }
}
