import { Problem } from '../../core/problem';
import type { Link } from '../link';
import type { FromSql, ToSql } from './protocol';
import { TableShelf } from './table-shelf';

/** One life of the database's worker: what it was given, and what it says. */
export class SqlSession {
  readonly shelf = new TableShelf();
  readonly #link: Link;
  readonly #arrived: FromSql[] = [];
  #wake: () => void = () => undefined;
  #death: Problem | undefined;

  constructor(link: Link, module: WebAssembly.Module) {
    this.#link = link;
    link.listen(
      (message) => {
        // What the worker posts is our own protocol.
        this.#arrived.push(message as FromSql);
        this.#wake();
      },
      (reason) => this.die(reason),
    );
    this.post({ kind: 'setup', module });
  }

  get isDead(): boolean {
    return this.#death !== undefined;
  }

  post(message: ToSql, transfer: readonly ArrayBuffer[] = []): void {
    this.#link.post(message, transfer);
  }

  /**
   * The next message; undefined as soon as the signal says stop, or when nothing came for `ms`.
   * Rejects when the worker is dead.
   */
  async next(ms: number, signal?: AbortSignal): Promise<FromSql | undefined> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#wake();
    }, ms);
    const onAbort = (): void => this.#wake();
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      for (;;) {
        const message = this.#arrived.shift();
        if (message) return message;
        if (this.#death) throw this.#death;
        if (signal?.aborted || isLate) return undefined;
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  die(reason: string): void {
    this.#death ??= new Problem('sql-stopped', { reason });
    this.#link.close();
    this.#wake();
  }
}
