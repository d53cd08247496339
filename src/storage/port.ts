import type { Json } from '../core/json';
import type { Cell, Notebook } from '../core/notebook';
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
  /** When it went to the bin; absent while it is in use. */
  readonly removedMs?: number;
  /** Whether it is kept encrypted, and then whether this page has its keys; absent: it is not. */
  readonly protection?: 'locked' | 'open';
}

/** Why a state was kept: by name, in due time, or before a step that takes something away. */
export type VersionReason =
  'named' | 'time' | 'delete' | 'replace-source' | 'restore' | 'import' | 'conflict';

/** A state to append to the history. */
export interface Keep {
  readonly notebook: Notebook;
  readonly reason: VersionReason;
  /** Empty unless somebody gave one. */
  readonly name: string;
  readonly atMs: number;
}

export interface SaveRequest {
  readonly id: string;
  readonly notebook: Notebook;
  /** The revision that the edits started from; 0 for a notebook not saved yet. */
  readonly basedOn: number;
  readonly summary: Json;
  /** States to append to the history, oldest first, in the same transaction. */
  readonly keep?: readonly Keep[];
}

/** All that is kept of a notebook, to take the place of all that is kept of it now. */
export interface Replacement extends Omit<SaveRequest, 'keep'> {
  readonly versions: readonly { readonly version: Version; readonly notebook: Notebook }[];
  readonly bin: readonly BinnedCell[];
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
  /** Cells that could not be read whole; each stands in the notebook as a `damaged` cell. */
  readonly damaged: readonly string[];
}

/** A kept state of a notebook. */
export interface Version {
  readonly notebookId: string;
  /** Counts up from 1 within the notebook. */
  readonly number: number;
  readonly reason: VersionReason;
  readonly name: string;
  readonly atMs: number;
}

/** A deleted cell and where it stood; kept for 30 days. */
export interface BinnedCell {
  readonly notebookId: string;
  readonly cell: Cell;
  readonly position: number;
  readonly deletedMs: number;
}

/** What takes how much room, in bytes; about, for what is no file. */
export interface StorageSizes {
  readonly results: number;
  readonly history: number;
  readonly datasets: number;
}

/** What a site keeps in the browser, by name. */
export interface Traces {
  readonly databases: readonly string[];
  readonly files: readonly string[];
  readonly caches: readonly string[];
  readonly texts: readonly string[];
  readonly workers: readonly string[];
}

/** What is the matter with the storage as a whole, for the page to say. */
export type StorageTrouble =
  /** The browser refuses to store: everything lasts as long as the page. */
  | {
      readonly kind: 'memory';
      readonly reason: string;
      /** How many notebooks have a whole copy: where there is one, the database can be made anew. */
      readonly copies?: number;
    }
  /** A newer Fenqun has written here: this one reads and exports only. */
  | { readonly kind: 'newer' }
  /** A newer Fenqun in another tab has taken the database over: this page must be loaded again. */
  | { readonly kind: 'outdated' }
  /** Everything was erased from another tab. */
  | { readonly kind: 'erased' }
  /** Other tabs keep the database from being brought up to date. */
  | { readonly kind: 'waiting' }
  /** The database has not opened for a while, and the browser does not say why. */
  | { readonly kind: 'slow' }
  /** Notebooks were gone from the database: these came back from the second copy, those did not. */
  | {
      readonly kind: 'restored';
      readonly restored: readonly string[];
      readonly missing: readonly string[];
      /** Told again at every opening until this is called. */
      readonly putAway: () => void;
    };

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
 * `Problem`s whose code begins with `storage-`.
 */
