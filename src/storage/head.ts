import { hashOf } from '../core/fingerprint';
import type { Json } from '../core/json';
import type { Cell, Notebook } from '../core/notebook';
import type { NotebookHead, SaveRequest } from './port';

/** SHA-256 of a notebook's content: the same notebook has the same hash in every store. */
export function hashOfNotebook(notebook: Notebook): string {
  // A notebook is made of nothing but data that a document may hold.
  return hashOf(notebook as unknown as Json);
}

/** SHA-256 of a cell's content. */
export function hashOfCell(cell: Cell): string {
  return hashOf(cell as unknown as Json);
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
  const { id, notebook, basedOn, summary } = request;
  const { title, language } = notebook;
  const hash = hashOfNotebook(notebook);
  if (stored && stored.hash === hash) return { ...stored, summary };
  return { id, title, language, revision: basedOn + 1, hash, updatedMs, summary };
}

/**
 * True when the save started from what is stored now, or has been written already: a connection
 * that broke may have written what it never acknowledged.
 */
export function isCurrent(request: SaveRequest, stored: NotebookHead | undefined): boolean {
  if (stored?.removedMs !== undefined) return false;
  const revision = stored?.revision ?? 0;
  if (revision === request.basedOn) return true;
  return revision === request.basedOn + 1 && stored?.hash === hashOfNotebook(request.notebook);
}

export function lastChangedFirst(a: NotebookHead, b: NotebookHead): number {
  return b.updatedMs - a.updatedMs;
}

export function lastRemovedFirst(a: NotebookHead, b: NotebookHead): number {
  return (b.removedMs ?? 0) - (a.removedMs ?? 0);
}

export function isRemoved({ removedMs }: NotebookHead): boolean {
  return removedMs !== undefined;
}
