import { hashOf } from '../core/fingerprint';
import type { Json } from '../core/json';
import type { Notebook } from '../core/notebook';
import type { NotebookHead, SaveRequest } from './port';

/** SHA-256 of a notebook's content: the same notebook has the same hash in every store. */
export function hashOfNotebook(notebook: Notebook): string {
  // A notebook is made of nothing but data that a document may hold.
  return hashOf(notebook as unknown as Json);
}

/** The head that a save writes; revisions go up by one. */
export function nextHead(request: SaveRequest, updatedMs: number): NotebookHead {
  const { id, notebook, basedOn, summary } = request;
  const { title, language } = notebook;
  const hash = hashOfNotebook(notebook);
  return { id, title, language, revision: basedOn + 1, hash, updatedMs, summary };
}

/** True when the save started from what is stored now. */
export function isCurrent(request: SaveRequest, stored: NotebookHead | undefined): boolean {
  return (stored?.revision ?? 0) === request.basedOn;
}

export function lastChangedFirst(a: NotebookHead, b: NotebookHead): number {
  return b.updatedMs - a.updatedMs;
}
