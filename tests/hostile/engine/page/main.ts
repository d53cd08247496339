import { startPageEngine } from '../../../../src/engine/start-page-engine';
import type { Engine } from '../../../../src/engine/port';
import { drawCustomers, toCsv } from '../../../journey/support/shop';
import { KINDS, nextTask, taskFor, withTurn, type Table } from './kinds';

/** What came of one run that was cancelled, in milliseconds from the press. */
export interface Cancelled {
  /** `done`: it was over before it could be cancelled. */
  readonly status: string;
  /** Until the cell does not run any more. */
  readonly stoppedMs: number;
  /** Until another cell, asked for at the same moment, is answered. */
  readonly freeMs: number;
  /** A whole iteration was behind it, which a cancel must keep. */
  readonly hadIteration: boolean;
  /** The last iteration came, with the answer or after it. */
  readonly isKept: boolean;
}

export interface Measured {
  readonly ms: number;
  readonly silentMs: number;
  readonly status: string;
}

export interface EnginePage {
  /** What can be run, by name. */
  readonly kinds: readonly string[];
  /** Makes the table and computes what the runs stand on. */
  readonly prepare: (rows: number) => Promise<void>;
  /**
   * How long a run of this kind takes when it is let, at most `limitMs`; and the longest that its
   * worker took to hear anything meanwhile, which is its longest silence and the page's own delay.
   */
  readonly measure: (kind: string, limitMs: number) => Promise<Measured>;
  /** Every report of such a run: elapsed milliseconds and the share that is done. */
  readonly trace: (kind: string, limitMs: number) => Promise<readonly (readonly number[])[]>;
  readonly cancel: (kind: string, afterMs: number) => Promise<Cancelled>;
  /** Engines started so far: how often one was stopped because it did not hear. */
  readonly engines: () => number;
}

/** No question has this number: the worker hears the cancel, and nothing comes of it. */
const NOBODY = -1;

let engines = 0;
/** The engine at work: the first to be sent anything, or what replaced it. */
let working: Worker | undefined;
const works = (worker: Worker): void => void (working = worker);
const Original = globalThis.Worker;
class Counted extends Original {
  readonly #isEngine: boolean;

  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    this.#isEngine = options?.name === 'fenqun-engine';
    if (this.#isEngine) engines++;
  }

  override postMessage(message: unknown, transfer?: Transferable[]): void {
    if (this.#isEngine) works(this);
    super.postMessage(message, transfer ?? []);
  }
}
globalThis.Worker = Counted;

/** Asks the worker again and again whether it hears; the longest that it took is known at the end. */
function listenForSilence(): () => number {
  const worker = working!;
  let [asked, longest, isOver] = [performance.now(), 0, false];
  const ask = (): void => {
    asked = performance.now();
    if (!isOver) worker.postMessage({ kind: 'cancel', id: NOBODY });
  };
  worker.addEventListener('message', ({ data }: MessageEvent<{ kind: string; id?: number }>) => {
    if (data.kind !== 'heard' || data.id !== NOBODY || isOver) return;
    longest = Math.max(longest, performance.now() - asked);
    setTimeout(ask, 1);
  });
  ask();
  return () => {
    isOver = true;
    return Math.max(longest, performance.now() - asked);
  };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function open(engine: Engine): EnginePage {
  let file = new Blob([]);
  let hash = '';
  let turn = 0;
  let table: Table = { columns: [], rows: 0 };

  /** A reading of the file that nobody has done yet, or the one that is kept. */
  function taskOf(kind: string) {
    turn++;
    if (kind !== 'load') return withTurn(taskFor(kind, turn, hash, table), turn);
    const another = turn.toString(16).padStart(64, 'a');
    engine.provideFile(another, file);
    return taskFor(kind, turn, another, table);
  }

  return {
    kinds: Object.keys(KINDS),
    async prepare(rows) {
      const text = toCsv(drawCustomers(rows, 7));
      file = new Blob([text]);
      table = { rows, columns: text.slice(0, text.indexOf('\n')).trim().split(',') };
      ({ sha256: hash } = await engine.addFile(file));
      const outcome = await engine.run(taskFor('explain', 0, hash, table));
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    },
    async measure(kind, limitMs) {
      const task = taskOf(kind);
      const silence = listenForSilence();
      const began = performance.now();
      const { status, ...rest } = await engine.run(task, { signal: AbortSignal.timeout(limitMs) });
      if (status === 'failed') throw new Error(JSON.stringify(rest));
      return { status, ms: performance.now() - began, silentMs: silence() };
    },
    async trace(kind, limitMs) {
      const task = taskOf(kind);
      const seen: (readonly number[])[] = [];
      await engine.run(task, {
        signal: AbortSignal.timeout(limitMs),
        onProgress: ({ cellId, elapsedMs, done, total }) =>
          cellId === task.cellId && seen.push([Math.round(elapsedMs), done / total]),
      });
      return seen;
    },
    async cancel(kind, afterMs) {
      const controller = new AbortController();
      let [hadIteration, isLate] = [false, false];
      const run = engine.run(taskOf(kind), {
        signal: controller.signal,
        onLatePartial: () => (isLate = true),
        onProgress: ({ facts }) => (hadIteration ||= Number(facts?.['iteration'] ?? 0) > 1),
      });
      await Promise.race([wait(afterMs), run]);
      const pressed = performance.now();
      controller.abort();
      const freed = engine.run(nextTask(++turn)).then(() => performance.now() - pressed);
      const { status } = await run;
      const stoppedMs = performance.now() - pressed;
      const freeMs = await freed;
      // What comes late comes within the patience of the page.
      if (hadIteration && status === 'cancelled') await wait(300);
      return { status, stoppedMs, freeMs, hadIteration, isKept: status === 'partial' || isLate };
    },
    engines: () => engines,
  };
}

Object.assign(globalThis, { enginePage: startPageEngine().then(open) });
