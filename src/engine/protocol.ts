import type { ExportWish } from '../core/export';
import type { ProblemReport } from '../core/problem';
import type { RowsAsk, TableRows } from '../core/table-rows';
import type { Language } from '../core/words';
import type {
  Compared,
  Exported,
  Labels,
  Outcome,
  ProgressReport,
  Proposal,
  Task,
  FileName,
} from './port';

/** What the engine worker needs to start workers of its own without asking the network. */
export interface Setup {
  readonly kind: 'setup';
  /** The whole sources of the workers below; null: no such workers, as in Node. */
  readonly sources: { readonly reader: Blob; readonly shard: Blob } | null;
  /** The compiled kernels. */
  readonly wasm: ArrayBuffer;
  /** Workers below must prove that the policy binds them before they are sent anything. */
  readonly mustBeCovered: boolean;
  /** How many shard workers make sense on this machine. */
  readonly shardWorkers: number;
}

/** Asks for exactly one `Answer` with the same id. */
export type Question =
  | { readonly kind: 'add-file'; readonly file: Blob }
  | { readonly kind: 'run'; readonly task: Task }
  | { readonly kind: 'labels'; readonly task: Task }
  | { readonly kind: 'compare'; readonly task: Task; readonly before: Task }
  | { readonly kind: 'export'; readonly task: Task; readonly wish: ExportWish }
  | { readonly kind: 'rows'; readonly task: Task; readonly ask: RowsAsk }
  | { readonly kind: 'propose'; readonly file: FileName; readonly language: Language };

/** From the page to the engine worker. */
export type ToEngine =
  | Setup
  | { readonly kind: 'provide'; readonly sha256: string; readonly file: Blob }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  | { readonly kind: 'cancel'; readonly id: number }
  | SqlParts;

/** The answer to `wants-sql`, perhaps after some shares of it. */
export type SqlParts =
  | { readonly kind: 'sql-share'; readonly share: number }
  /** The whole source of the database's worker, and its Wasm. */
  | { readonly kind: 'sql-files'; readonly worker: Blob; readonly wasm: Blob }
  | { readonly kind: 'sql-missing'; readonly reason: string };

export type Answer =
  | { readonly kind: 'added'; readonly sha256: string; readonly sizeBytes: number }
  | { readonly kind: 'refused'; readonly problem: ProblemReport }
  | { readonly kind: 'ran'; readonly outcome: Outcome }
  | { readonly kind: 'labelled'; readonly labels: Labels }
  | { readonly kind: 'compared'; readonly compared: Compared }
  | { readonly kind: 'exported'; readonly exported: Exported }
  | { readonly kind: 'proposed'; readonly proposal: Proposal }
  | { readonly kind: 'rows'; readonly rows: TableRows }
  | { readonly kind: 'cancelled' };

/** From the engine worker to the page. */
export type FromEngine =
  /** The setup is done: the worker works. */
  | { readonly kind: 'ready' }
  /** Sent twice a second: a worker whose heap is full dies without any event. */
  | { readonly kind: 'heartbeat' }
  /** A cancel arrived: the worker hears, whatever becomes of the question. */
  | { readonly kind: 'heard'; readonly id: number }
  /** The first query was asked: what the database is made of is loaded now, not with the page. */
  | { readonly kind: 'wants-sql' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: ProgressReport }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer };
