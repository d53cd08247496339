import type { Ready } from '../core/fingerprint';
import type { Notebook } from '../core/notebook';
import { recipeOf } from '../core/staleness';
import { taskOf } from '../core/task';
import type { Engine, Outcome, PartialOutcome, ProgressReport } from '../engine/port';
import type { Store, StoredResult } from '../storage/port';
import { estimateMs } from './estimate';
import type { Identities } from './identities';
import { paceAfter } from './pace';
import { neededFor, quickChanges, quickFollowers, readyOf, startsNow, stillComing } from './plan';
import { withEntry, type Session } from './session.svelte';
import { createSourceSupply } from './source-supply';

export interface SchedulerPorts {
  readonly engine: Pick<Engine, 'run' | 'provideFile'>;
  readonly store: Pick<Store, 'saveResult' | 'readDataset'>;
  /** Says what the clusters of new results are called; absent: nobody does. */
  readonly identities?: Pick<Identities, 'decide' | 'adopt' | 'check'>;
}

/**
 * Decides what to run, reuse and abandon. Never on stale input; a new question of a cell aborts
 * the computation of the old one. What it knows and does is in the session for all to see.
 */
export class Scheduler {
  readonly #controllers = new Map<string, AbortController>();
  readonly #provide;
  #isDisposed = false;

  constructor(
    private readonly session: Session,
    private readonly ports: SchedulerPorts,
  ) {
    this.#provide = createSourceSupply(ports);
  }

  /** Tells that the document changed: aborts what nobody asks any more, starts what is quick. */
  edited(before: Notebook): void {
    this.ports.identities?.check();
    this.session.showFresh();
    this.#enqueue(quickChanges(before, this.session));
    this.#pump();
  }

  /** Runs these cells, and first whatever they need; problems met before are tried again. */
  run(cellIds: Iterable<string>): void {
    const cells = neededFor(cellIds, this.session);
    const failures = new Map(this.session.failures);
    for (const ready of cells) failures.delete(ready.fingerprint);
    this.session.failures = failures;
    this.#enqueue(cells.map((ready) => ready.cell.id));
    this.#pump();
  }

  /** Forgets the results of cells and runs them; the same answers come, as fingerprints promise. */
  runAnew(cellIds: readonly string[]): void {
    const { session } = this;
    const results = new Map(session.results);
    for (const id of cellIds) {
      const ready = readyOf(session, id);
      if (ready) results.delete(ready.fingerprint);
    }
    session.results = results;
    this.run(cellIds);
  }

  /** How many cells a run of these would compute. */
  neededCount(cellIds: Iterable<string>): number {
    return neededFor(cellIds, this.session).length;
  }

  /** Expected milliseconds until these cells are fresh. */
  estimate(cellIds: Iterable<string>): number {
    const { session } = this;
    const times = neededFor(cellIds, session).map((ready) => estimateMs(ready, session.results));
    return times.reduce((sum, ms) => sum + ms, 0);
  }

  /** Stops a run (its last finished iteration stays, as partial) or takes a cell out of the queue. */
  cancel(cellId: string): void {
    const { session } = this;
    session.queued = new Set([...session.queued].filter((id) => id !== cellId));
    this.#stop(cellId);
    session.queued = stillComing(session);
  }

  cancelAll(): void {
    this.session.queued = new Set();
    for (const cellId of [...this.#controllers.keys()]) this.#stop(cellId);
  }

  /** The session is closed: whatever still answers is not listened to. */
  dispose(): void {
    this.#isDisposed = true;
    this.cancelAll();
  }

  /** Until the engine has let go of it, the same question may be put anew and waits its turn. */
  #stop(cellId: string): void {
    const { session } = this;
    const run = session.runs.get(cellId);
    if (run && !run.isEnding) {
      session.runs = withEntry(session.runs, cellId, { ...run, isEnding: true });
    }
    this.#controllers.get(cellId)?.abort();
  }

  #enqueue(cellIds: readonly string[]): void {
    this.session.queued = new Set([...this.session.queued, ...cellIds]);
  }

