import { describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import * as edit from './notebook';
import type { Notebook } from './notebook';
import { recipeOf, whyStale } from './staleness';

const base = toyNotebook();
const recipe = recipeOf(base, 'segments', toyDefinitions)!;

function why(notebook: Notebook): unknown {
  return whyStale(recipe, { notebook, cellId: 'segments' }, toyDefinitions);
}

describe('why a result is stale', () => {
  it('is nothing while it is fresh, and again when the change is undone', () => {
    expect(why(base)).toEqual([]);
    expect(why(edit.setParams(base, 'cluster', { names: 'A' }))).toEqual([]);
    const there = edit.setParams(base, 'cluster', { clusters: 5 });
    expect(why(edit.setParams(there, 'cluster', { clusters: 4 }))).toEqual([]);
  });

  it('names the parameter of the cell upstream, with both values', () => {
    expect(why(edit.setParams(base, 'cluster', { clusters: 5 }))).toEqual([
      { kind: 'param', cellId: 'cluster', param: 'clusters', from: 4, to: 5 },
    ]);
  });

  it('names what lies furthest upstream first', () => {
    const changed = edit.setSeed(edit.setParams(base, 'features', { scale: 'none' }), 3);
    expect(why(changed)).toEqual([
      { kind: 'param', cellId: 'features', param: 'scale', from: 'standard', to: 'none' },
      { kind: 'seed', cellId: 'cluster', from: 1, to: 3 },
    ]);
  });

  it('names the files when a source was replaced', () => {
    const next = { name: 'b.csv', columns: ['x'], rows: 3, sha256: 'cd'.repeat(32) };
    expect(why(edit.replaceSource(base, 'a.csv', next))).toEqual([
      { kind: 'source', cellId: 'load', from: 'a.csv', to: 'a.csv' },
    ]);
  });

  it('names the input that is fed by another cell', () => {
    const { notebook, id } = edit.duplicateCell(base, 'features');
    const other = edit.setParams(notebook, id, { scale: 'none' });
    const rewired = edit.connect(other, 'cluster', { input: 'points', from: id });
    expect(why(rewired)).toEqual([
      { kind: 'input', cellId: 'cluster', input: 'points', from: 'features', to: 'features-2' },
    ]);
    const without = edit.connect(base, 'segments', { input: 'points', from: null });
    expect(why(without)).toEqual([
      { kind: 'input', cellId: 'segments', input: 'points', from: 'features', to: null },
    ]);
  });

  it('names the cell type that computes differently now', () => {
    const cluster = toyDefinitions.get('cluster')!;
    const newer = new Map(toyDefinitions).set('cluster', { ...cluster, version: 3 });
    expect(whyStale(recipe, { notebook: base, cellId: 'segments' }, newer)).toEqual([
      { kind: 'version', cellId: 'cluster', from: 2, to: 3 },
    ]);
  });

  it('says what blocks a cell that cannot be computed', () => {
    expect(why(edit.removeCell(base, 'load'))).toMatchObject([
      { kind: 'blocked', cellId: 'segments', problem: { code: 'input-missing' } },
    ]);
    expect(why(edit.removeCell(base, 'segments'))).toEqual([]);
    expect(recipeOf(edit.removeCell(base, 'load'), 'segments', toyDefinitions)).toBeNull();
  });

  it('is remembered with no looks and no rows', () => {
    expect(recipe.steps.map((step) => step.cellId)).toEqual([
      'load',
      'features',
      'cluster',
      'segments',
    ]);
    expect(recipe.steps[2]?.params).toEqual({ clusters: 4 });
    expect(structuredClone(recipe)).toEqual(recipe);
  });
});
