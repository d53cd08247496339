import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { hashOf } from '../../core/fingerprint';
import type { Source } from '../../core/notebook';
import { Problem, reportOf, type ProblemReport } from '../../core/problem';
import type { Language } from '../../core/words';
import type { PackedFile } from '../../notebook-file/bundle';
import { writeResults } from '../../notebook-file/results';
import type { Session } from '../session.svelte';
import { readSource } from '../opening';
import { createSourceSupply } from '../source-supply';
import type { WorkspacePorts } from '../workspace-ports';
import { drawTwin, measureGate, type ColumnClass, type GateFigures, type GatePorts } from './gate';
import { resultsToSend } from './results';
import { depart, type Departure, type Passenger } from './passengers';

/** What the gate knows of one source. */
export type GateState =
  | { readonly kind: 'measuring' }
  | { readonly kind: 'measured'; readonly figures: GateFigures }
  | { readonly kind: 'failed'; readonly problem: ProblemReport };

/** What leaves: the notebook's text, the data, and the results if they go along. */
export interface Parts {
  readonly departure: Departure;
  readonly files: readonly PackedFile[];
  readonly resultsHash?: string;
}

/** Rows that share their quasi-identifiers with fewer others than this are at risk. */
export const GATE_K = 5;

/** What is about to leave, and what was looked at before. Lives as long as the panel. */
export class Sharing {
  readonly choice = new SvelteMap<string, Passenger>();
  readonly gates = new SvelteMap<string, GateState>();
  /** Sources whose rows somebody has looked at and may pass on; each is looked at by itself. */
  readonly agreed = new SvelteSet<string>();
  readonly #decisions = new SvelteMap<string, SvelteMap<string, ColumnClass>>();
  readonly #gate: GatePorts;

  constructor(
    readonly session: () => Session,
    readonly ports: WorkspacePorts,
    readonly language: () => Language,
  ) {
    const { engine, definitions } = ports;
    this.#gate = { engine, definitions, provide: createSourceSupply(ports) };
  }

  /** Sources whose rows would leave and that nobody has looked at yet. */
  readonly unseen: readonly string[] = $derived.by(() =>
    [...this.choice].flatMap(([name, chosen]) =>
      chosen === 'original' && !this.agreed.has(name) ? [name] : [],
    ),
  );
  /** Nothing stands in the way of saving. */
  readonly isOpen: boolean = $derived(this.unseen.length === 0);

  choose(source: Source, passenger: Passenger): void {
    this.choice.set(source.name, passenger);
    this.agreed.delete(source.name);
    if (passenger !== 'nothing' && !this.gates.has(source.name)) void this.measure(source);
  }

  agree(source: Source, isAgreed: boolean): void {
    if (isAgreed) this.agreed.add(source.name);
    else this.agreed.delete(source.name);
  }

  /** Somebody says what a column is; the figures follow. */
  decide(source: Source, column: string, group: ColumnClass): void {
    this.#decisionsOf(source).set(column, group);
    this.agreed.delete(source.name);
    void this.measure(source);
  }

  async measure(source: Source): Promise<void> {
    const before = this.gates.get(source.name);
    if (!before || before.kind === 'failed') this.gates.set(source.name, { kind: 'measuring' });
    try {
      const asked = { ports: this.#gate, decisions: this.#decisionsOf(source), k: GATE_K };
      const figures = await measureGate(this.session().notebook, source, asked);
      this.gates.set(source.name, { kind: 'measured', figures });
    } catch (thrown) {
      this.gates.set(source.name, { kind: 'failed', problem: reportOf(thrown) });
    }
  }

  #decisionsOf({ name }: Source): SvelteMap<string, ColumnClass> {
    const known = this.#decisions.get(name) ?? new SvelteMap();
    this.#decisions.set(name, known);
    return known;
  }

  /** The notebook's text and the files of the chosen data, below a folder. */
  async parts(at: {
    readonly notebook: string;
    readonly data: string;
    /** Absent: no results go along. */
    readonly results?: string;
  }): Promise<Parts> {
    const { store } = this.ports;
    const twinOf = (source: Source) => this.#twinOf(source);
    const departure = await depart(this.session().notebook, this.choice, {
      folder: at.data,
      ports: { store, twinOf },
    });
    const text = await this.ports.writeNotebook(departure.notebook);
    const page = { path: at.notebook, content: new Blob([text], { type: 'text/markdown' }) };
    const files = [page, ...departure.data];
    if (at.results !== undefined) {
      const sent = resultsToSend(this.session(), departure.notebook, GATE_K);
      const results = writeResults(sent);
      files.push({ path: at.results, content: new Blob([results], { type: 'application/json' }) });
      return { departure, files, resultsHash: hashOf(results) };
    }
    return { departure, files };
  }

  async #twinOf(source: Source): Promise<{ readonly file: File; readonly source: Source }> {
    const language = this.language();
    const decisions = this.#decisionsOf(source);
    const file = await drawTwin(this.session().notebook, source, {
      ports: this.#gate,
      decisions,
      language,
    });
    const found = await readSource(file, this.ports, language);
    if (found.status === 'failed') throw new Problem(found.problem.code, found.problem.facts);
    return { file, source: found.source };
  }
}
