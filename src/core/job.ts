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
  /** What a view may draw meanwhile: a display of what is known so far, small and cloneable. */
  readonly snapshot?: unknown;
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

/**
 * Drives a job as one stretch, `from … to` of 1, of a longer one. What stopping early would give
 * or show belongs to the stretch and is not passed on. Abandoning the longer job abandons this one.
 */
export async function* stretch<T>(job: Job<T>, from: number, to: number): Job<T, never> {
  let isFinished = false;
  let share = 0;
  try {
    for (;;) {
      const step = await job.next();
      if (step.done) {
        isFinished = true;
        return step.value;
      }
      const { done, total, phase, facts } = step.value;
      // A job of several parts may begin to count anew; the longer one must not fall back.
      share = Math.max(share, total > 0 ? Math.min(1, done / total) : 0);
      yield {
        done: from + (to - from) * share,
        total: 1,
        ...(phase === undefined ? {} : { phase }),
        ...(facts === undefined ? {} : { facts }),
      };
    }
  } finally {
    if (!isFinished) await job.return(undefined as never);
  }
}

/** One of several like pieces of work as its part of them all: with its phase, and its number as a fact. */
export async function* oneOf<T>(
  job: Job<T>,
  of: {
    readonly phase: string;
    readonly fact: string;
    readonly number: number;
    readonly count: number;
  },
): Job<T, never> {
  const { phase, fact, number, count } = of;
  const part = stretch(job, (number - 1) / count, number / count);
  let isFinished = false;
  try {
    for (;;) {
      const step = await part.next();
      if (step.done) {
        isFinished = true;
        return step.value;
      }
      const { done, total } = step.value;
      yield { done, total, phase, facts: { [fact]: number, count } };
    }
  } finally {
    if (!isFinished) await part.return(undefined as never);
  }
}

/** The same job with another result: what it ends in, and what it offers when stopped. */
export async function* mapJob<T, U>(job: Job<T, T>, to: (value: T) => U | Promise<U>): Job<U, U> {
  try {
    for (;;) {
      const step = await job.next();
      if (step.done) return await to(step.value);
      const { partial, ...progress } = step.value;
      yield partial ? { ...progress, partial: async () => to(await partial()) } : progress;
    }
  } finally {
    // The value is not used: the job was abandoned, or it has ended.
    await job.return(undefined as T);
  }
}

/** Work that pauses by itself as a job that shows the same progress at every pause. */
export async function* paced<T>(
  work: Generator<unknown, T, void>,
  progress: Progress<never>,
): Job<T, never> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield progress;
  }
}

/** Work that pauses by itself as a stretch of a job; `steps` is how often it will pause, about. */
export async function* along<T>(
  work: Generator<void, T>,
  {
    phase,
    from,
    to,
    steps,
  }: {
    readonly phase: string;
    readonly from: number;
    readonly to: number;
    readonly steps: number;
  },
): Job<T, never> {
  for (let step = 1; ; step++) {
    const { done, value } = work.next();
    if (done) return value;
    yield { done: from + (to - from) * Math.min(1, step / steps), total: 1, phase };
  }
}
