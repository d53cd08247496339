import { redoable, undoable } from '../core/history';
import { cellOf } from '../core/notebook';
import type { NotebookContext } from './context';
import type { Preferences } from './preferences.svelte';
import { chordOf, shortcutOf, type Shortcut } from './shortcuts';

/** Two presses of `D` count as one command when they are closer than this. */
const TWICE_WITHIN_MS = 600;

/** Where keys belong to a control: text, lists and whatever floats above the page. */
const FIELDS =
  'input, textarea, select, [contenteditable], [data-typing], [data-own-keys], [role="listbox"], [role="radiogroup"], [role="slider"], [role="application"], [popover], dialog, summary';

export interface KeyboardPorts extends NotebookContext {
  readonly preferences: Preferences;
}

/** Makes the handler of the notebook's keys. */
export function createKeyboard(ports: KeyboardPorts): (event: KeyboardEvent) => void {
  let previous: { readonly chord: string; readonly atMs: number } | null = null;
  return (event) => {
    const chord = chordOf(event);
    const isRecent = previous !== null && event.timeStamp - previous.atMs < TWICE_WITHIN_MS;
    const target = event.target instanceof Element ? event.target : null;
    const shortcut = shortcutOf(event, {
      isInField: isField(target, chord),
      hasSingleKeys: ports.preferences.hasSingleKeys,
      previous: isRecent && previous ? previous.chord : null,
    });
    previous = shortcut === 'remove' ? null : { chord, atMs: event.timeStamp };
    if (shortcut === null || event.defaultPrevented) return;
    if (shortcut.startsWith('run')) finishTyping(target);
    if (perform(shortcut, ports, target)) event.preventDefault();
  };
}

/** A value that is still being typed counts, and the field keeps the keyboard. */
function finishTyping(target: Element | null): void {
  if (!(target instanceof HTMLElement) || !target.matches('input, textarea')) return;
  target.blur();
  target.focus();
}

/** A cell without a form, such as a note, is edited where it stands. */
function editInside(cellId: string): void {
  const cell = document.getElementById(`cell-${cellId}`);
  if (!cell || document.querySelector('[data-form]')) return;
  const control =
    cell.querySelector<HTMLElement>('[data-typing]') ??
    cell.querySelector<HTMLElement>('.output :is(textarea, input, select, button)');
  if (control instanceof HTMLButtonElement) control.click();
  else control?.focus();
}

/** Enter and space press the button that has the focus; other keys are commands there too. */
export function isField(target: Element | null, chord: string): boolean {
  if (!target) return false;
  if (target.closest(FIELDS)) return true;
  return chord === 'Enter' && target.closest('button, a') !== null;
}

/** Does what was asked; false when there was nothing to do, so that the browser may act. */
function perform(shortcut: Shortcut, ports: KeyboardPorts, target: Element | null): boolean {
  switch (shortcut) {
    case 'palette':
      ports.page.isPaletteOpen = true;
      return true;
    case 'help':
      ports.page.isHelpOpen = true;
      return true;
    case 'undo':
      takeStep(ports, 'undo');
      return true;
    case 'redo':
      takeStep(ports, 'redo');
      return true;
    case 'run-stale':
      ports.commands.runStale();
      return true;
    case 'save':
      ports.page.isNamingVersion = true;
      return true;
    case 'paste':
      ports.clipboard.paste();
      return true;
    case 'select-all':
      return selectAll(ports);
    case 'first-cell':
    case 'last-cell':
      return selectEnd(ports, shortcut === 'first-cell' ? 0 : -1);
    case 'extend-above':
    case 'extend-below':
      return extendBy(ports, shortcut === 'extend-above' ? -1 : 1);
    case 'leave':
      return leave(ports, target);
    case 'select-above':
    case 'select-below':
      return selectBy(ports, shortcut === 'select-above' ? -1 : 1);
    case 'insert-above':
    case 'insert-below':
      if (ports.session.readOnly) ports.session.refused++;
      else ports.page.addAt = positionOf(ports) + (shortcut === 'insert-above' ? 0 : 1);
      return true;
    default:
      return onSelected(shortcut, ports);
  }
}

type CellShortcut = Exclude<
  Shortcut,
  | 'help'
  | 'palette'
  | 'undo'
  | 'redo'
  | 'run-stale'
  | 'save'
  | 'paste'
  | 'leave'
  | 'select-above'
  | 'select-below'
  | 'select-all'
  | 'first-cell'
  | 'last-cell'
  | 'extend-above'
  | 'extend-below'
  | 'insert-above'
  | 'insert-below'
>;

