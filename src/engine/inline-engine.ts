import type { CellCompute } from '../core/cell-compute';
import type { ReadOptions } from '../core/read-report';
import type { ExportWish } from '../core/export';
import type { Job } from '../core/job';
import type { Notebook } from '../core/notebook';
import { Problem } from '../core/problem';
import type { RowsAsk, TableRows } from '../core/table-rows';
import type { ClusteringValue, TableValue } from '../core/values';
import type { Language } from '../core/words';
import { movableBuffers } from './buffers';
import { clusteringOf, compareClusterings, haveSameRows } from './compare';
import { drive, type DriveOptions } from './drive';
import { Flights, type Arrival } from './flights';
import { hashFile } from './hash-file';
import { Latest } from './latest';
import { loadTask, withMore } from './load-task';
import type {
  Compared,
  Engine,
  Exported,
  Labels,
  Outcome,
  Proposal,
  RunOptions,
  Task,
  FileName,
} from './port';
import { toRowLabels } from './row-labels';
import { reportThrown } from './report-thrown';
import { rowsRun } from './rows-run';
import { exportCell, type ReadSource, type World } from './run-task';
import { RowsDesk, tableOf } from './table-rows';
import { createValueCache } from './value-cache';

/** What an engine is made of; browser worker, Node and tests each bring their own. */
export interface EngineParts {
  readonly computes: ReadonlyMap<string, CellCompute>;
  readonly createShards: World['createShards'];
  readonly packer?: World['packer'];
  readonly query?: World['query'];
  readonly secret?: World['secret'];
  readonly readFile: (
    file: Blob,
    options: ReadOptions & { readonly name: string },
    signal: AbortSignal,
  ) => Job<ReadSource, never>;
  readonly propose: (
    table: TableValue,
    file: FileName,
    tools: { readonly language: Language; readonly createShards: World['createShards'] },
  ) => Job<Notebook>;
  readonly cacheBytes: number;
  readonly dispose?: () => void;
}

/** An outcome with the buffers of its display that may be moved to another thread. */
export type MovableOutcome = Outcome & { readonly movable?: ArrayBuffer[] };

/** The engine in the thread that it is called from: the engine worker's inside, Node, and tests. */
export class InlineEngine implements Engine {
  readonly #files = new Map<string, Blob>();
  readonly #latest = new Latest();
  readonly #latestRows = new Latest();
  readonly #desk = new RowsDesk();
  readonly #flights: Flights;
  readonly #world: World;

