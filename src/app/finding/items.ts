import { redoable, undoable } from '../../core/history';
import { cellWords } from '../../locale/cell-states';
import { finderWords } from '../../locale/finder';
import { redoLabel, undoLabel } from '../history-words';
import { takeStep } from '../keyboard';
import { cellItems, chosenItems, kindItems } from './cell-items';
import { command, type FinderItem, type FinderPorts } from './item';
import { notebookItem, pageItems, protectItems } from './page-items';

/** All that can be asked for in an open notebook: what to do, where to go, what to add, what to open. */
export function finderItems(ports: FinderPorts): FinderItem[] {
  return [
    ...runItems(ports),
    ...editItems(ports),
    ...chosenItems(ports),
    ...protectItems(ports),
    ...pageItems(ports),
    ...cellItems(ports),
    ...kindItems(ports),
    ...ports.workspace.recent.map((head) => notebookItem(head, ports)),
  ];
}

function runItems({ session, commands, page, scheduler }: FinderPorts): FinderItem[] {
  const selected = page.selected;
  const isOff = selected === null;
  const isIdle = session.runs.size === 0 && session.queued.size === 0;
  const all = session.notebook.cells.map(({ id }) => id);
  return [
    command({
      id: 'run-stale',
      key: 'run-stale',
      words: finderWords.runStale,
      isOff: scheduler.neededCount(all) === 0,
      act: () => commands.runStale(),
    }),
    command({ id: 'run-all', words: finderWords.runAll, act: () => commands.runAllAnew() }),
    command({
      id: 'run-above',
      words: cellWords.runAbove,
      isOff,
      act: () => selected !== null && commands.runFrom(selected, 'above'),
    }),
    command({
      id: 'run-below',
      words: cellWords.runBelow,
      isOff,
      act: () => selected !== null && commands.runFrom(selected, 'below'),
    }),
    command({
      id: 'cancel-all',
      words: finderWords.cancelAll,
      isOff: isIdle,
      act: () => commands.cancelAll(),
    }),
    command({
      id: 'compare-runs',
      words: finderWords.compareRuns,
      act: () => (page.isComparing = true),
    }),
  ];
}

function editItems(ports: FinderPorts): FinderItem[] {
  const { session, commands, page, clipboard } = ports;
  const ids = session.notebook.cells.map(({ id }) => id);
  const folded = session.notebook.cells.filter((cell) => cell.isFolded);
  const toDo = redoable(session.history);
  const toUndo = undoable(session.history);
  return [
    command({
      id: 'undo',
      key: 'undo',
      words: undoLabel(toUndo),
      isOff: toUndo === null,
      act: () => takeStep(ports, 'undo'),
    }),
    command({
      id: 'redo',
      key: 'redo',
      words: redoLabel(toDo),
      isOff: toDo === null,
      act: () => takeStep(ports, 'redo'),
    }),
    command({ id: 'paste', key: 'paste', words: cellWords.paste, act: () => clipboard.paste() }),
    command({
      id: 'fold-all',
      words: finderWords.foldAll,
      isOff: folded.length === ids.length,
      act: () => commands.fold(ids, true),
    }),
    command({
      id: 'unfold-all',
      words: finderWords.unfoldAll,
      isOff: folded.length === 0,
      act: () => commands.fold(ids, false),
    }),
    command({
      id: 'keep-version',
      key: 'save',
      words: finderWords.keepVersion,
      act: () => (page.isNamingVersion = true),
    }),
  ];
}
