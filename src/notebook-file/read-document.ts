import type { Notebook } from '../core/notebook';
import { Problem } from '../core/problem';
import { BUNDLE_LIMITS, readBundle } from './bundle';
import { unpackLink } from './link';
import { parseNotebook } from './parse';
import { parseResults, type PackedResult } from './results';

/** Something that came from elsewhere and may be a notebook. */
export type Foreign =
  | { readonly kind: 'notebook'; readonly file: Blob }
  | { readonly kind: 'bundle'; readonly file: Blob }
  | { readonly kind: 'link'; readonly payload: string };

/** A notebook from elsewhere; nothing of it has run. */
export interface ForeignNotebook {
  readonly notebook: Notebook;
  /** Files that came with it; which of them are its data is told by their hashes. */
  readonly data: readonly Blob[];
  /** Results that came with it, not yet compared with the notebook. */
  readonly results?: readonly PackedResult[];
  /** Results came along and cannot be read. */
  readonly hasBadResults?: boolean;
}

/** Reads what may be a notebook; throws a `Problem`. Hostile input costs bounded time and memory. */
export async function readDocument(foreign: Foreign): Promise<ForeignNotebook> {
  switch (foreign.kind) {
    case 'notebook':
      return { notebook: parseNotebook(await textOf(foreign.file)), data: [] };
    case 'bundle': {
      if (foreign.file.size > BUNDLE_LIMITS.packed) {
        throw new Problem('bundle-invalid', { reason: 'too-large' });
      }
      const { text, data, results } = readBundle(new Uint8Array(await foreign.file.arrayBuffer()));
      const notebook = parseNotebook(text);
      if (results === '') return { notebook, data };
      const read = parseResults(results);
      return read ? { notebook, data, results: read } : { notebook, data, hasBadResults: true };
    }
    case 'link':
      return { notebook: parseNotebook(await unpackLink(foreign.payload)), data: [] };
    default:
      return foreign satisfies never;
  }
}

/** Beyond this no text fits the limit of characters, so that it need not even be read. */
async function textOf(file: Blob): Promise<string> {
  if (file.size > BUNDLE_LIMITS.notebook) {
    throw new Problem('notebook-invalid', { line: 1, reason: 'too-long' });
  }
  return file.text();
}
