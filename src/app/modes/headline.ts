import { cellOf } from '../../core/notebook';
import type { Words } from '../../core/words';
import { findingOf } from '../cell-facts';
import { resultToDraw } from '../cell-state';
import { kindWords, same } from '../cell-words';
import { calledBy, namesOfCalled } from '../segments';
import type { Session } from '../session.svelte';
import type { Slide } from './slides';

/** What a slide says in large letters: the heading of its section, else the finding of its picture. */
export function headlineOf(
  { id, cellIds }: Slide,
  session: Pick<Session, 'notebook' | 'definitions' | 'shown' | 'states'>,
): Words | null {
  const { notebook, definitions, shown, states } = session;
  if (id === 'title') return same(notebook.title);
  const cellId = cellIds[0] ?? '';
  const cell = cellOf(notebook, cellId);
  if (!cell) return null;
  if (cell.title) return same(cell.title);
  const state = states.get(cellId);
  const result = state ? resultToDraw(state) : null;
  if (!result) return kindWords(cell.kind);
  const called = calledBy({ notebook, cellId, definitions, shown, result });
  return findingOf(cell, result, namesOfCalled(called)) ?? kindWords(cell.kind);
}