export interface Store {
  /** The last changed first. */
  readonly listNotebooks: () => Promise<NotebookHead[]>;
  readonly openNotebook: (id: string) => Promise<StoredNotebook | null>;
  /** Reads the head, compares and writes in one transaction: whoever saves second is told. */
  readonly saveNotebook: (request: SaveRequest) => Promise<SaveResult>;
  /** The same for a notebook with its versions and its bin, all of them new; in one transaction. */
  readonly replaceNotebook: (request: Replacement) => Promise<SaveResult>;
  /** Puts the notebook into the bin; nothing of it is written any more until it is back. */
  readonly removeNotebook: (id: string) => Promise<void>;
  /** The notebooks in the bin, the last removed first. */
  readonly listRemoved: () => Promise<NotebookHead[]>;
  readonly bringBack: (id: string) => Promise<void>;
  /** Takes the notebook, its versions and its bin away for good; results and datasets stay. */
  readonly eraseNotebook: (id: string) => Promise<void>;
  /** Takes away for good what went to a bin before this time. */
  readonly emptyBins: (beforeMs: number) => Promise<void>;
  /** Cells that saves have taken out, the last deleted first; what came back is listed too. */
  readonly listBinned: (notebookId: string) => Promise<BinnedCell[]>;
  /** The last kept first; thinned as `thinned` says. */
  readonly listVersions: (notebookId: string) => Promise<Version[]>;
  readonly openVersion: (notebookId: string, number: number) => Promise<Notebook | null>;
  readonly renameVersion: (notebookId: string, number: number, name: string) => Promise<void>;
  /** Lets all versions go but the last ten and the named ones of each notebook. */
  readonly pruneHistory: () => Promise<void>;

  readonly sizes: () => Promise<StorageSizes>;

  /** Keeps a result and lets the least recently used go beyond the budget. */
  readonly saveResult: (result: StoredResult) => Promise<void>;
  /** The results that are there, by fingerprint; reading counts as use. */
  readonly readResults: (
    fingerprints: readonly string[],
  ) => Promise<ReadonlyMap<string, StoredResult>>;
  /** Lets all results go: they can be computed again. */
  readonly evictResults: () => Promise<void>;

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
  /** Told of what is the matter with the storage as a whole; null: nothing any more. */
  readonly onTrouble?: (trouble: StorageTrouble | null) => void;
  /** Called before the connection is given up for a newer Fenqun: the last chance to save. */
  readonly beforeYield?: () => Promise<unknown>;
}

export const DEFAULT_RESULT_BUDGET_BYTES = 256 * 1024 * 1024;

/** What one tab tells the others of a protected notebook. */
export type ProtectionNews = 'lock' | 'protected' | 'plain';

/** Keeps notebooks encrypted under passphrases, over the store. */
export interface Protection {
  /** For what belongs to no notebook. */
  readonly store: Store;
  /** The store as it lies there: protected notebooks sealed, for backups. */
  readonly kept: Store;
  /** The store as a notebook uses it: its results and files are as protected as it is. */
  inNotebook(id: string): Store;
  stateOf(id: string): 'plain' | 'locked' | 'open';
  /** The notebooks that this page has the keys of. */
  openIds(): string[];
  /** Protects a notebook before anything of it is written. */
  prepare(id: string, passphrase: string): Promise<void>;
  /** A copy of a protected notebook is protected by the same passphrase. */
  inherit(id: string, from: string): void;
  /** Rejects with `passphrase-wrong`. */
  unlock(id: string, passphrase: string): Promise<void>;
  /** Forgets the keys, in all tabs. */
  lock(id: string): void;
  /** What another tab tells; true: this page had the notebook's keys or its plain text. */
  hear(news: ProtectionNews, id: string): boolean;
  /** Minutes alone after which a notebook locks itself; 0: never. */
  lockAfter(id: string): number;
  setLockAfter(id: string, minutes: number): void;
  changePassphrase(
    id: string,
    how: { from: string; to: string; save: () => Promise<boolean> },
  ): Promise<boolean>;
  protect(id: string, passphrase: string, results?: readonly StoredResult[]): Promise<void>;
  sweep(id: string): Promise<void>;
  unprotect(id: string): Promise<void>;
}
