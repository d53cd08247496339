import type { ExportFile, ExportWish } from '../core/export';
import type { Comparison } from './compare';
import type { JsonObject } from '../core/json';
import type { Notebook, Source } from '../core/notebook';
import type { ProblemReport } from '../core/problem';
import type { Progress } from '../core/job';
import type { RowsAsk, TableRows } from '../core/table-rows';
import type { Language } from '../core/words';

/**
 * A cell to compute, with everything upstream of it: the engine takes inputs from its value
 * cache by fingerprint and computes what is not there.
 */
export interface Task {
  readonly fingerprint: string;
  readonly cellId: string;
  readonly kind: string;
  readonly version: number;
  readonly params: JsonObject;
  readonly seed: number;
  readonly inputs: Readonly<Record<string, Task>>;
  /** The source that a `load` cell reads. */
  readonly source?: Source;
  /** Further sources, read as one with the first. */
  readonly more?: readonly Source[];
}

export type Outcome =
  | {
      readonly status: 'done';
      readonly fingerprint: string;
      readonly display: unknown;
      readonly elapsedMs: number;
    }
  | {
      readonly status: 'partial';
      readonly fingerprint: string;
      readonly display: unknown;
      readonly elapsedMs: number;
    }
  | {
      readonly status: 'failed';
      readonly fingerprint: string;
      readonly problem: ProblemReport;
      readonly cellId: string;
    }
  | { readonly status: 'cancelled'; readonly fingerprint: string };

export type ProgressReport = Omit<Progress, 'partial'> & {
  readonly cellId: string;
  readonly elapsedMs: number;
};

export type PartialOutcome = Extract<Outcome, { readonly status: 'partial' }>;

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ProgressReport) => void;
  /**
   * After a run that was told to be `cancelled` because the engine did not answer in time: its last
   * finished iteration, if that comes after all. Nothing else that comes late is told.
   */
  readonly onLatePartial?: (outcome: PartialOutcome) => void;
}

/** A file that was added, and perhaps others of the same kind. */
export interface FileName {
  readonly name: string;
  readonly sha256: string;
  /** Files of the same kind whose rows follow. */
  readonly more?: readonly FileName[];
}

export type Proposal =
  | { readonly status: 'done'; readonly notebook: Notebook }
  | { readonly status: 'failed'; readonly problem: ProblemReport }
  | { readonly status: 'cancelled' };

/** Stands for a table row that the features left out, e.g. for a missing value. */
export const DROPPED = -2;

export type Labels =
  /** One label a table row: the cluster's index, `NOISE` or `DROPPED`. */
  | { readonly status: 'done'; readonly labels: Int32Array }
  | { readonly status: 'failed'; readonly problem: ProblemReport }
  | { readonly status: 'cancelled' };

export type Exported =
  | { readonly status: 'done'; readonly file: ExportFile }
  | { readonly status: 'failed'; readonly problem: ProblemReport }
  | { readonly status: 'cancelled' };

export type Compared =
  | { readonly status: 'done'; readonly comparison: Comparison }
  /** They divide rows of different tables, which nothing relates. */
  | { readonly status: 'apart' }
  | { readonly status: 'failed'; readonly problem: ProblemReport }
  | { readonly status: 'cancelled' };

/** All that the page knows of the engine; worker engine and inline engine satisfy one contract suite. */
export interface Engine {
  /**
   * Hashes a file and remembers it for `load` cells; the bytes are not copied. Rejects with a
   * `Problem`, or with the signal's reason after a cancel.
   */
  readonly addFile: (
    file: Blob,
    options?: RunOptions,
  ) => Promise<{ readonly sha256: string; readonly sizeBytes: number }>;
  /** Gives back a stored file (after a reload); its hash is known already. */
  readonly provideFile: (sha256: string, file: Blob) => void;
  /**
   * Computes one cell; ends in exactly one outcome and never rejects. A run of the same cell
   * with another fingerprint cancels this one: the latest wins.
   */
  readonly run: (task: Task, options?: RunOptions) => Promise<Outcome>;
  /** Reads and profiles a file, or several as one table, and proposes the whole notebook for it. */
  readonly propose: (file: FileName, language: Language, options?: RunOptions) => Promise<Proposal>;
  /** The label of every table row under a cell that gives a clustering; computes it if needed. */
  readonly labels: (task: Task, options?: RunOptions) => Promise<Labels>;
  /** Makes a file of a cell, from its values and its inputs'; computes what of them is missing. */
  readonly export: (task: Task, wish: ExportWish, options?: RunOptions) => Promise<Exported>;
  /** What became of the groups of an earlier clustering in a later one; computes either if needed. */
  readonly compare: (task: Task, before: Task, options?: RunOptions) => Promise<Compared>;
  /**
   * Looks into the table that a cell gives, where it lies: only the rows asked for leave the engine.
   * Computes the cell if needed. A question about another view of the same table cancels this one.
   */
  readonly rows: (task: Task, ask: RowsAsk, options?: RunOptions) => Promise<TableRows>;
  readonly dispose: () => void;
}
