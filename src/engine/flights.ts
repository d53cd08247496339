import type { CellResult } from '../core/cell-compute';
import type { ProblemReport } from '../core/problem';
import type { Value } from '../core/values';
import type { ProgressReport, RunOptions, Task } from './port';
import { reportThrown } from './report-thrown';
import { computeOf, runCell, type World } from './run-task';
import type { ValueCache } from './value-cache';

/** How the computation of a cell ended; `inputs` are the values that it used. */
export type Landing =
  | {
      readonly status: 'done' | 'partial';
      readonly result: CellResult;
      readonly inputs: readonly Value[];
    }
  | { readonly status: 'failed'; readonly problem: ProblemReport; readonly cellId: string }
  | { readonly status: 'cancelled' };

export type Gathered =
  | {
      readonly status: 'gathered';
      readonly inputs: ReadonlyMap<string, Value>;
      readonly value: Value | null;
    }
  | Landing;

/** `isShared`: somebody else may hold the same result, so nothing of it may be moved away. */
export type Arrival = Landing & { readonly isShared: boolean };

type Tell = (progress: ProgressReport) => void;

/** A computation under way, shared by everyone who waits for its fingerprint. */
interface Flight {
  readonly landing: Promise<Landing>;
  readonly controller: AbortController;
  readonly listeners: Set<Tell>;
  /** Everybody who ever waited for it, and those who still do. */
  passengers: number;
  waiting: number;
}

const CANCELLED: Landing = { status: 'cancelled' };

/** Settles with the work, or with `undefined` as soon as the signal says stop. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined) {
  return new Promise<T | undefined>((resolve, reject) => {
    const giveUp = (): void => resolve(undefined);
    signal?.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', giveUp));
  });
}

/** The computations under way, by fingerprint: two who ask for one result share one computation. */
export class Flights {
  readonly #flights = new Map<string, Flight>();

  constructor(
    private readonly world: World,
    private readonly cache: ValueCache,
  ) {}

  /**
   * The result of a task: kept, under way already, or computed now with whatever is missing
   * upstream. Never rejects. The computation is cancelled when the last who waits cancels.
   */
  async join(task: Task, { signal, onProgress }: RunOptions = {}): Promise<Arrival> {
    if (signal?.aborted) return { ...CANCELLED, isShared: false };
    const kept = this.cache.get(task.fingerprint);
    if (kept) return { status: 'done', result: kept, inputs: [kept.value], isShared: true };
    const flight = this.#flights.get(task.fingerprint) ?? this.#launch(task);
    flight.passengers++;
    flight.waiting++;
    if (onProgress) flight.listeners.add(onProgress);
    const landed = await unlessAborted(flight.landing, signal);
    flight.waiting--;
    if (onProgress) flight.listeners.delete(onProgress);
    if (landed) return { ...landed, isShared: flight.passengers > 1 };
    if (flight.waiting > 0) return { ...CANCELLED, isShared: true };
    // Nobody wants it any more; a later run of the same cell must not board a dying flight.
    this.#forget(task.fingerprint, flight);
    flight.controller.abort();
    return { ...(await flight.landing), isShared: flight.passengers > 1 };
  }

  #launch(task: Task): Flight {
    const controller = new AbortController();
    const listeners = new Set<Tell>();
    const started = performance.now();
    const tell: Tell = (progress) => {
      const elapsedMs = performance.now() - started;
      for (const listener of listeners) listener({ ...progress, elapsedMs });
    };
    const landing = this.#fly(task, controller.signal, tell).catch((thrown: unknown): Landing => ({
      status: 'failed',
      problem: reportThrown(thrown),
      cellId: task.cellId,
    }));
    const flight: Flight = { landing, controller, listeners, passengers: 0, waiting: 0 };
    this.#flights.set(task.fingerprint, flight);
    void landing.then(() => this.#forget(task.fingerprint, flight));
    return flight;
  }

  #forget(fingerprint: string, flight: Flight): void {
    if (this.#flights.get(fingerprint) === flight) this.#flights.delete(fingerprint);
  }

  async #fly(task: Task, signal: AbortSignal, tell: Tell): Promise<Landing> {
    const inputs = await this.#inputsOf(task, signal, tell);
    if (!(inputs instanceof Map)) return inputs;
    const { cellId, fingerprint } = task;
    const driven = await runCell(task, this.world, {
      inputs,
      signal,
      onProgress: (progress) => tell({ ...progress, cellId, elapsedMs: 0 }),
    });
    if (driven.status === 'cancelled') return CANCELLED;
    const { value, display } = driven.value;
    if (driven.status === 'done' && value) this.cache.put(fingerprint, { value, display });
    return { status: driven.status, result: driven.value, inputs: [...inputs.values()] };
  }

  /**
   * What an export stands on: the values of the inputs and, where the cell gives one, its own; or
   * how a cell that was needed ended instead. Never rejects.
   */
  async gather(task: Task, { signal, onProgress }: RunOptions): Promise<Gathered> {
    const stop = signal ?? new AbortController().signal;
    const tell: Tell = (progress) => onProgress?.(progress);
    try {
      const inputs = await this.#inputsOf(task, stop, tell);
      if (!(inputs instanceof Map)) return inputs;
      const { gives } = computeOf(task, this.world.computes).definition;
      if (gives === null) return { status: 'gathered', inputs, value: null };
      const own = await this.join(task, { signal: stop, onProgress: tell });
      if (own.status !== 'done') return own.status === 'failed' ? own : CANCELLED;
      return { status: 'gathered', inputs, value: own.result.value };
    } catch (thrown) {
      return { status: 'failed', problem: reportThrown(thrown), cellId: task.cellId };
    }
  }

  /** The values upstream, by input; or how a cell upstream ended instead. */
  async #inputsOf(
    task: Task,
    signal: AbortSignal,
    tell: Tell,
  ): Promise<Map<string, Value> | Landing> {
    const values = new Map<string, Value>();
    const { takes } = computeOf(task, this.world.computes).definition;
    for (const input of Object.keys(takes)) {
      const feeder = Object.hasOwn(task.inputs, input) ? task.inputs[input] : undefined;
      if (!feeder) continue;
      const landed = await this.join(feeder, { signal, onProgress: tell });
      if (landed.status === 'failed') return landed;
      if (landed.status !== 'done') return CANCELLED;
      if (landed.result.value) values.set(input, landed.result.value);
    }
    return values;
  }
}
