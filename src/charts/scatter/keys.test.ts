import { expect, it } from 'vitest';
import { keyAction } from './keys';

const press = (key: string, over: Partial<Parameters<typeof keyAction>[0]> = {}) =>
  keyAction({
    key,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    ...over,
  });

it('moves the cursor with arrows, further with Shift', () => {
  expect(press('ArrowLeft')).toEqual({ kind: 'move', x: -10, y: 0 });
  expect(press('ArrowDown', { shiftKey: true })).toEqual({ kind: 'move', x: 0, y: 60 });
});

it('zooms with plus and minus, with or without Shift', () => {
  expect(press('=')).toEqual(press('+', { shiftKey: true }));
  expect(press('-')).toEqual({ kind: 'zoom', factor: 1 / 1.6 });
});

it('leaves every other key, every shortcut and every composition alone', () => {
  expect(press('j')).toBeNull();
  expect(press('0', { ctrlKey: true })).toBeNull();
  expect(press('ArrowUp', { altKey: true })).toBeNull();
  expect(press('ArrowUp', { isComposing: true })).toBeNull();
});
