import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toyNotebook } from '../../tests/fixtures/toy-cells';
import { binOf, createHistory, HISTORY_LIMIT, record, redo, undo, undoable } from './history';
import { redoable, type History } from './history';
import * as edit from './notebook';

const base = toyNotebook();

function setClusters(history: History, clusters: number, atMs: number, control?: string): History {
  const next = edit.setParams(history.present, 'cluster', { clusters });
  const action = { code: 'set-param', facts: { cell: 'cluster' }, ...(control ? { control } : {}) };
  return record(history, next, { action, atMs });
}

function clustersOf(history: History): unknown {
  return edit.cellOf(history.present, 'cluster')?.params.clusters;
}

describe('undo and redo', () => {
  it('take steps back and do them again', () => {
    const one = setClusters(createHistory(base), 5, 0);
    const two = setClusters(one, 6, 10_000);
    expect(clustersOf(undo(two))).toBe(5);
    expect(undo(undo(two)).present).toBe(base);
    expect(redo(redo(undo(undo(two)))).present).toBe(two.present);
    expect(undoable(two)?.code).toBe('set-param');
    expect(redoable(two)).toBeNull();
    expect(redoable(undo(two))?.facts).toEqual({ cell: 'cluster' });
  });

  it('do nothing at the ends', () => {
    const history = createHistory(base);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
    expect(undoable(history)).toBeNull();
  });

  it('forget what was undone once something else is done', () => {
    const undone = undo(setClusters(createHistory(base), 5, 0));
    expect(redoable(setClusters(undone, 7, 1))).toBeNull();
  });

  it('record nothing when nothing changed', () => {
    const history = createHistory(base);
    const action = { code: 'x', facts: {} };
    expect(record(history, base, { action, atMs: 0 })).toBe(history);
  });

  it('take rapid edits of one control as one step', () => {
    let history = createHistory(base);
    for (let i = 0; i < 10; i++) history = setClusters(history, 5 + i, i * 200, 'cluster.clusters');
    expect(history.done).toHaveLength(1);
    expect(undo(history).present).toBe(base);
    expect(setClusters(history, 30, 60_000, 'cluster.clusters').done).toHaveLength(2);
    expect(setClusters(history, 30, 1900, 'cluster.restarts').done).toHaveLength(2);
    expect(setClusters(history, 30, 1900).done).toHaveLength(2);
    const afterUndo = undo(setClusters(history, 30, 60_000, 'cluster.clusters'));
    expect(setClusters(afterUndo, 31, 60_001, 'cluster.clusters').done).toHaveLength(2);
  });

  it('take rapid edits of a list as the steps that they are', () => {
    const control = 'cluster.features';
    const setFeatures = (history: History, features: readonly string[], atMs: number) =>
      record(history, edit.setParams(history.present, 'cluster', { features }), {
        action: { code: 'set-params', facts: {}, control },
        atMs,
      });
    const lists = [['a'], ['a', 'b'], ['b', 'a'], ['b', 'c'], ['b', 'cd'], ['b']];
    const history = lists.reduce(
      (all, features, i) => setFeatures(all, features, i * 50),
      createHistory(base),
    );
    // Typing 'a', 'c', 'cd' over the second entry is one step; the rest are one each.
    const undone = lists.map((_, i) => {
      let back = history;
      for (let steps = 0; steps < i; steps++) back = undo(back);
      return edit.cellOf(back.present, 'cluster')?.params.features;
    });
    expect(undone.slice(0, 5)).toEqual([['b'], ['b', 'cd'], ['b', 'a'], ['a', 'b'], ['a']]);
  });

  it('never keep more than the limit', () => {
    let history = createHistory(base);
    for (let i = 0; i < HISTORY_LIMIT + 20; i++) history = setClusters(history, i, i * 5000);
    expect(history.done).toHaveLength(HISTORY_LIMIT);
  });

  it('come back to every state, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 50 }), { maxLength: 20 }), (values) => {
        const states = values.reduce<History[]>(
          (all, value, i) => [...all, setClusters(all.at(-1)!, value, i * 5000)],
          [createHistory(base)],
        );
        let back = states.at(-1)!;
        for (const state of states.toReversed()) {
          expect(back.present).toBe(state.present);
          back = undo(back);
        }
        for (const state of states) {
          expect(back.present).toBe(state.present);
          back = redo(back);
        }
      }),
    );
  });
});

describe('the bin', () => {
  it('holds deleted cells with their places, the last deleted first, until they are back', () => {
    const remove = (history: History, id: string, atMs: number) =>
      record(history, edit.removeCell(history.present, id), {
        action: { code: 'remove-cell', facts: { cell: id } },
        atMs,
      });
    const history = remove(remove(createHistory(base), 'cluster', 1), 'load', 2);
    expect(binOf(history).map(({ cell, position, atMs }) => [cell.id, position, atMs])).toEqual([
      ['load', 0, 2],
      ['cluster', 2, 1],
    ]);
    const [entry] = binOf(history);
    const restored = record(history, edit.restoreCell(history.present, entry!.cell, 0), {
      action: { code: 'restore-cell', facts: {} },
      atMs: 3,
    });
    expect(binOf(restored).map(({ cell }) => cell.id)).toEqual(['cluster']);
    expect(binOf(undo(undo(history)))).toEqual([]);
  });
});
