import { describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { fingerprintsOf } from '../core/fingerprint';
import { addCell, changeCell, connect, removeCell, setParams } from '../core/notebook';
import type { Notebook } from '../core/notebook';
import { recipeOf } from '../core/staleness';
import type { StoredResult } from '../storage/port';
import { cellStates, keepUnchanged, resultToDraw, type Knowledge } from './cell-state';

const notebook = toyNotebook();

function resultOf(cellId: string, of: Notebook = notebook): StoredResult {
  const recipe = recipeOf(of, cellId, toyDefinitions)!;
  const { fingerprint } = recipe;
  return { fingerprint, kind: cellId, display: cellId, elapsedMs: 1, recipe, isPartial: false };
}

function know(known: Partial<Knowledge> = {}): Knowledge {
  return {
    notebook,
    definitions: toyDefinitions,
    results: new Map(),
    partials: new Map(),
    failures: new Map(),
    runs: new Map(),
    shown: new Map(),
    queued: new Set(),
    ...known,
  };
}

const fingerprintOf = (cellId: string) => fingerprintsOf(notebook, toyDefinitions).get(cellId)!;
const byFingerprint = (...ids: string[]) =>
  new Map(ids.map((id) => [fingerprintOf(id), resultOf(id)]));
const stateIn = (known: Knowledge, id: string) => cellStates(known).get(id);

describe('the state of a cell', () => {
  it('is waiting for nothing but a run when it was never computed', () => {
    const state = { kind: 'waiting', on: null, isQueued: false };
    expect(stateIn(know(), 'load')).toEqual(state);
  });

  it('is waiting for the nearest feeder that is not fresh', () => {
    expect(stateIn(know(), 'cluster')).toMatchObject({ kind: 'waiting', on: 'features' });
  });

  it('is fresh when its result carries its fingerprint', () => {
    const known = know({ results: byFingerprint('load') });
    expect(stateIn(known, 'load')).toEqual({ kind: 'fresh', result: resultOf('load') });
  });

  it('is stale with its last result when the fingerprint is another, and fresh again after undo', () => {
    const changed = setParams(notebook, 'cluster', { clusters: 5 });
    const results = byFingerprint('load', 'features', 'cluster');
    const shown = new Map([['cluster', resultOf('cluster')]]);
    expect(stateIn(know({ notebook: changed, results, shown }), 'cluster')).toEqual({
      kind: 'stale',
      last: resultOf('cluster'),
      behind: null,
      isQueued: false,
    });
    expect(stateIn(know({ results, shown }), 'cluster')?.kind).toBe('fresh');
  });

  it('does not go stale when only looks change', () => {
    const changed = setParams(notebook, 'cluster', { names: 'Regulars' });
    const known = know({ notebook: changed, results: byFingerprint('cluster') });
    expect(stateIn(known, 'cluster')?.kind).toBe('fresh');
  });

  it('is running only while the run answers the present question', () => {
    const run = { cellId: 'cluster', isQuick: false, progress: null, snapshot: null };
    const current = new Map([['cluster', { ...run, fingerprint: fingerprintOf('cluster') }]]);
    const outdated = new Map([['cluster', { ...run, fingerprint: 'of k = 9' }]]);
    expect(stateIn(know({ runs: current }), 'cluster')?.kind).toBe('running');
    expect(stateIn(know({ runs: outdated }), 'cluster')?.kind).toBe('waiting');
  });

  it('is failed with the problem and the last result that there was', () => {
    const problem = { code: 'too-few-rows', facts: { rows: 1, needed: 2 } } as const;
    const last = resultOf('cluster', setParams(notebook, 'cluster', { clusters: 9 }));
    const failures = new Map([[fingerprintOf('cluster'), problem]]);
    const known = know({ failures, shown: new Map([['cluster', last]]) });
    expect(stateIn(known, 'cluster')).toEqual({ kind: 'failed', problem, last });
  });

  it('is partial after a cancel, and what it feeds waits', () => {
    const partials = new Map([[fingerprintOf('cluster'), resultOf('cluster')]]);
    const known = know({ results: byFingerprint('load', 'features'), partials });
    expect(stateIn(known, 'cluster')?.kind).toBe('partial');
    expect(stateIn(known, 'segments')).toMatchObject({ kind: 'waiting', on: 'cluster' });
  });

  it('is empty when an input is not connected or its feeder is gone', () => {
    const loose = connect(notebook, 'cluster', { input: 'points', from: null });
    const orphaned = removeCell(notebook, 'features');
    for (const changed of [loose, orphaned]) {
      const problem = { code: 'input-missing', facts: { input: 'points' } };
      expect(stateIn(know({ notebook: changed }), 'cluster')).toEqual({ kind: 'empty', problem });
    }
  });

  it('names the cell in the way when that one is not set up', () => {
    const loose = connect(notebook, 'cluster', { input: 'points', from: null });
    const state = stateIn(know({ notebook: loose }), 'segments');
    expect(state).toMatchObject({ kind: 'waiting', on: 'cluster' });
  });

  it('is locked for an unknown kind and for a cell from a newer version', () => {
    const unknown = addCell(notebook, { kind: 'cohort-map', version: 1 });
    expect(stateIn(know({ notebook: unknown.notebook }), unknown.id)?.kind).toBe('locked');
    const newer = changeCell(notebook, 'load', (cell) => ({ ...cell, version: 99 }));
    expect(stateIn(know({ notebook: newer }), 'load')?.kind).toBe('locked');
  });

  it('is failed, not broken, for a parameter out of range and for a circle', () => {
    const wrong = setParams(notebook, 'cluster', { clusters: 1 });
    expect(stateIn(know({ notebook: wrong }), 'cluster')?.kind).toBe('failed');
    const circle = connect(notebook, 'features', { input: 'table', from: 'segments' });
    expect(stateIn(know({ notebook: circle }), 'features')).toBeDefined();
  });
});

describe('states that did not change', () => {
  it('stay the same objects while another cell makes progress', () => {
    const results = byFingerprint('load', 'features');
    const runs = (done: number) => {
      const progress = { done, total: 9, cellId: 'cluster', elapsedMs: done };
      const run = {
        cellId: 'cluster',
        fingerprint: fingerprintOf('cluster'),
        isQuick: false,
        snapshot: null,
      };
      return new Map([['cluster', { ...run, progress }]]);
    };
    const before = cellStates(know({ results, runs: runs(1) }));
    const kept = keepUnchanged(before, cellStates(know({ results, runs: runs(2) })));
    expect(kept.get('load')).toBe(before.get('load'));
    expect(kept.get('cluster')).not.toBe(before.get('cluster'));
    expect(keepUnchanged(kept, cellStates(know({ results, runs: new Map() })))).not.toBe(kept);
  });
});

describe('the result to draw', () => {
  it('is the old one while stale, running or failed, and none while there is none', () => {
    const last = resultOf('cluster');
    const run = {
      cellId: 'cluster',
      fingerprint: 'f',
      isQuick: false,
      progress: null,
      snapshot: null,
    };
    expect(resultToDraw({ kind: 'running', run, last })).toBe(last);
    expect(resultToDraw({ kind: 'stale', last, behind: null, isQueued: false })).toBe(last);
    expect(resultToDraw({ kind: 'waiting', on: null, isQueued: true })).toBeNull();
  });
});
