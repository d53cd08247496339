import type { ProblemReport } from '../../core/problem';
import type { StepProgress } from '../drive';
import type { Statement } from './database';

/** To the worker of the database. The setup comes first; of queries one at a time. */
export type ToSql =
  | { readonly kind: 'setup'; readonly module: WebAssembly.Module }
  | {
      readonly kind: 'query';
      readonly statement: Statement;
      /** Tables that it does not have yet, as Arrow streams, and those that it need not keep. */
      readonly added: readonly { readonly id: string; readonly ipc: Uint8Array }[];
      readonly dropped: readonly string[];
    }
  | { readonly kind: 'cancel' };

/** What a query ends with: exactly one of these. */
export type SqlAnswer =
  | { readonly kind: 'done'; readonly stream: Uint8Array }
  | { readonly kind: 'cancelled' }
  /** Broken: the database does not work any more, or not all of the tables are there. */
  | { readonly kind: 'failed'; readonly problem: ProblemReport; readonly isBroken: boolean };

export type FromSql = SqlAnswer | { readonly kind: 'progress'; readonly progress: StepProgress };
