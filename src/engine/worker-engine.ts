import type { ExportWish } from '../core/export';
import { Problem, type ProblemReport } from '../core/problem';
import type { Language } from '../core/words';
import type { RowsAsk, TableRows } from '../core/table-rows';
import { EngineWorker, type EngineWorkerOptions } from './engine-worker';
import { Latest } from './latest';
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
import type { Answer } from './protocol';
import { rowsRun } from './rows-run';

/** The page's engine: every question goes to a worker that may be stopped and replaced. */
export class WorkerEngine implements Engine {
  readonly #worker: EngineWorker;
  readonly #latest = new Latest();
  readonly #latestRows = new Latest();

  constructor(options: EngineWorkerOptions) {
    this.#worker = new EngineWorker(options);
  }

  async addFile(file: Blob, options: RunOptions = {}) {
    const answer = await this.#worker.ask({ kind: 'add-file', file }, options);
    if (answer.kind === 'cancelled') throw options.signal?.reason;
    if (answer.kind !== 'added') throw toProblem(problemOf(answer));
    this.#worker.provide(answer.sha256, file);
    return { sha256: answer.sha256, sizeBytes: answer.sizeBytes };
  }

  provideFile(sha256: string, file: Blob): void {
    this.#worker.provide(sha256, file);
  }

  async run(task: Task, options: RunOptions = {}): Promise<Outcome> {
    const { fingerprint, cellId } = task;
    const answer = await this.#latest.run(task, options, (own) =>
      this.#worker.ask({ kind: 'run', task }, own),
    );
    if (answer.kind === 'ran') return answer.outcome;
    if (answer.kind === 'cancelled') return { status: 'cancelled', fingerprint };
    return { status: 'failed', fingerprint, problem: problemOf(answer), cellId };
  }

  async propose(file: FileName, language: Language, options: RunOptions = {}): Promise<Proposal> {
    const answer = await this.#worker.ask({ kind: 'propose', file, language }, options);
    if (answer.kind === 'proposed') return answer.proposal;
    if (answer.kind === 'cancelled') return { status: 'cancelled' };
    return { status: 'failed', problem: problemOf(answer) };
  }

  async labels(task: Task, options: RunOptions = {}): Promise<Labels> {
    const answer = await this.#worker.ask({ kind: 'labels', task }, options);
    if (answer.kind === 'labelled') return answer.labels;
    if (answer.kind === 'cancelled') return { status: 'cancelled' };
    return { status: 'failed', problem: problemOf(answer) };
  }

  async export(task: Task, wish: ExportWish, options: RunOptions = {}): Promise<Exported> {
    const answer = await this.#worker.ask({ kind: 'export', task, wish }, options);
    if (answer.kind === 'exported') return answer.exported;
    if (answer.kind === 'cancelled') return { status: 'cancelled' };
    return { status: 'failed', problem: problemOf(answer) };
  }

  async compare(task: Task, before: Task, options: RunOptions = {}): Promise<Compared> {
    const answer = await this.#worker.ask({ kind: 'compare', task, before }, options);
    if (answer.kind === 'compared') return answer.compared;
    if (answer.kind === 'cancelled') return { status: 'cancelled' };
    return { status: 'failed', problem: problemOf(answer) };
  }

  async rows(task: Task, ask: RowsAsk, options: RunOptions = {}): Promise<TableRows> {
    const answer = await this.#latestRows.run(rowsRun(task, ask), options, (own) =>
      this.#worker.ask({ kind: 'rows', task, ask }, own),
    );
    if (answer.kind === 'rows') return answer.rows;
    if (answer.kind === 'cancelled') return { status: 'cancelled' };
    return { status: 'failed', problem: problemOf(answer) };
  }

  dispose(): void {
    this.#worker.dispose();
  }
}

function problemOf(answer: Answer): ProblemReport {
  if (answer.kind === 'refused') return answer.problem;
  return { code: 'internal', facts: { message: `unexpected answer: ${answer.kind}` } };
}

function toProblem({ code, facts }: ProblemReport): Problem {
  return new Problem(code, facts);
}
