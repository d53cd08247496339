import { describe, expect, it } from 'vitest';
import { cellTypeOf } from '../../cells/catalogue';
import type { Cell } from '../../core/notebook';
import { chosenControls, isInApp, looksIn } from './app-cells';

const cluster: Cell = { id: 'c', kind: 'cluster', version: 1, params: {}, inputs: {} };
const type = cellTypeOf('cluster');
const names = (cell: Cell) => chosenControls(cell, type).map(({ name }) => name);

describe('the controls of a cell in the app', () => {
  it('are those that were chosen, and none unless some were', () => {
    expect(names(cluster)).toEqual([]);
    expect(names({ ...cluster, controls: ['clusters'] })).toEqual(['clusters']);
  });

  it('leave out what there is no control for', () => {
    expect(names({ ...cluster, controls: ['names', 'gone', 'clusters'] })).toEqual(['clusters']);
    expect(chosenControls({ ...cluster, controls: ['clusters'] }, undefined)).toEqual([]);
  });
});

describe('a cell of the app', () => {
  const waiting = { kind: 'waiting', on: null, isQueued: false } as const;
  const [control] = chosenControls({ ...cluster, controls: ['clusters'] }, type);

  it('is left out when it is folded, unless it has a control', () => {
    expect(isInApp(cluster, waiting, [])).toBe(true);
    expect(isInApp({ ...cluster, isFolded: true }, waiting, [])).toBe(false);
    expect(isInApp({ ...cluster, isFolded: true }, waiting, [control!])).toBe(true);
  });
});

describe('what a reader may change in a view', () => {
  it('is how a result looks, never names', () => {
    const heatmap = cellTypeOf('heatmap')?.definition;
    expect(looksIn({ measure: 'mean', other: 1 }, heatmap)).toEqual({ measure: 'mean' });
    expect(looksIn({ names: ['A'], clusters: 3 }, type?.definition)).toEqual({});
    expect(looksIn({ measure: 'mean' }, undefined)).toEqual({});
  });
});
