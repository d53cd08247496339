import { readinessOf } from '../core/fingerprint';
import {
  carryNumbers,
  fillNumbers,
  identityIn,
  recordOf,
  shortPrint,
  withRecord,
  type Identity,
  type IdentityRecord,
} from '../core/identity';
import type { Json } from '../core/json';
import { cellOf, setParams, type Cell } from '../core/notebook';
import { taskOfRecipe } from '../core/recipe-task';
import { taskOf } from '../core/task';
import type { Compared, Engine, RunOptions, Task } from '../engine/port';
import type { Store, StoredResult } from '../storage/port';
import { comparisonPrint } from './moved';
import { withEntry, type Session } from './session.svelte';
import { createSourceSupply } from './source-supply';

export interface IdentityPorts {
  readonly engine: Pick<Engine, 'compare' | 'provideFile'>;
  readonly store: Pick<Store, 'saveResult' | 'readDataset'>;
  /** The document was changed, though not by the user. */
  readonly onAmended: () => void;
}

/** What was decided for a result, and the records that it was decided by. */
export interface Decision {
  readonly basis: Json | undefined;
  readonly records: readonly IdentityRecord[];
  /** What the result was compared with, to be shown and kept. */
  readonly comparison: StoredResult | null;
}

/**
 * Sees to it that groups keep their numbers: every new result of a clustering is compared, row by
 * row, with the one before, and what its clusters are called is written into the document, not as
 * a step of its history, so that undo brings back the old result with the old numbers.
 */
export class Identities {
  readonly #provide;
  readonly #asked = new Set<string>();

  constructor(
    private readonly session: Session,
    private readonly ports: IdentityPorts,
  ) {
    this.#provide = createSourceSupply(ports);
  }

  /**
   * What the clusters of a finished computation, with this display, are to be called; null where it
   * is known or does not matter.
   */
  async decide(task: Task, display: unknown, options: RunOptions = {}): Promise<Decision | null> {
    const cell = this.#keeper(task.cellId);
    if (!cell) return null;
    const identity = identityIn(cell.params);
    if (recordOf(identity, task.fingerprint)) return null;
    const last = this.#lastOf(cell, identity, task.fingerprint);
    const before = last && taskOfRecipe(last.recipe, this.session.definitions);
    const compared = before ? await this.#compare(task, before, options) : null;
    const made = { task, last, compared, clusters: countIn(display) };
    return { basis: cell.params.identity, ...decided(cell, made) };
  }

  /** Writes a decision into the document, unless the document has moved on meanwhile. */
  adopt(task: Task, decision: Decision | null): void {
    if (!decision) return;
    const { session } = this;
    if (decision.comparison) {
      const { fingerprint } = decision.comparison;
      session.results = withEntry(session.results, fingerprint, decision.comparison);
      this.ports.store.saveResult(decision.comparison).catch(() => undefined);
    }
    const cell = this.#keeper(task.cellId);
    const isSame = cell?.params.identity === decision.basis;
    if (cell && isSame && this.#askedBy(cell) === task.fingerprint) {
      const identity = decision.records.reduce(withRecord, identityIn(cell.params));
      this.#amend(cell, identity);
    }
  }

  /**
   * After an edit or an undo: a result that is there already may have no numbers yet in this state
   * of the document, or older ones than the last.
   */
  check(): void {
    for (const cell of this.session.notebook.cells) {
      const fingerprint = this.#keeper(cell.id) ? this.#askedBy(cell) : null;
      if (fingerprint === null || !this.session.results.has(fingerprint)) continue;
      const identity = identityIn(cell.params);
      const record = recordOf(identity, fingerprint);
      if (!record) void this.#decideLate(cell);
      else if (record !== identity.at(-1)) this.#returnTo(cell, identity, record);
    }
  }

