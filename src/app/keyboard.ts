import { cellOf } from '../core/notebook';
import type { Autosave } from './autosave';
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
  readonly autosave: Pick<Autosave, 'flush'>;
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
function isField(target: Element | null, chord: string): boolean {
  if (!target) return false;
  if (target.closest(FIELDS)) return true;
  return chord === 'Enter' && target.closest('button, a') !== null;
}

/** Does what was asked; false when there was nothing to do, so that the browser may act. */
function perform(shortcut: Shortcut, ports: KeyboardPorts, target: Element | null): boolean {
  switch (shortcut) {
    case 'palette':
      ports.page.addAt = positionOf(ports) + 1;
      return true;
    case 'help':
      ports.page.isHelpOpen = true;
      return true;
    case 'undo':
      ports.commands.undo();
      return true;
    case 'redo':
      ports.commands.redo();
      return true;
    case 'run-stale':
      ports.commands.runStale();
      return true;
    case 'save':
      void ports.autosave.flush();
      return true;
    case 'leave':
      return leave(ports, target);
    case 'select-above':
    case 'select-below':
      return selectBy(ports, shortcut === 'select-above' ? -1 : 1);
    case 'insert-above':
    case 'insert-below':
      ports.page.addAt = positionOf(ports) + (shortcut === 'insert-above' ? 0 : 1);
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
  | 'leave'
  | 'select-above'
  | 'select-below'
  | 'insert-above'
  | 'insert-below'
>;

/** What needs a selected cell. */
function onSelected(shortcut: CellShortcut, ports: KeyboardPorts): boolean {
  const { session, commands, page } = ports;
  const id = page.selected;
  if (id === null || !cellOf(session.notebook, id)) return false;
  switch (shortcut) {
    case 'edit':
      page.openParam(id, null);
      requestAnimationFrame(() => editInside(id));
      return true;
    case 'run':
      commands.run(id);
      return true;
    case 'run-advance':
      commands.run(id);
      selectBy(ports, 1);
      return true;
    case 'move-up':
    case 'move-down':
      commands.moveCell(id, shortcut === 'move-up' ? -1 : 1);
      requestAnimationFrame(() => page.goTo(id));
      return true;
    case 'copy':
      commands.copy(id);
      return true;
    case 'cut':
    case 'remove': {
      const next = neighborOf(ports, id);
      if (shortcut === 'cut') commands.cut(id);
      else commands.removeCell(id);
      if (next !== null) page.goTo(next);
      else page.select(null);
      return true;
    }
    case 'paste': {
      const pasted = commands.paste(positionOf(ports) + 1);
      if (pasted !== null) requestAnimationFrame(() => page.goTo(pasted));
      return true;
    }
    case 'fold':
      commands.toggleFold(id);
      return true;
    default:
      return shortcut satisfies never;
  }
}

function positionOf({ session, page }: KeyboardPorts): number {
  const { cells } = session.notebook;
  const position = cells.findIndex((cell) => cell.id === page.selected);
  return position < 0 ? cells.length - 1 : position;
}

function neighborOf({ session }: KeyboardPorts, id: string): string | null {
  const { cells } = session.notebook;
  const position = cells.findIndex((cell) => cell.id === id);
  return (cells[position + 1] ?? cells[position - 1])?.id ?? null;
}

function selectBy(ports: KeyboardPorts, by: -1 | 1): boolean {
  const { cells } = ports.session.notebook;
  const from = cells.findIndex((cell) => cell.id === ports.page.selected);
  const to = from < 0 ? (by > 0 ? 0 : cells.length - 1) : from + by;
  const cell = cells[to];
  if (cell) ports.page.goTo(cell.id);
  return cell !== undefined;
}

/** Esc leaves the innermost thing: the palette, the run of this cell, what is picked out, a control, another run. */
function leave({ session, commands, page }: KeyboardPorts, target: Element | null): boolean {
  if (target?.closest('[popover], dialog')) return false;
  if (page.addAt !== null) {
    page.addAt = null;
    return true;
  }
  const id = page.selected;
  if (id !== null && session.runs.has(id)) {
    commands.cancel(id);
    return true;
  }
  if (page.unpick()) return true;
  const running = [...session.runs.keys()][0];
  const isInForm = target !== null && target.closest('[data-form], [data-typing]') !== null;
  if (id !== null && (isInForm || (page.isEditing && running === undefined))) {
    page.goTo(id);
    return true;
  }
  if (running === undefined) return false;
  commands.cancel(running);
  return true;
}
