import { readinessOf } from '../../core/fingerprint';
import type { Notebook } from '../../core/notebook';
import type { Compared } from '../../engine/port';
import type { Version } from '../../storage/port';
import { estimateMs } from '../estimate';
import type { Session } from '../session.svelte';
import { clusteringsIn, differencesOf, goneIn, pairsOf, type RunSide } from './compare-runs';
import { compareClusterings, rerun, type RerunPorts } from './rerun';
import type { Store } from '../../storage/port';

export type ComparisonPorts = RerunPorts & {
  readonly store: Pick<
    Store,
    'listVersions' | 'openVersion' | 'readResults' | 'saveResult' | 'readDataset'
  >;
};

/** Labels that take longer than this to find again are not computed unasked. */
const UNASKED_MS = 1500;

/** Two runs of a notebook side by side, each a kept version or the notebook as it is. */
export class Comparison {
  versions: readonly Version[] = $state.raw([]);
  isLoaded = $state(false);
  then: { readonly number: number; readonly side: RunSide } | null = $state.raw(null);
  /** Null: the notebook as it is. */
  other: { readonly number: number; readonly side: RunSide } | null = $state.raw(null);
  /** How far a rerun is; null while none is under way. */
  rerunning: { readonly done: number; readonly count: number } | null = $state.raw(null);
  compared: Compared | null = $state.raw(null);
  isComparing = $state(false);
  chosen: string | null = $state(null);

  readonly now: RunSide = $derived.by(() => {
    const { notebook, results } = this.session;
    return this.other?.side ?? { notebook, results };
  });
  readonly differences = $derived.by(() =>
    this.then
      ? differencesOf(this.then.side.notebook, this.now.notebook, this.ports.definitions)
      : [],
  );
  readonly pairs = $derived.by(() =>
    this.then ? pairsOf(this.then.side, this.now, this.ports.definitions) : [],
  );
  readonly gone = $derived.by(() =>
    this.then ? goneIn(this.then.side, this.ports.definitions) : [],
  );
  readonly clusterings = $derived.by(() => clusteringsIn(this.pairs, this.ports.definitions));
  readonly clustering = $derived(
    this.clusterings.find((id) => id === this.chosen) ?? this.clusterings[0] ?? null,
  );
  #controller = new AbortController();

  constructor(
    private readonly session: Session,
    private readonly ports: ComparisonPorts,
  ) {}

  /** Lists the kept runs and takes the newest to compare with. */
  async load(): Promise<void> {
    const all = await this.ports.store.listVersions(this.session.id).catch(() => []);
    this.versions = all.filter(({ reason }) => reason === 'named');
    this.isLoaded = true;
    const [newest] = this.versions;
    if (newest && this.then === null) await this.choose('then', newest.number);
  }

  async choose(which: 'then' | 'now', number: number | null): Promise<void> {
    this.#restart();
    const found = number === null ? null : await this.#open(number);
    if (which === 'then') this.then = found;
    else this.other = found;
    this.#compareIfCheap();
  }

  chooseClustering(cellId: string): void {
    this.#restart();
    this.chosen = cellId;
    this.#compareIfCheap();
  }

  /** Runs again what is not kept of the former run. */
  async rerun(): Promise<void> {
    const { then, gone } = this;
    if (!then) return;
    const { signal } = this.#controller;
    this.rerunning = { done: 0, count: gone.length };
    let { side } = then;
    for await (const result of rerun(side, gone, { ...this.ports, signal })) {
      if (signal.aborted) return;
      side = { ...side, results: new Map(side.results).set(result.fingerprint, result) };
      this.then = { ...then, side };
      this.rerunning = { done: this.rerunning.done + 1, count: gone.length };
    }
    this.rerunning = null;
    this.#compareIfCheap();
  }

  async compare(): Promise<void> {
    const { then, now, clustering } = this;
    if (!then || clustering === null) return;
    const { signal } = this.#controller;
    this.isComparing = true;
    const sides = { then: then.side, now };
    const compared = await compareClusterings(clustering, sides, { ...this.ports, signal });
    if (signal.aborted) return;
    this.isComparing = false;
    this.compared = compared;
  }

  /** What finding the labels of both runs may take, in milliseconds. */
  get labelsMs(): number {
    const { then, now, clustering } = this;
    if (!then || clustering === null) return 0;
    return [then.side, now].reduce((sum, side) => sum + this.estimate(side, [clustering]), 0);
  }

  estimate(side: RunSide, cellIds: readonly string[]): number {
    const readiness = readinessOf(side.notebook, this.ports.definitions);
    return cellIds.reduce((sum, id) => {
      const ready = readiness.get(id);
      return ready?.status === 'ready' ? sum + estimateMs(ready, side.results) : sum;
    }, 0);
  }

  close(): void {
    this.#controller.abort();
  }

  #compareIfCheap(): void {
    if (this.clustering !== null && this.labelsMs < UNASKED_MS) void this.compare();
  }

  #restart(): void {
    this.#controller.abort();
    this.#controller = new AbortController();
    this.compared = null;
    this.isComparing = false;
    this.rerunning = null;
  }

  async #open(number: number): Promise<{ number: number; side: RunSide } | null> {
    const { store, definitions } = this.ports;
    const notebook: Notebook | null = await store.openVersion(this.session.id, number);
    if (!notebook) return null;
    const prints = [...readinessOf(notebook, definitions).values()].flatMap((ready) =>
      ready.status === 'ready' ? [ready.fingerprint] : [],
    );
    const kept = await store.readResults(prints).catch(() => new Map());
    const results = new Map([...kept].filter(([, result]) => !result.isPartial));
    for (const print of prints) {
      const known = this.session.results.get(print);
      if (known) results.set(print, known);
    }
    return { number, side: { notebook, results } };
  }
}
