import type { Json } from '../core/json';
import type { Notebook } from '../core/notebook';
import type { Recipe } from '../core/staleness';
import type { Language } from '../core/words';

/** What the list of recent notebooks shows, and what tells a newer save from an older one. */
export interface NotebookHead {
  /** Random and for ever; the title may change. */
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** Goes up by one with every save of a changed document. */
  readonly revision: number;
  /** SHA-256 of the saved notebook. */
  readonly hash: string;
  readonly updatedMs: number;
  /** Whatever the page wants to show beside the title: stages reached, rows, segments. */
  readonly summary: Json;
}

export interface SaveRequest {
  readonly id: string;
  readonly notebook: Notebook;
  /** The revision that the edits started from; 0 for a notebook not saved yet. */
  readonly basedOn: number;
  readonly summary: Json;
  /** Keeps this state under a name in the history as well, in the same transaction. */
  readonly keepAs?: string;
}

export type SaveResult =
  | { readonly status: 'saved'; readonly head: NotebookHead }
  /** Somebody else (another tab) saved first; nothing was written. Null: it was removed. */
  | { readonly status: 'conflict'; readonly head: NotebookHead | null };

export interface StoredNotebook {
  readonly head: NotebookHead;
  readonly notebook: Notebook;
  /** False when the cells read are not those that the head vouches for. */
  readonly isIntact: boolean;
}

/** A kept state of a notebook. */
export interface Version {
  readonly notebookId: string;
  readonly revision: number;
  readonly name: string;
  readonly atMs: number;
}

/** A finished result: what the view shows, and what it was computed from. */
export interface StoredResult {
  readonly fingerprint: string;
  readonly kind: string;
  readonly display: unknown;
  readonly elapsedMs: number;
  readonly recipe: Recipe;
  /** True for the last finished iteration of a cancelled run. */
  readonly isPartial: boolean;
}

export interface Dataset {
  readonly sha256: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly addedMs: number;
}

/**
 * Where documents, results and files stay between visits. Every promise that resolves has
 * been written: the transaction was complete. Rejections (a full disk, a closed database) are
 * `Problem`s with the code `storage-failed`.
 */
export interface Store {
  /** The last changed first. */
  readonly listNotebooks: () => Promise<NotebookHead[]>;
  readonly openNotebook: (id: string) => Promise<StoredNotebook | null>;
  /** Reads the head, compares and writes in one transaction: whoever saves second is told. */
  readonly saveNotebook: (request: SaveRequest) => Promise<SaveResult>;
  /** Removes the notebook and its versions; results and datasets stay. */
  readonly removeNotebook: (id: string) => Promise<void>;
  /** The last kept first. */
  readonly listVersions: (notebookId: string) => Promise<Version[]>;
  readonly openVersion: (notebookId: string, revision: number) => Promise<Notebook | null>;

  /** Keeps a result and lets the least recently used go beyond the budget. */
  readonly saveResult: (result: StoredResult) => Promise<void>;
  /** The results that are there, by fingerprint; reading counts as use. */
  readonly readResults: (
    fingerprints: readonly string[],
  ) => Promise<ReadonlyMap<string, StoredResult>>;

  readonly saveDataset: (dataset: Omit<Dataset, 'addedMs'>, file: Blob) => Promise<void>;
  readonly readDataset: (sha256: string) => Promise<Blob | null>;
  readonly listDatasets: () => Promise<Dataset[]>;
  readonly removeDataset: (sha256: string) => Promise<void>;

  /** Ends the connection; the store cannot be used any more. */
  readonly close: () => void;
}

/** A document that could not be written to the store before its page went away. */
export interface Unsaved {
  readonly notebook: Notebook;
  /** The revision in the store that its edits build on. */
  readonly basedOn: number;
  readonly atMs: number;
  /** As in the head of a saved notebook. */
  readonly summary: Json;
}

/**
 * Where a page that is going away puts what it has not saved. A database answers too late for
 * that: whatever is written here is kept when the call returns, or not at all.
 */
export interface UnsavedShelf {
  readonly put: (id: string, unsaved: Unsaved) => void;
  readonly get: (id: string) => Unsaved | null;
  readonly remove: (id: string) => void;
  /** What lies here, as the list of recent notebooks shows it. */
  readonly list: () => NotebookHead[];
}

export interface StoreOptions {
  /** Milliseconds since 1970; tests give a clock of their own. */
  readonly now?: () => number;
  /** Bytes that results may take before the least recently used go. */
  readonly resultBudgetBytes?: number;
}

export const DEFAULT_RESULT_BUDGET_BYTES = 256 * 1024 * 1024;
