import { expect, it } from 'vitest';
import { layoutPopover } from './popover-place';

const view = { width: 400, height: 300 };
const floating = { width: 200, height: 100 };

it('opens below its anchor', () => {
  const anchor = { left: 20, top: 40, width: 60, height: 32 };
  expect(layoutPopover(anchor, floating, view)).toEqual({ left: 20, top: 78 });
});

it('opens above where there is no room below', () => {
  const anchor = { left: 20, top: 220, width: 60, height: 32 };
  expect(layoutPopover(anchor, floating, view)).toEqual({ left: 20, top: 114 });
});

it('stays inside a window that is too small', () => {
  const anchor = { left: 380, top: 20, width: 10, height: 10 };
  expect(layoutPopover(anchor, floating, { width: 180, height: 60 })).toEqual({ left: 8, top: 8 });
});