  /** What was looked at before is looked at again: it keeps its numbers, and is the last from now on. */
  #returnTo(cell: Cell, identity: Identity, record: IdentityRecord): void {
    const { of, numbers } = record;
    const from = identity.at(-1)!.of;
    this.#amend(cell, withRecord(identity, { of, numbers, from }));
    void this.#compareAgain(cell, from);
  }

  async #compareAgain(cell: Cell, from: string): Promise<void> {
    const { session } = this;
    const task = taskOf(session.notebook, cell.id, session.definitions);
    const last = this.#known(from);
    const before = last && taskOfRecipe(last.recipe, session.definitions);
    if (
      !task ||
      !before ||
      session.results.has(comparisonPrint(shortPrint(task.fingerprint), from))
    )
      return;
    const compared = await this.#compare(task, before);
    const comparison = comparisonOf(task, last, compared);
    if (comparison) {
      session.results = withEntry(session.results, comparison.fingerprint, comparison);
      this.ports.store.saveResult(comparison).catch(() => undefined);
    }
  }

  async #decideLate(cell: Cell): Promise<void> {
    const task = taskOf(this.session.notebook, cell.id, this.session.definitions);
    const key = `${cell.id} ${task?.fingerprint} ${JSON.stringify(cell.params.identity)}`;
    if (!task || this.#asked.has(key)) return;
    this.#asked.add(key);
    const { display } = this.session.results.get(task.fingerprint) ?? {};
    this.adopt(task, await this.decide(task, display));
    this.#asked.delete(key);
  }

  async #compare(task: Task, before: Task, options: RunOptions = {}): Promise<Compared> {
    await this.#provide(task);
    await this.#provide(before);
    const compared = await this.ports.engine.compare(task, before, options);
    // An engine that was replaced takes its answer along; the next one is asked once more.
    return compared.status === 'failed'
      ? this.ports.engine.compare(task, before, options)
      : compared;
  }

  /** The result that the last record is of; before any record, what the cell shows. */
  #lastOf(cell: Cell, identity: Identity, fingerprint: string): StoredResult | null {
    const last = identity.at(-1);
    if (last) return this.#known(last.of);
    const shown = this.session.shown.get(cell.id) ?? null;
    return shown?.fingerprint === fingerprint || shown?.kind !== cell.kind ? null : shown;
  }

  #known(print: string): StoredResult | null {
    const { results, shown } = this.session;
    for (const result of [...results.values(), ...shown.values()]) {
      if (shortPrint(result.fingerprint) === print) return result;
    }
    return null;
  }

  /** The cell, if it keeps numbers for its clusters. */
  #keeper(cellId: string): Cell | null {
    const cell = cellOf(this.session.notebook, cellId);
    const params = cell && this.session.definitions.get(cell.kind)?.params;
    return cell && params && Object.hasOwn(params, 'identity') ? cell : null;
  }

  /** The fingerprint that a cell asks for at present. */
  #askedBy(cell: Cell): string | null {
    const ready = readinessOf(this.session.notebook, this.session.definitions).get(cell.id);
    return ready?.status === 'ready' ? ready.fingerprint : null;
  }

  #amend(cell: Cell, identity: Identity): void {
    const { session } = this;
    const patch = { identity: identity as unknown as Json };
    const present = setParams(session.notebook, cell.id, patch);
    session.history = { ...session.history, present };
    this.ports.onAmended();
  }
}

function namesIn(cell: Cell): readonly string[] {
  const { names } = cell.params;
  return Array.isArray(names) ? names.map((name) => (typeof name === 'string' ? name : '')) : [];
}

/** How many clusters a display says there are. */
function countIn(display: unknown): number {
  const { clusters } = (display ?? {}) as { readonly clusters?: unknown };
  return typeof clusters === 'number' ? clusters : 0;
}

interface Made {
  readonly task: Task;
  readonly last: StoredResult | null;
  /** Null: there was nothing to compare with. */
  readonly compared: Compared | null;
  readonly clusters: number;
}

function decided(cell: Cell, { task, last, compared, clusters }: Made): Omit<Decision, 'basis'> {
  const identity = identityIn(cell.params);
  const of = shortPrint(task.fingerprint);
  if (!last || compared?.status !== 'done') {
    const numbers = fillNumbers((identity.at(-1)?.numbers ?? []).slice(0, clusters), clusters);
    const isFirst = identity.length === 0 && last === null;
    const record = { of, numbers, ...(isFirst ? {} : { isUnchecked: true as const }) };
    return { records: [record], comparison: null };
  }
  const { flows, matches } = compared.comparison;
  const from = shortPrint(last.fingerprint);
  const known = recordOf(identity, last.fingerprint);
  const earlier = known ?? { of: from, numbers: fillNumbers([], flows.before) };
  const numbers = carryNumbers(matches, earlier.numbers, namesIn(cell));
  const records = [...(known ? [] : [earlier]), { of, numbers, from }];
  return { records, comparison: comparisonOf(task, last, compared) };
}

/** A comparison as a result of its own: kept and found again by what was compared. */
function comparisonOf(task: Task, last: StoredResult, compared: Compared): StoredResult | null {
  if (compared.status !== 'done') return null;
  return {
    fingerprint: comparisonPrint(shortPrint(task.fingerprint), shortPrint(last.fingerprint)),
    kind: 'comparison',
    display: compared.comparison.flows,
    elapsedMs: 0,
    // What the earlier one was made from, to say what changed since.
    recipe: last.recipe,
    isPartial: false,
  };
}
