import { fingerprintsOf } from '../core/fingerprint';
import type { Definitions } from '../core/graph';
import { createHistory, type History } from '../core/history';
import { canonicalJson, type Json } from '../core/json';
import { createNotebook, type Notebook } from '../core/notebook';
import type { ProblemReport } from '../core/problem';
import type { StoredResult } from '../storage/port';
import { cellStates, keepUnchanged, type CellState } from './cell-state';
import type { Run } from './run';

/** What the page knows about keeping the document. */
export type SaveStatus =
  | { readonly kind: 'saved'; readonly atMs: number }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: ProblemReport };

/** Why nothing may be changed here: another tab writes, or a newer Fenqun has written. */
export type ReadOnly = 'following' | 'newer';

/** Where a session starts: a stored, proposed or imported notebook with the results there are. */
export interface SessionStart {
  readonly id: string;
  readonly notebook: Notebook;
  /** 0 for a notebook that was never saved. */
  readonly revision: number;
  readonly savedMs: number | null;
  readonly results: ReadonlyMap<string, StoredResult>;
  readonly shown: ReadonlyMap<string, StoredResult>;
  /** The document is what a page could not save before it went away; the store may have changed since. */
  readonly recovered?: true;
}

/**
 * The one mutable object of an open notebook: its document with history, and what is known of
 * results. Maps are replaced, never changed; only commands, scheduler and autosave write here.
 */
export class Session {
  /** Another once the session goes on as a copy. */
  id: string = $state('');
  history: History = $state.raw(createHistory(createNotebook('en')));
  results: ReadonlyMap<string, StoredResult> = $state.raw(new Map());
  partials: ReadonlyMap<string, StoredResult> = $state.raw(new Map());
  failures: ReadonlyMap<string, ProblemReport> = $state.raw(new Map());
  runs: ReadonlyMap<string, Run> = $state.raw(new Map());
  shown: ReadonlyMap<string, StoredResult> = $state.raw(new Map());
  queued: ReadonlySet<string> = $state.raw(new Set());
  save: SaveStatus = $state.raw({ kind: 'unsaved' });
  /** A file that was to be the data of a cell could not be read. */
  dataProblem: { readonly cellId: string; readonly problem: ProblemReport } | null =
    $state.raw(null);
  readOnly: ReadOnly | null = $state(null);
  /** Edits that were refused because nothing may be changed here. */
  refused: number = $state(0);
  /** The notebook that this one was until another tab had saved first. */
  forkedFrom: { readonly id: string; readonly title: string } | null = $state.raw(null);
  /** What leaving the fields that are typed into would make of a document; of no other. */
  typed: { readonly over: Notebook; readonly notebook: Notebook } | null = null;
  /** The revision in the store that our edits build on. */
  revision: number;
  /** The document came from the shelf of what could not be saved. */
  readonly isRecovered: boolean;

  readonly notebook: Notebook = $derived(this.history.present);
  #lastStates: ReadonlyMap<string, CellState> = new Map();
  readonly states: ReadonlyMap<string, CellState> = $derived.by(() => {
    const now = cellStates({
      notebook: this.history.present,
      definitions: this.definitions,
      results: this.results,
      partials: this.partials,
      failures: this.failures,
      runs: this.runs,
      shown: this.shown,
      queued: this.queued,
    });
    this.#lastStates = keepUnchanged(this.#lastStates, now);
    return this.#lastStates;
  });

  constructor(
    start: SessionStart,
    readonly definitions: Definitions,
  ) {
    this.id = start.id;
    this.revision = start.revision;
    this.isRecovered = start.recovered !== undefined;
    this.history = createHistory(start.notebook);
    this.results = start.results;
    this.shown = start.shown;
    if (start.recovered) this.save = { kind: 'unsaved' };
    else if (start.savedMs !== null) this.save = { kind: 'saved', atMs: start.savedMs };
    this.showFresh();
  }

  /** What is to be kept: the document with what is being typed into its fields. */
  get kept(): Notebook {
    return this.typed?.over === this.notebook ? this.typed.notebook : this.notebook;
  }

  /** Shows what another tab has written; what was undone or could be is its affair. */
  adopt({ notebook, revision, results, shown }: SessionStart): void {
    const isSame =
      canonicalJson(notebook as unknown as Json) ===
      canonicalJson(this.notebook as unknown as Json);
    if (!isSame) this.history = createHistory(notebook);
    this.typed = null;
    this.revision = revision;
    this.results = new Map([...this.results, ...results]);
    this.shown = new Map([...this.shown, ...shown]);
    this.showFresh();
  }

  /** Remembers what fresh cells show, so that it can still be looked at when they become stale. */
  showFresh(): void {
    const shown = new Map(this.shown);
    for (const [cellId, fingerprint] of fingerprintsOf(this.notebook, this.definitions)) {
      const result = fingerprint === null ? undefined : this.results.get(fingerprint);
      if (result) shown.set(cellId, result);
    }
    this.shown = shown;
  }
}

/** A copy of a map with one entry set, or with undefined taken out. */
export function withEntry<K, V>(
  map: ReadonlyMap<K, V>,
  key: K,
  value: V | undefined,
): ReadonlyMap<K, V> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}