/** What needs a selected cell; several chosen together are treated alike, in one step. */
function onSelected(shortcut: CellShortcut, ports: KeyboardPorts): boolean {
  const { session, commands, page, clipboard } = ports;
  const id = page.selected;
  if (id === null || !cellOf(session.notebook, id)) return false;
  const chosen = page.chosen(orderIn(ports));
  switch (shortcut) {
    case 'edit':
      page.openParam(id, null);
      requestAnimationFrame(() => editInside(id));
      return true;
    case 'run':
      commands.runCells(chosen);
      return true;
    case 'run-advance':
      commands.runCells(chosen);
      selectBy(ports, 1);
      return true;
    case 'move-up':
    case 'move-down':
      commands.moveBy(chosen, shortcut === 'move-up' ? -1 : 1);
      requestAnimationFrame(() => page.reveal(id));
      return true;
    case 'copy':
      clipboard.copy();
      return true;
    case 'cut':
      clipboard.cut();
      return true;
    case 'remove':
      removeChosen(ports);
      return true;
    case 'duplicate': {
      const copies = commands.duplicateCells(chosen);
      page.choose(copies);
      requestAnimationFrame(() => copies[0] && page.reveal(copies[0]));
      return true;
    }
    case 'fold':
      commands.toggleFold(chosen);
      return true;
    case 'settings':
      commands.toggleSettings(chosen);
      return true;
    default:
      return shortcut satisfies never;
  }
}

function orderIn({ session }: Pick<NotebookContext, 'session'>): readonly string[] {
  return session.notebook.cells.map(({ id }) => id);
}

/** Deletes the chosen cells; the one that then stands in their place is selected. */
export function removeChosen(ports: Pick<NotebookContext, 'session' | 'commands' | 'page'>): void {
  const { commands, page } = ports;
  const order = orderIn(ports);
  const chosen = page.chosen(order);
  const last = order.findLastIndex((id) => chosen.includes(id));
  const neighbors = [...order.slice(last + 1), ...order.slice(0, Math.max(0, last)).reverse()];
  const next = neighbors.find((id) => !chosen.includes(id)) ?? null;
  commands.removeCells(chosen);
  if (next !== null) page.goTo(next);
  else page.select(null);
}

/** Takes a step of the history back, or does it again, and shows the cell that it was about. */
export function takeStep(
  ports: Pick<NotebookContext, 'session' | 'commands' | 'page'>,
  way: 'undo' | 'redo',
): void {
  const { session, commands, page } = ports;
  const action = way === 'undo' ? undoable(session.history) : redoable(session.history);
  if (way === 'undo') commands.undo();
  else commands.redo();
  const cellId = action?.facts.cell;
  if (typeof cellId !== 'string' || !cellOf(session.notebook, cellId)) return;
  requestAnimationFrame(() => page.goTo(cellId));
}

function selectAll(ports: KeyboardPorts): boolean {
  const { page } = ports;
  const order = orderIn(ports);
  const [first] = order;
  if (page.selected === null || first === undefined) return false;
  page.choose([page.selected, ...order.filter((id) => id !== page.selected)]);
  return true;
}

function selectEnd(ports: KeyboardPorts, at: 0 | -1): boolean {
  const id = orderIn(ports).at(at);
  if (id !== undefined) ports.page.goTo(id);
  return id !== undefined;
}

function extendBy(ports: KeyboardPorts, by: -1 | 1): boolean {
  const { page } = ports;
  const order = orderIn(ports);
  const to = order[order.indexOf(page.selected ?? '') + by];
  if (page.selected === null || to === undefined) return false;
  page.markTo(to, order);
  page.reveal(to);
  return true;
}

function positionOf({ session, page }: KeyboardPorts): number {
  const { cells } = session.notebook;
  const position = cells.findIndex((cell) => cell.id === page.selected);
  return position < 0 ? cells.length - 1 : position;
}

function selectBy(ports: KeyboardPorts, by: -1 | 1): boolean {
  const { cells } = ports.session.notebook;
  const from = cells.findIndex((cell) => cell.id === ports.page.selected);
  const to = from < 0 ? (by > 0 ? 0 : cells.length - 1) : from + by;
  const cell = cells[to];
  if (cell) ports.page.goTo(cell.id);
  return cell !== undefined;
}

/**
 * Esc leaves the innermost thing: the palette, the run of this cell, what is picked out, a control,
 * another run. In a form it is meant for the form: what was just chosen there runs by itself, and on
 * a busy machine is not over yet. A second press stops even that.
 */
function leave({ session, commands, page }: KeyboardPorts, target: Element | null): boolean {
  if (target?.closest('[popover], dialog')) return false;
  if (page.addAt !== null) {
    page.addAt = null;
    return true;
  }
  const id = page.selected;
  const isInForm = target !== null && target.closest('[data-form], [data-typing]') !== null;
  const run = id === null ? undefined : session.runs.get(id);
  if (run && !(run.isQuick && isInForm)) {
    commands.cancel(run.cellId);
    return true;
  }
  if (page.unpick() || page.unmark()) return true;
  const running = [...session.runs.keys()][0];
  if (id !== null && (isInForm || (page.isEditing && running === undefined))) {
    page.goTo(id);
    return true;
  }
  if (running === undefined) return false;
  commands.cancel(running);
  return true;
}
