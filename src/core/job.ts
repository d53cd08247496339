/**
 * A job is an async generator that yields between steps, so that whoever drives
 * it may show progress, pause, cancel (`return()`) or collect snapshots.
 */
export interface Progress<T = unknown> {
  /** Work done so far, in the unit of `total`; never moves backwards. */
  readonly done: number;
  readonly total: number;
  /** What is being done, as a code with facts; words live in the cell's `text.ts` or `locale/`. */
  readonly phase?: string;
  readonly facts?: Readonly<Record<string, number | string>>;
  /**
   * Builds the result of stopping here (the last finished iteration). Called at
   * most once, after a cancel and before `return()` frees what it reads; must answer within a
   * few tens of milliseconds.
   */
  readonly partial?: () => T | Promise<T>;
}

export type Job<T, P = unknown> = AsyncGenerator<Progress<P>, T, void>;

/** Runs a job to its end without showing anything. */
export async function finish<T>(job: Job<T>): Promise<T> {
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
  }
}
