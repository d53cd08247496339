import type { RunOptions, Task } from './port';

/** Runs by cell: a run with a new fingerprint cancels the run of the same cell before it. */
export class Latest {
  readonly #running = new Map<string, { fingerprint: string; controller: AbortController }>();

  /** Calls `run` with a signal that also says stop when a later run takes its place. */
  async run<T>(
    task: Pick<Task, 'cellId' | 'fingerprint'>,
    options: RunOptions,
    run: (options: RunOptions) => Promise<T>,
  ): Promise<T> {
    const before = this.#running.get(task.cellId);
    if (before && before.fingerprint !== task.fingerprint) before.controller.abort();
    const controller = new AbortController();
    const forward = (): void => controller.abort();
    if (options.signal?.aborted) forward();
    options.signal?.addEventListener('abort', forward, { once: true });
    const own = { fingerprint: task.fingerprint, controller };
    this.#running.set(task.cellId, own);
    try {
      return await run({ ...options, signal: controller.signal });
    } finally {
      options.signal?.removeEventListener('abort', forward);
      if (this.#running.get(task.cellId) === own) this.#running.delete(task.cellId);
    }
  }
}
