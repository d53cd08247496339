import { cellTypeOf } from '../../cells/catalogue';
import { redoable, undoable } from '../../core/history';
import { cellOf, type Cell } from '../../core/notebook';
import type { Words } from '../../core/words';
import { cellWords } from '../../locale/cell-states';
import { finderWords } from '../../locale/finder';
import { frame } from '../../locale/frame';
import { modeWords } from '../../locale/modes';
import { protectWords } from '../../locale/protecting';
import { stageWords } from '../../locale/stages';
import type { NotebookHead } from '../../storage/port';
import { hasSettings } from '../cell-facts';
import { cellName, same } from '../cell-words';
import { inputChoices } from '../connecting';
import type { App, NotebookContext } from '../context';
import { redoLabel, undoLabel } from '../history-words';
import { removeChosen, takeStep } from '../keyboard';
import { entriesFor } from '../palette';
import { BINDINGS, type Shortcut } from '../shortcuts';

/** Something that can be asked for by name. */
export interface FinderItem {
  /** Stable, so that it can be remembered as used last. */
  readonly id: string;
  readonly group: 'command' | 'cell' | 'add' | 'notebook';
  readonly words: Words;
  /** A line beside the name, searched after it. */
  readonly about?: Words;
  /** Chords of the keyboard that do the same. */
  readonly keys?: readonly string[];
  readonly isOff?: boolean;
  readonly act: () => void;
}

export type FinderPorts = App & NotebookContext;

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

interface Draft extends Omit<FinderItem, 'group' | 'keys'> {
  readonly key?: Shortcut;
}

