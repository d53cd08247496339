import type { ReadOptions, ReadReport } from '../core/read-report';
import type { StepProgress } from './drive';
import type { ProblemReport } from '../core/problem';
import type { MovedTable } from '../table/moved-table';

/** From the engine to a reader: one file to read at a time. */
export interface ReadRequest {
  readonly kind: 'read';
  readonly file: Blob;
  readonly options: ReadOptions & { readonly name: string };
  /** The compiled kernels; null: read without them. */
  readonly kernels: WebAssembly.Module | null;
}

/** From a reader: any number of heartbeats and progress, then the table or a problem. */
export type FromReader =
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'progress'; readonly progress: StepProgress }
  | { readonly kind: 'failed'; readonly problem: ProblemReport }
  | {
      readonly kind: 'read';
      /** Its memory is moved, not copied. */
      readonly table: MovedTable;
      readonly report: ReadReport;
    };
