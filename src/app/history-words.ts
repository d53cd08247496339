import { cellTypeOf } from '../cells/catalogue';
import type { Action, History } from '../core/history';
import { cellOf, type Notebook } from '../core/notebook';
import type { Words } from '../core/words';
import { actionWords, historyWords } from '../locale/actions';
import { cellName } from './cell-words';

/**
 * What an edit is about, as facts of its action: the cell by the name that it has now, since it may
 * be gone when the words are shown; several cells by their number.
 */
export function aboutCells(
  notebook: Notebook,
  ids: readonly string[],
  params: readonly string[] = [],
): Record<string, string | number> {
  const [id = ''] = ids;
  const cell = ids.length === 1 ? cellOf(notebook, id) : undefined;
  if (!cell) return { count: ids.length };
  const { zh, en } = cellName(notebook, cell);
  const [param = ''] = params;
  const label = params.length === 1 ? cellTypeOf(cell.kind)?.text.params[param]?.label : undefined;
  const labels = label ? { paramZh: label.zh, paramEn: label.en } : {};
  return { cell: id, nameZh: zh, nameEn: en, ...labels };
}

/** What an edit did, e.g. "delete Scatter", "move 3 cells", "change Clusters (k) of K-means". */
export function wordsOfAction({ code, facts }: Action): Words {
  const phrase = actionWords[code];
  if (!phrase) return historyWords.anEdit;
  const { nameZh, nameEn, paramZh, paramEn, count } = facts;
  const name =
    typeof nameZh === 'string' && typeof nameEn === 'string'
      ? historyWords.named({ zh: nameZh, en: nameEn })
      : historyWords.cells(typeof count === 'number' ? count : 1);
  const isOfParam = typeof paramZh === 'string' && typeof paramEn === 'string';
  return phrase(isOfParam ? historyWords.paramOf({ zh: paramZh, en: paramEn }, name) : name);
}

/** "Undo: delete Scatter"; the verb alone when there is nothing to undo. */
export function undoLabel(action: Action | null): Words {
  return action ? historyWords.undo(wordsOfAction(action)) : historyWords.undoNothing;
}

export function redoLabel(action: Action | null): Words {
  return action ? historyWords.redo(wordsOfAction(action)) : historyWords.redoNothing;
}

/** Edits that are seen where they were made need no announcement. */
const SEEN = new Set(['set-params', 'set-title', 'rename-cell', 'set-seed']);

/** What to say aloud after the history moved on, back or forth; null for nothing. */
export function announcementOfHistory(before: History, now: History): Words | null {
  if (before === now || before.present === now.present) return null;
  const [undone, redone] = [now.undone.at(-1), now.done.at(-1)];
  if (undone && now.undone.length > before.undone.length) {
    return historyWords.undone(wordsOfAction(undone.action));
  }
  if (!redone || now.done === before.done) return null;
  if (now.undone.length < before.undone.length && now.done.length > before.done.length) {
    const isRedo = redone.action === before.undone.at(-1)?.action;
    if (isRedo) return historyWords.redone(wordsOfAction(redone.action));
  }
  return SEEN.has(redone.action.code) ? null : historyWords.did(wordsOfAction(redone.action));
}
