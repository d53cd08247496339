import type { Job, Progress } from '../core/job';

export type StepProgress = Omit<Progress, 'partial'>;

export interface DriveOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: StepProgress) => void;
  /** How long the job may hold the thread before the event loop gets a turn. */
  readonly sliceMs?: number;
  /** How long a cancel waits for the step under way, and then for the partial result. */
  readonly patienceMs?: number;
  readonly now?: () => number;
}

export type Driven<T, P> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'partial'; readonly value: P }
  | { readonly status: 'cancelled' };

const PROGRESS_EVERY_MS = 50;

/** Lets the event loop run once: timers, messages and a waiting cancel get their turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Settles with the work, or with `undefined` when the time is over or the signal says stop. */
function unlessLate<T>(
  work: Promise<T>,
  limit: { readonly ms?: number; readonly signal?: AbortSignal | undefined },
): Promise<T | undefined> {
  const { ms, signal } = limit;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => resolve(undefined);
    const timer = ms === undefined ? undefined : setTimeout(giveUp, ms);
    signal?.addEventListener('abort', giveUp, { once: true });
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
    work.then(resolve, reject).finally(settle);
  });
}

/** The next step; `undefined` when a cancel finds it still under way after its time, or broken. */
async function nextStep<T, P>(
  job: Job<T, P>,
  { signal, ms }: { readonly signal: AbortSignal | undefined; readonly ms: number },
): Promise<IteratorResult<Progress<P>, T> | undefined> {
  const pending = job.next();
  try {
    return (await unlessLate(pending, { signal })) ?? (await unlessLate(pending, { ms }));
  } catch (thrown) {
    // What a job throws because it was told to stop is not a failure.
    if (signal?.aborted) return undefined;
    throw thrown;
  }
}

/** Ends the job without waiting: its `finally` blocks run when its step under way is over. */
function abandon<T, P>(job: Job<T, P>): void {
  // The value handed to return() becomes the result of a job that nobody reads any more.
  job.return(undefined as T).catch(() => undefined);
}

async function partialOf<P>(
  partial: (() => P | Promise<P>) | undefined,
  patienceMs: number,
): Promise<Driven<never, P>> {
  if (!partial) return { status: 'cancelled' };
  const value = await unlessLate(Promise.resolve(partial()), { ms: patienceMs });
  return value === undefined ? { status: 'cancelled' } : { status: 'partial', value };
}

/**
 * Runs a job to its end in slices, so that the thread can hear a cancel between them. After
 * a cancel: the partial result of the last finished step, if the job offers one. Rejects
 * with whatever the job throws.
 */
export async function drive<T, P>(
  job: Job<T, P>,
  options: DriveOptions = {},
): Promise<Driven<T, P>> {
  const { signal, onProgress, sliceMs = 12, patienceMs = 40 } = options;
  const now = options.now ?? (() => performance.now());
  let sliceStart = now();
  let reported = -Infinity;
  let last: Progress<P> | undefined;
  const report = (): void => {
    if (!last || now() - reported < PROGRESS_EVERY_MS) return;
    reported = now();
    const { partial: _partial, ...progress } = last;
    onProgress?.(progress);
  };
  const stop = async (): Promise<Driven<T, P>> => {
    const ending = await partialOf(last?.partial, patienceMs);
    abandon(job);
    return ending;
  };
  for (;;) {
    if (signal?.aborted) return stop();
    const step = await nextStep(job, { signal, ms: patienceMs });
    if (!step) {
      // The job is in the middle of something: its state is not fit for a partial result.
      abandon(job);
      return { status: 'cancelled' };
    }
    if (step.done) return { status: 'done', value: step.value };
    last = step.value;
    report();
    if (now() - sliceStart < sliceMs) continue;
    await nextTurn();
    sliceStart = now();
  }
}
