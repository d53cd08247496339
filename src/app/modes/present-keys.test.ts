import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../shortcuts';
import { presentActionOf } from './present-keys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  key,
  ...more,
});
const free = { isInField: false, isOnButton: false, hasSingleKeys: true };

describe('a key while presenting', () => {
  it.each([
    ['ArrowRight', 'next'],
    [' ', 'next'],
    ['PageDown', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['Escape', 'leave'],
    ['f', 'full'],
    ['p', 'pointer'],
    ['L', 'pointer'],
    ['x', null],
    ['Enter', null],
  ] as const)('%j means %s', (key, action) => {
    expect(presentActionOf(press(key), free)).toBe(action);
  });

  it('belongs to a control that uses it, and the space bar to a button', () => {
    expect(presentActionOf(press('ArrowRight'), { ...free, isInField: true })).toBeNull();
    expect(presentActionOf(press(' '), { ...free, isOnButton: true })).toBeNull();
    expect(presentActionOf(press('ArrowRight'), { ...free, isOnButton: true })).toBe('next');
  });

  it('means nothing while composing, with a modifier, or as a letter when letters are off', () => {
    expect(presentActionOf(press(' ', { isComposing: true }), free)).toBeNull();
    expect(presentActionOf(press('p', { keyCode: 229 }), free)).toBeNull();
    expect(presentActionOf(press('p', { ctrlKey: true }), free)).toBeNull();
    expect(presentActionOf(press('ArrowRight', { altKey: true }), free)).toBeNull();
    const quiet = { ...free, hasSingleKeys: false };
    expect(presentActionOf(press('p'), quiet)).toBeNull();
    expect(presentActionOf(press(' '), quiet)).toBe('next');
  });
});
