import { describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../../tests/fixtures/toy-cells';
import { fingerprintsOf } from '../../core/fingerprint';
import { duplicateCells, removeCells } from '../../core/many-cells';
import { connect, renameCell, setParams, setSeed, type Notebook } from '../../core/notebook';
import { recipeOf } from '../../core/staleness';
import type { StoredResult } from '../../storage/port';
import { clusteringsIn, differencesOf, goneIn, pairsOf, type RunSide } from './compare-runs';
import { figuresOf } from './figures';
import { whoMoved } from './who-moved';

const base = toyNotebook();
const differing = (now: Notebook) =>
  differencesOf(base, now, toyDefinitions).map((difference) => {
    const { kind } = difference;
    return 'cell' in difference ? `${kind} ${difference.cell.id}` : kind;
  });

/** A run of which these cells' results are kept, each with its display. */
function side(notebook: Notebook, displays: Readonly<Record<string, unknown>>): RunSide {
  const results = new Map<string, StoredResult>();
  for (const [id, fingerprint] of fingerprintsOf(notebook, toyDefinitions)) {
    if (!(id in displays) || fingerprint === null) continue;
    const recipe = recipeOf(notebook, id, toyDefinitions)!;
    const kind = notebook.cells.find((cell) => cell.id === id)!.kind;
    const display = displays[id];
    results.set(fingerprint, {
      fingerprint,
      kind,
      display,
      elapsedMs: 1,
      recipe,
      isPartial: false,
    });
  }
  return { notebook, results };
}

describe('what two runs differ in', () => {
  it('is what results depend on: parameters, inputs, seed, data, cells', () => {
    expect(differing(setParams(base, 'cluster', { clusters: 5 }))).toEqual(['param cluster']);
    expect(differing(setSeed(base, 9))).toEqual(['seed']);
    expect(differing(connect(base, 'segments', { input: 'points', from: null }))).toEqual([
      'input segments',
    ]);
    const [source] = base.sources;
    const other = { ...base, sources: [{ ...source!, sha256: 'cd'.repeat(32) }] };
    expect(differing(other)).toEqual(['source']);
    expect(differing(duplicateCells(base, new Set(['cluster'])).notebook)).toEqual([
      'added cluster-2',
    ]);
    expect(differing(removeCells(base, new Set(['segments'])))).toEqual(['removed segments']);
  });

  it('is nothing that only changes looks', () => {
    const named = setParams(base, 'cluster', { names: 'Loyal' });
    expect(differing(renameCell(named, 'cluster', 'Four kinds'))).toEqual([]);
  });
});

describe('figures side by side', () => {
  const then = side(base, { cluster: { rows: 9, clusters: 4, inertia: 20, totalInertia: 80 } });
  const now = side(setParams(base, 'cluster', { clusters: 5 }), {
    cluster: { rows: 9, clusters: 5, inertia: 16, totalInertia: 80 },
  });
  const pairs = pairsOf(then, now, toyDefinitions);

  it('pair what both runs came to, cell by cell', () => {
    const pair = pairs.find(({ cell }) => cell.id === 'cluster')!;
    expect(pair.figures.map(({ key, then: a, now: b }) => [key, a, b])).toEqual([
      ['rows', 9, 9],
      ['clusters', 4, 5],
      ['inertia', 20, 16],
      ['explained', 0.75, 0.8],
    ]);
    expect(clusteringsIn(pairs, toyDefinitions)).toEqual(['cluster']);
  });

  it('say which results of a run are not kept any more', () => {
    expect(pairs.find(({ cell }) => cell.id === 'load')?.then.kind).toBe('gone');
    expect(goneIn(then, toyDefinitions)).toEqual(['load', 'features', 'segments']);
  });

  it('are never made up: what a display does not hold has no figure', () => {
    expect(figuresOf({ rows: null, inertia: Number.NaN, silhouette: '0.5' })).toEqual([]);
    expect(figuresOf(null)).toEqual([]);
    expect(figuresOf({ sizes: [1, 3] }).map(({ key, value }) => [key, value])).toEqual([
      ['smallest', 0.25],
      ['largest', 0.75],
    ]);
  });
});

it('counts who moved by the numbers of the segments, noise apart', () => {
  const run = side(base, {});
  // Rows: two segments and noise before; three segments and noise now.
  const flows = {
    before: 2,
    now: 3,
    counts: [30, 0, 5, 0, 2, 40, 0, 1, 0, 0, 0, 4],
    joined: 3,
    left: 1,
  };
  const moved = whoMoved(flows, 'cluster', { then: run, now: run, definitions: toyDefinitions });
  expect(moved.left.map(({ id, value }) => [id, value])).toEqual([
    ['1', 35],
    ['2', 43],
    ['noise', 4],
  ]);
  expect(moved.right.map(({ id, value }) => [id, value])).toEqual([
    ['1', 32],
    ['2', 40],
    ['3', 5],
    ['noise', 5],
  ]);
  const marksIn = (flow: typeof moved.left) => flow.map(({ marks, index }) => marks.textOf(index));
  expect(marksIn(moved.left)).toEqual(['1', '2', '']);
  expect(moved.right[2]?.marks.labelOf(moved.right[2].index).en).toBe('segment 3, C, triangle');
  expect(moved.links).toContainEqual({ from: '1', to: '3', value: 5 });
  expect([moved.moves.rows, moved.moves.moved]).toEqual([82, 8]);
});