  #pump(): void {
    if (this.#isDisposed) return;
    const { session } = this;
    for (const [cellId, run] of session.runs) {
      const isWanted = readyOf(session, cellId)?.fingerprint === run.fingerprint;
      if (!isWanted) this.#stop(cellId);
    }
    for (const { ready, isQuick } of startsNow(session)) void this.#start(ready, isQuick);
    session.queued = stillComing(session);
  }

  async #start(ready: Ready, isQuick: boolean): Promise<void> {
    const { session, ports } = this;
    const { cell, fingerprint } = ready;
    const task = taskOf(session.notebook, cell.id, session.definitions);
    const recipe = recipeOf(session.notebook, cell.id, session.definitions);
    if (!task || !recipe) return;
    const controller = new AbortController();
    const { signal } = controller;
    this.#controllers.set(cell.id, controller);
    session.partials = withEntry(session.partials, fingerprint, undefined);
    const run = { cellId: cell.id, fingerprint, isQuick, progress: null, snapshot: null };
    session.runs = withEntry(session.runs, cell.id, run);
    await this.#provide(task);
    const made = { kind: cell.kind, recipe };
    const onProgress = (progress: ProgressReport) => this.#show(cell.id, progress, made);
    const outcome: Outcome = signal.aborted
      ? { status: 'cancelled', fingerprint }
      : await ports.engine.run(task, {
          signal,
          onProgress,
          onLatePartial: (late) => this.#keepLate(late, cell.id, made),
        });
    // A new result is shown with its segments' numbers, never a moment without.
    const decision =
      outcome.status === 'done' && !this.#isDisposed
        ? ((await ports.identities?.decide(task, outcome.display, { signal })) ?? null)
        : null;
    if (this.#isDisposed) return;
    this.#controllers.delete(cell.id);
    session.runs = withEntry(session.runs, cell.id, undefined);
    ports.identities?.adopt(task, decision);
    this.#keep(outcome, made);
    // The document may have moved on while the result was compared.
    ports.identities?.check();
    if (outcome.status === 'done') this.#enqueue(quickFollowers(cell.id, session));
    this.#pump();
  }

  #show(
    cellId: string,
    progress: ProgressReport,
    made: Pick<StoredResult, 'kind' | 'recipe'>,
  ): void {
    const { session } = this;
    const run = session.runs.get(cellId);
    if (!run) return;
    // A report may be of a cell upstream, which is computed first.
    const { snapshot: display, elapsedMs } = progress;
    const isOwn = display !== undefined && progress.cellId === cellId;
    const { fingerprint } = run;
    const snapshot = isOwn
      ? { fingerprint, display, elapsedMs, isPartial: true, ...made }
      : run.snapshot;
    session.runs = withEntry(session.runs, cellId, {
      ...run,
      progress,
      pace: paceAfter(run.pace, progress),
      snapshot,
    });
  }

  /** The last iteration of a run that was over for the page before the engine could tell it. */
  #keepLate(
    outcome: PartialOutcome,
    cellId: string,
    made: Pick<StoredResult, 'kind' | 'recipe'>,
  ): void {
    const { session } = this;
    const isAskedAgain = session.runs.get(cellId)?.fingerprint === outcome.fingerprint;
    if (!this.#isDisposed && !isAskedAgain) this.#keep(outcome, made);
  }

  /** An answer to an old question is kept too, since undo may ask it again; it is never shown as fresh. */
  #keep(outcome: Outcome, made: Pick<StoredResult, 'kind' | 'recipe'>): void {
    const { session, ports } = this;
    const { fingerprint, status } = outcome;
    if (status === 'cancelled') return;
    if (status === 'failed') {
      session.failures = withEntry(session.failures, fingerprint, outcome.problem);
      return;
    }
    const { display, elapsedMs } = outcome;
    const isPartial = status === 'partial';
    const result: StoredResult = { fingerprint, display, elapsedMs, isPartial, ...made };
    if (isPartial) {
      session.partials = withEntry(session.partials, fingerprint, result);
      return;
    }
    session.results = withEntry(session.results, fingerprint, result);
    session.showFresh();
    // Not kept on a full disk: a result can be computed again.
    ports.store.saveResult(result).catch(() => undefined);
  }
}
