import type { Words } from '../core/words';
import { modeWords } from '../locale/modes';
import { shortcutWords as words } from '../locale/shortcuts';

/** What a key press can mean. */
export type Shortcut =
  | 'select-above'
  | 'select-below'
  | 'extend-above'
  | 'extend-below'
  | 'select-all'
  | 'first-cell'
  | 'last-cell'
  | 'edit'
  | 'leave'
  | 'insert-above'
  | 'insert-below'
  | 'move-up'
  | 'move-down'
  | 'duplicate'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'remove'
  | 'undo'
  | 'redo'
  | 'fold'
  | 'settings'
  | 'help'
  | 'run-advance'
  | 'run'
  | 'run-stale'
  | 'save'
  | 'palette';

interface Binding {
  readonly shortcut: Shortcut;
  /** E.g. `Shift+Enter`; `Mod` is Ctrl, or Cmd on a Mac; letters in upper case. */
  readonly keys: readonly string[];
  readonly words: Words;
  /** In command mode only; else anywhere, in fields too. */
  readonly isCommand: boolean;
  /** Further chords that do the same, which the browser itself turns into events. */
  readonly byBrowser?: readonly string[];
}

/** The one table of keys: the handler reads it, the help shows it. */
export const BINDINGS: readonly Binding[] = [
  { shortcut: 'select-above', keys: ['ArrowUp', 'K'], words: words.select, isCommand: true },
  { shortcut: 'select-below', keys: ['ArrowDown', 'J'], words: words.select, isCommand: true },
  {
    shortcut: 'extend-above',
    keys: ['Shift+ArrowUp', 'Shift+K'],
    words: words.extend,
    isCommand: true,
  },
  {
    shortcut: 'extend-below',
    keys: ['Shift+ArrowDown', 'Shift+J'],
    words: words.extend,
    isCommand: true,
  },
  { shortcut: 'select-all', keys: ['Mod+A'], words: words.selectAll, isCommand: true },
  { shortcut: 'first-cell', keys: ['Home'], words: words.firstCell, isCommand: true },
  { shortcut: 'last-cell', keys: ['End'], words: words.lastCell, isCommand: true },
  { shortcut: 'edit', keys: ['Enter'], words: words.edit, isCommand: true },
  { shortcut: 'insert-above', keys: ['A'], words: words.insertAbove, isCommand: true },
  { shortcut: 'insert-below', keys: ['B'], words: words.insertBelow, isCommand: true },
  { shortcut: 'move-up', keys: ['Alt+ArrowUp'], words: words.move, isCommand: true },
  { shortcut: 'move-down', keys: ['Alt+ArrowDown'], words: words.move, isCommand: true },
  { shortcut: 'duplicate', keys: ['Mod+D'], words: words.duplicate, isCommand: true },
  {
    shortcut: 'copy',
    keys: ['C'],
    words: words.copy,
    isCommand: true,
    byBrowser: ['Mod+C'],
  },
  {
    shortcut: 'cut',
    keys: ['X'],
    words: words.cut,
    isCommand: true,
    byBrowser: ['Mod+X'],
  },
  {
    shortcut: 'paste',
    keys: ['V'],
    words: words.paste,
    isCommand: true,
    byBrowser: ['Mod+V'],
  },
  { shortcut: 'remove', keys: ['D D'], words: words.remove, isCommand: true },
  { shortcut: 'undo', keys: ['Z', 'Mod+Z'], words: words.undo, isCommand: true },
  { shortcut: 'redo', keys: ['Shift+Z', 'Mod+Shift+Z'], words: words.redo, isCommand: true },
  { shortcut: 'fold', keys: ['O'], words: words.fold, isCommand: true },
  { shortcut: 'settings', keys: ['H'], words: words.settings, isCommand: true },
  { shortcut: 'help', keys: ['?'], words: words.help, isCommand: true },
  { shortcut: 'leave', keys: ['Escape'], words: words.leave, isCommand: false },
  { shortcut: 'run-advance', keys: ['Shift+Enter'], words: words.runAdvance, isCommand: false },
  { shortcut: 'run', keys: ['Mod+Enter'], words: words.run, isCommand: false },
  { shortcut: 'run-stale', keys: ['Mod+Shift+Enter'], words: words.runStale, isCommand: false },
  { shortcut: 'palette', keys: ['Mod+K'], words: words.palette, isCommand: false },
  { shortcut: 'save', keys: ['Mod+S'], words: words.save, isCommand: false },
];

/** What a key does while a notebook is shown as slides. */
export type PresentAction = 'next' | 'previous' | 'first' | 'last' | 'pointer' | 'full' | 'leave';

/** The keys of a presentation; `Space` is the space bar. */
export const PRESENT_BINDINGS: readonly {
  readonly action: PresentAction;
  readonly keys: readonly string[];
  readonly words: Words;
}[] = [
  { action: 'next', keys: ['ArrowRight', 'Space', 'PageDown'], words: modeWords.next },
  { action: 'previous', keys: ['ArrowLeft', 'PageUp'], words: modeWords.previous },
  { action: 'first', keys: ['Home'], words: modeWords.first },
  { action: 'last', keys: ['End'], words: modeWords.last },
  { action: 'pointer', keys: ['P', 'L'], words: modeWords.pointer },
  { action: 'full', keys: ['F'], words: modeWords.full },
  { action: 'leave', keys: ['Escape'], words: modeWords.leave },
];

/** What is known of a key press; a KeyboardEvent fits. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode?: number;
}

/** `Mod+Shift+Enter`, `K`, `?`: a press as the table writes it. */
export function chordOf(press: KeyPress): string {
  const isLetter = /^[a-z]$/i.test(press.key);
  const isSign = press.key.length === 1 && !isLetter;
  const parts = [
    press.ctrlKey || press.metaKey ? 'Mod' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey && !isSign ? 'Shift' : '',
    isLetter ? press.key.toUpperCase() : press.key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

export interface KeySituation {
  /** The press happened where text is typed or a control uses the keys itself. */
  readonly isInField: boolean;
  readonly hasSingleKeys: boolean;
  /** The chord just before, if it was recent: for `D D`. */
  readonly previous: string | null;
}

/** What a key press means; null for nothing. Presses that compose a character never mean anything. */
export function shortcutOf(press: KeyPress, situation: KeySituation): Shortcut | null {
  if (press.isComposing || press.keyCode === 229) return null;
  const chord = chordOf(press);
  const twice = situation.previous === chord ? `${chord} ${chord}` : null;
  for (const { shortcut, keys, isCommand } of BINDINGS) {
    if (isCommand && situation.isInField) continue;
    if (!keys.some((key) => key === chord || key === twice)) continue;
    if (isSingleKey(chord) && !situation.hasSingleKeys) continue;
    return shortcut;
  }
  return null;
}

function isSingleKey(chord: string): boolean {
  return /^(Shift\+)?.$/u.test(chord);
}

/** How a chord is written on the keyboard in front of the reader. */
export function keyCaps(chord: string, isMac: boolean): string {
  return chord
    .replace('Mod', isMac ? '⌘' : 'Ctrl')
    .replace('Alt', isMac ? '⌥' : 'Alt')
    .replace('ArrowUp', '↑')
    .replace('ArrowDown', '↓')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace('Escape', 'Esc')
    .replaceAll('+', ' ');
}
