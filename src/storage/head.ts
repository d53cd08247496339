import { hashOf } from '../core/fingerprint';
import type { Json } from '../core/json';
import type { Notebook } from '../core/notebook';
import type { NotebookHead, SaveRequest } from './port';

/** SHA-256 of a notebook's content: the same notebook has the same hash in every store. */
export function hashOfNotebook(notebook: Notebook): string {
  // A notebook is made of nothing but data that a document may hold.
  return hashOf(notebook as unknown as Json);
}

/**
 * The head that a save writes. Revisions go up by one; the same document with another summary is
 * no new revision, so that merely looking at a notebook is no edit to those who have it open too.
 */
export function nextHead(
  request: SaveRequest,
  stored: NotebookHead | undefined,
  updatedMs: number,
): NotebookHead {
  const { id, notebook, basedOn, summary, keepAs } = request;
  const { title, language } = notebook;
  const hash = hashOfNotebook(notebook);
  if (stored && stored.hash === hash && keepAs === undefined) return { ...stored, summary };
  return { id, title, language, revision: basedOn + 1, hash, updatedMs, summary };
}

/** True when the save started from what is stored now. */
export function isCurrent(request: SaveRequest, stored: NotebookHead | undefined): boolean {
  return (stored?.revision ?? 0) === request.basedOn;
}

export function lastChangedFirst(a: NotebookHead, b: NotebookHead): number {
  return b.updatedMs - a.updatedMs;
}