  constructor(private readonly parts: EngineParts) {
    const { computes, createShards, packer, query, secret, cacheBytes } = parts;
    this.#world = {
      computes,
      createShards,
      packer,
      query,
      ...(secret ? { secret } : {}),
      readSource: ({ name, sha256 }, options, signal) => {
        const file = this.#files.get(sha256);
        if (!file) throw new Problem('source-missing', { name, sha256 });
        return parts.readFile(file, { ...options, name }, signal);
      },
    };
    this.#flights = new Flights(this.#world, createValueCache(cacheBytes));
  }

  async addFile(file: Blob, options: RunOptions = {}) {
    const driven = await drive(hashFile(file), watched(options, ''));
    if (driven.status !== 'done') throw options.signal?.reason;
    this.#files.set(driven.value, file);
    return { sha256: driven.value, sizeBytes: file.size };
  }

  provideFile(sha256: string, file: Blob): void {
    this.#files.set(sha256, file);
  }

  async run(task: Task, options: RunOptions = {}): Promise<MovableOutcome> {
    const started = performance.now();
    const { fingerprint } = task;
    const arrival = await this.#latest.run(task, options, (own) => this.#flights.join(task, own));
    if (arrival.status === 'cancelled') return { status: 'cancelled', fingerprint };
    if (arrival.status === 'failed') {
      const { problem, cellId } = arrival;
      return { status: 'failed', fingerprint, problem, cellId };
    }
    const { display } = arrival.result;
    const elapsedMs = performance.now() - started;
    const movable = movableOf(arrival);
    return { status: arrival.status, fingerprint, display, elapsedMs, movable };
  }

  async propose(file: FileName, language: Language, options: RunOptions = {}): Promise<Proposal> {
    try {
      const arrival = await this.#flights.join(loadTask(file, this.parts.computes), options);
      if (arrival.status === 'failed') return { status: 'failed', problem: arrival.problem };
      if (arrival.status !== 'done') return { status: 'cancelled' };
      const table = arrival.result.value;
      if (table?.kind !== 'table') throw new Problem('input-missing', { input: 'table' });
      const { createShards } = this.parts;
      const { name, sha256 } = file;
      const tools = { language, createShards };
      const job = this.parts.propose(table, { name, sha256 }, tools);
      const driven = await drive(job, watched(options, ''));
      if (driven.status !== 'done') return { status: 'cancelled' };
      return { status: 'done', notebook: withMore(driven.value, file) };
    } catch (thrown) {
      return { status: 'failed', problem: reportThrown(thrown) };
    }
  }

  async labels(task: Task, options: RunOptions = {}): Promise<Labels> {
    try {
      const clustering = await this.#clustering(task, options);
      if (!clustering) return { status: 'cancelled' };
      return { status: 'done', labels: toRowLabels(clustering) };
    } catch (thrown) {
      return { status: 'failed', problem: reportThrown(thrown) };
    }
  }

  async compare(task: Task, before: Task, options: RunOptions = {}): Promise<Compared> {
    try {
      if (!haveSameRows(before, task, this.parts.computes)) return { status: 'apart' };
      const now = await this.#clustering(task, options);
      const earlier = now && (await this.#clustering(before, options));
      if (!earlier) return { status: 'cancelled' };
      const driven = await drive(compareClusterings(earlier, now), watched(options, task.cellId));
      if (driven.status !== 'done') return { status: 'cancelled' };
      return { status: 'done', comparison: driven.value };
    } catch (thrown) {
      return { status: 'failed', problem: reportThrown(thrown) };
    }
  }

  /** What a cell gives as a clustering; null after a cancel. Throws `Problem`s. */
  async #clustering(task: Task, options: RunOptions): Promise<ClusteringValue | null> {
    const arrival = await this.#flights.join(task, options);
    if (arrival.status === 'failed') {
      throw new Problem(arrival.problem.code, arrival.problem.facts);
    }
    return arrival.status === 'done' ? clusteringOf(arrival.result.value) : null;
  }

  async export(task: Task, wish: ExportWish, options: RunOptions = {}): Promise<Exported> {
    const { signal = new AbortController().signal } = options;
    const ground = await this.#flights.gather(task, options);
    if (ground.status === 'failed') return { status: 'failed', problem: ground.problem };
    if (ground.status !== 'gathered') return { status: 'cancelled' };
    const { inputs, value } = ground;
    const { onProgress = () => undefined } = watched(options, task.cellId);
    try {
      const run = { inputs, value, wish, signal, onProgress };
      const driven = await exportCell(task, this.#world, run);
      return driven.status === 'done'
        ? { status: 'done', file: driven.value }
        : { status: 'cancelled' };
    } catch (thrown) {
      return { status: 'failed', problem: reportThrown(thrown) };
    }
  }

  async rows(task: Task, ask: RowsAsk, options: RunOptions = {}): Promise<TableRows> {
    return this.#latestRows.run(rowsRun(task, ask), options, async (own) => {
      try {
        const arrival = await this.#flights.join(task, own);
        if (arrival.status === 'failed') return { status: 'failed', problem: arrival.problem };
        if (arrival.status !== 'done') return { status: 'cancelled' };
        const job = this.#desk.answer(tableOf(arrival.result.value), task.fingerprint, ask);
        const driven = await drive(job, watched(own, task.cellId));
        if (driven.status !== 'done') return { status: 'cancelled' };
        return { status: 'done', given: driven.value };
      } catch (thrown) {
        return { status: 'failed', problem: reportThrown(thrown) };
      }
    });
  }

  dispose(): void {
    this.parts.dispose?.();
  }
}

/** How to drive a job that belongs to a request rather than to a task. */
function watched({ signal, onProgress }: RunOptions, cellId: string): DriveOptions {
  const started = performance.now();
  return {
    ...(signal ? { signal } : {}),
    onProgress: (progress) =>
      onProgress?.({ ...progress, cellId, elapsedMs: performance.now() - started }),
  };
}

function movableOf(arrival: Extract<Arrival, { status: 'done' | 'partial' }>): ArrayBuffer[] {
  // What the cache or somebody else holds must stay where it is.
  if (arrival.isShared || (arrival.status === 'done' && arrival.result.value)) return [];
  return movableBuffers(arrival.result.display, arrival.inputs);
}
