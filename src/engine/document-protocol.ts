import type { ProblemReport } from '../core/problem';
import type { PackedFile } from '../notebook-file/bundle';
import type { Foreign, ForeignNotebook } from '../notebook-file/read-document';

/** From the page to a worker that reads one document, or packs one. */
export type DocumentRequest =
  | { readonly kind: 'read'; readonly foreign: Foreign }
  | { readonly kind: 'pack'; readonly files: readonly PackedFile[] };

/** From the worker: that it has begun, how far it is, and one end. */
export type FromDocumentWorker =
  | { readonly kind: 'begun' }
  | { readonly kind: 'packing'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly document: ForeignNotebook }
  | { readonly kind: 'packed'; readonly blob: Blob }
  | { readonly kind: 'failed'; readonly problem: ProblemReport };