function command({ key, ...item }: Draft): FinderItem {
  const keys = BINDINGS.find(({ shortcut }) => shortcut === key)?.keys;
  return { ...item, group: 'command', ...(keys ? { keys } : {}) };
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

/** What can be done with the selected cell, or with all that are chosen. */
function chosenItems(ports: FinderPorts): FinderItem[] {
  const { session, commands, page, clipboard } = ports;
  const chosen = page.chosen(session.notebook.cells.map(({ id }) => id));
  const cell = cellOf(session.notebook, page.selected ?? '');
  if (!cell || chosen.length === 0) return [];
  const count = chosen.length;
  const about = count > 1 ? finderWords.chosen(count) : cellName(session.notebook, cell);
  const items: readonly Draft[] = [
    {
      id: 'run',
      key: 'run',
      words: count > 1 ? cellWords.runChosen(count) : finderWords.run,
      act: () => commands.runCells(chosen),
    },
    { id: 'copy', key: 'copy', words: cellWords.copy, act: () => clipboard.copy() },
    { id: 'cut', key: 'cut', words: cellWords.cut, act: () => clipboard.cut() },
    {
      id: 'duplicate',
      key: 'duplicate',
      words: cellWords.duplicate,
      act: () => page.choose(commands.duplicateCells(chosen)),
    },
    { id: 'remove', key: 'remove', words: cellWords.remove, act: () => removeChosen(ports) },
    {
      id: 'move-up',
      key: 'move-up',
      words: cellWords.moveUp,
      act: () => commands.moveBy(chosen, -1),
    },
    {
      id: 'move-down',
      key: 'move-down',
      words: cellWords.moveDown,
      act: () => commands.moveBy(chosen, 1),
    },
    ...lookItems(ports, cell, chosen),
  ];
  return items.map((item) => command({ ...item, about }));
}

/** How the cell is seen, and what feeds it. */
function lookItems(
  { session, commands, page, preferences }: FinderPorts,
  cell: Cell,
  chosen: readonly string[],
): Draft[] {
  const [connectable] = inputChoices(cell, session, preferences.language);
  return [
    {
      id: 'fold',
      key: 'fold',
      words: cell.isFolded ? cellWords.unfold : cellWords.fold,
      act: () => commands.toggleFold(chosen),
    },
    {
      id: 'settings',
      key: 'settings',
      words: cell.hidesSettings ? cellWords.showSettings : cellWords.hideSettings,
      isOff: !hasSettings(cell, session.definitions),
      act: () => commands.toggleSettings(chosen),
    },
    {
      id: 'connect',
      words: cellWords.connect,
      isOff: connectable === undefined,
      act: () => page.openParam(cell.id, `from.${connectable?.input ?? ''}`),
    },
    { id: 'rename', words: cellWords.rename, act: () => (page.renaming = cell.id) },
  ];
}

function protectItems({ page, workspace, session }: FinderPorts): FinderItem[] {
  const isPlain = workspace.protecting.stateOf(session.id) === 'plain';
  return [
    command({
      id: 'protect',
      words: isPlain ? protectWords.title : protectWords.openTitle,
      isOff: session.readOnly !== null,
      act: () => (page.isProtecting = true),
    }),
    command({
      id: 'lock-now',
      words: protectWords.lockNow,
      about: protectWords.lockNowAbout,
      isOff: isPlain,
      act: () => void workspace.protecting.lock(session.id),
    }),
  ];
}

function pageItems({ page, preferences, workspace }: FinderPorts): FinderItem[] {
  const { hasSingleKeys, theme, language } = preferences;
  return [
    command({
      id: 'help',
      key: 'help',
      words: frame.help,
      act: () => (page.isHelpOpen = true),
    }),
    command({
      id: 'show-as-app',
      words: modeWords.showAsApp,
      about: modeWords.appHint,
      act: () => workspace.showMode('app'),
    }),
    command({
      id: 'present',
      words: modeWords.present,
      about: modeWords.presentHint,
      act: () => workspace.showMode('present'),
    }),
    command({ id: 'export', words: frame.exportHint, act: () => (page.isExportOpen = true) }),
    command({
      id: 'theme',
      words: theme === 'dark' ? frame.toLight : frame.toDark,
      act: () => preferences.setTheme(theme === 'dark' ? 'light' : 'dark'),
    }),
    command({
      id: 'language',
      words: finderWords.language,
      act: () => preferences.setLanguage(language === 'zh' ? 'en' : 'zh'),
    }),
    command({
      id: 'single-keys',
      words: hasSingleKeys ? finderWords.singleKeysOff : finderWords.singleKeysOn,
      act: () => preferences.setSingleKeys(!hasSingleKeys),
    }),
    command({ id: 'home', words: frame.home, act: () => void workspace.showStart() }),
  ];
}

function cellItems({ session, page }: FinderPorts): FinderItem[] {
  return session.notebook.cells.map((cell) => {
    const stage = session.definitions.get(cell.kind)?.stage;
    return {
      id: `cell:${cell.id}`,
      group: 'cell',
      words: cellName(session.notebook, cell),
      ...(stage ? { about: stageWords[stage] } : {}),
      act: () => page.goTo(cell.id),
    };
  });
}

function kindItems({ session, commands, page }: FinderPorts): FinderItem[] {
  const { cells } = session.notebook;
  const at = cells.findIndex(({ id }) => id === page.selected);
  const position = at < 0 ? cells.length : at + 1;
  return entriesFor(session.notebook, position, session.definitions).flatMap(
    ({ kind, isReady }): FinderItem[] => {
      const text = cellTypeOf(kind)?.text;
      if (!text) return [];
      const act = () => {
        const id = commands.addCell(kind, position);
        if (id !== null) requestAnimationFrame(() => page.goTo(id));
      };
      const about = isReady ? text.summary : text.need;
      return [{ id: `add:${kind}`, group: 'add', words: text.title, about, act }];
    },
  );
}

function notebookItem({ id, title }: NotebookHead, { session }: FinderPorts): FinderItem {
  return {
    id: `notebook:${id}`,
    group: 'notebook',
    words: title === '' ? frame.titlePlaceholder : same(title),
    isOff: id === session.id,
    act: () => (location.hash = `#/notebook/${id}`),
  };
}
