import { describe, expect, it } from 'vitest';
import { BINDINGS, chordOf, keyCaps, shortcutOf, type KeyPress } from './shortcuts';

const plain = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
};
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ ...plain, key, ...more });
const atRest = { isInField: false, hasSingleKeys: true, previous: null };

describe('a key press', () => {
  it.each([
    [press('j'), 'select-below'],
    [press('ArrowUp'), 'select-above'],
    [press('Enter'), 'edit'],
    [press('Enter', { shiftKey: true }), 'run-advance'],
    [press('Enter', { ctrlKey: true }), 'run'],
    [press('Enter', { metaKey: true, shiftKey: true }), 'run-stale'],
    [press('ArrowDown', { altKey: true }), 'move-down'],
    [press('z'), 'undo'],
    [press('Z', { shiftKey: true }), 'redo'],
    [press('?', { shiftKey: true }), 'help'],
    [press('s', { ctrlKey: true }), 'save'],
    [press('c', { ctrlKey: true }), null],
    [press('q'), null],
  ] as const)('%o means %s', (key, shortcut) => {
    expect(shortcutOf(key, atRest)).toBe(shortcut);
  });

  it('means nothing while an input method composes a character', () => {
    expect(shortcutOf(press('z', { isComposing: true }), atRest)).toBeNull();
    expect(shortcutOf(press('z', { keyCode: 229 }), atRest)).toBeNull();
  });

  it('leaves letters to the field that has the focus, but runs from there', () => {
    const inField = { ...atRest, isInField: true };
    expect(shortcutOf(press('j'), inField)).toBeNull();
    expect(shortcutOf(press('ArrowDown'), inField)).toBeNull();
    expect(shortcutOf(press('Enter', { shiftKey: true }), inField)).toBe('run-advance');
    expect(shortcutOf(press('Escape'), inField)).toBe('leave');
  });

  it('deletes only when D was pressed twice', () => {
    expect(shortcutOf(press('d'), atRest)).toBeNull();
    expect(shortcutOf(press('d'), { ...atRest, previous: 'D' })).toBe('remove');
    expect(shortcutOf(press('d'), { ...atRest, previous: 'J' })).toBeNull();
  });

  it('means nothing as a single letter once those are turned off', () => {
    const quiet = { ...atRest, hasSingleKeys: false };
    expect(shortcutOf(press('z'), quiet)).toBeNull();
    expect(shortcutOf(press('Z', { shiftKey: true }), quiet)).toBeNull();
    expect(shortcutOf(press('ArrowDown'), quiet)).toBe('select-below');
    expect(shortcutOf(press('Enter', { ctrlKey: true }), quiet)).toBe('run');
  });
});

describe('the table of keys', () => {
  it('gives no chord two meanings', () => {
    const chords = BINDINGS.flatMap(({ keys }) => keys);
    expect(new Set(chords).size).toBe(chords.length);
  });

  it('writes chords as the handler reads them', () => {
    expect(chordOf(press('k'))).toBe('K');
    expect(keyCaps('Mod+Shift+Enter', false)).toBe('Ctrl Shift Enter');
    expect(keyCaps('Alt+ArrowUp', true)).toBe('⌥ ↑');
  });
});
