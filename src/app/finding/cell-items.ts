import { cellTypeOf } from '../../cells/catalogue';
import { cellOf, type Cell } from '../../core/notebook';
import { cellWords } from '../../locale/cell-states';
import { finderWords } from '../../locale/finder';
import { stageWords } from '../../locale/stages';
import { hasSettings } from '../cell-facts';
import { cellName } from '../cell-words';
import { inputChoices } from '../connecting';
import { removeChosen } from '../keyboard';
import { entriesFor } from '../palette';
import { command, type Draft, type FinderItem, type FinderPorts } from './item';

/** What can be done with the selected cell, or with all that are chosen. */
export function chosenItems(ports: FinderPorts): FinderItem[] {
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

/** The cells, to go to. */
export function cellItems({ session, page }: FinderPorts): FinderItem[] {
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

/** The cells that may be added below the selected one, where anything may be changed. */
export function kindItems({ session, commands, page }: FinderPorts): FinderItem[] {
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
      const isOff = session.readOnly !== null;
      return [{ id: `add:${kind}`, group: 'add', words: text.title, about, isOff, act }];
    },
  );
}
