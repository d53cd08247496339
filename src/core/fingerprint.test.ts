import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HASH, toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { fingerprintsOf, hashOf, readinessOf } from './fingerprint';
import * as edit from './notebook';
import type { Notebook } from './notebook';
import { taskOf } from './task';

const base = toyNotebook();

/** Ids of the cells whose fingerprints an edit changes. */
function changedBy(change: (notebook: Notebook) => Notebook, from = base): string[] {
  const before = fingerprintsOf(from, toyDefinitions);
  const after = fingerprintsOf(change(from), toyDefinitions);
  return [...after.keys()].filter((id) => before.get(id) !== after.get(id));
}

function problemOf(notebook: Notebook, id: string): unknown {
  const readiness = readinessOf(notebook, toyDefinitions).get(id);
  return readiness?.status === 'blocked' ? readiness.problem : readiness?.status;
}

describe('the fingerprint of a cell', () => {
  it('is the SHA-256 of canonical JSON', () => {
    const expected = createHash('sha256').update('{"a":[1,"中"],"b":null}').digest('hex');
    expect(hashOf({ b: null, a: [1, '中'] })).toBe(expected);
  });

  it('changes with a parameter, for the cell and all that follows', () => {
    expect(changedBy((n) => edit.setParams(n, 'cluster', { clusters: 5 }))).toEqual([
      'cluster',
      'segments',
    ]);
    expect(changedBy((n) => edit.setParams(n, 'load', { encoding: 'gb18030' }))).toHaveLength(4);
  });

  it('does not change with looks, titles, folds, places, unknown or spelled-out parameters', () => {
    expect(changedBy((n) => edit.setParams(n, 'cluster', { names: 'A, B' }))).toEqual([]);
    expect(changedBy((n) => edit.renameCell(n, 'cluster', 'x'))).toEqual([]);
    expect(changedBy((n) => edit.toggleFold(n, 'cluster'))).toEqual([]);
    expect(changedBy((n) => edit.moveCell(n, 'cluster', 0))).toEqual([]);
    expect(changedBy((n) => edit.setParams(n, 'cluster', { future: 1 }))).toEqual([]);
    expect(changedBy((n) => edit.setParams(n, 'features', { scale: 'standard' }))).toEqual([]);
    expect(changedBy((n) => edit.setLanguage(edit.setTitle(n, 'x'), 'en'))).toEqual([]);
  });

  it('changes with the seed only where chance matters', () => {
    expect(changedBy((n) => edit.setSeed(n, 7))).toEqual(['cluster', 'segments']);
  });

  it('changes with the bytes of a source and not with its name', () => {
    const source = base.sources[0]!;
    const otherBytes = { ...source, sha256: 'cd'.repeat(32) };
    expect(changedBy((n) => edit.replaceSource(n, 'a.csv', otherBytes))).toHaveLength(4);
    const renamed = {
      ...edit.setParams(base, 'load', { source: 'b.csv' }),
      sources: [{ ...source, name: 'b.csv' }],
    };
    expect(changedBy(() => renamed)).toEqual([]);
  });

  it('is the same for cells that compute the same', () => {
    const { notebook, id } = edit.duplicateCell(base, 'cluster');
    const fingerprints = fingerprintsOf(notebook, toyDefinitions);
    expect(fingerprints.get(id)).toBe(fingerprints.get('cluster'));
  });

  it('is as it was after an edit is taken back', () => {
    const there = edit.setParams(base, 'cluster', { clusters: 5 });
    const back = edit.setParams(there, 'cluster', { clusters: 4 });
    expect([...fingerprintsOf(back, toyDefinitions)]).toEqual([
      ...fingerprintsOf(base, toyDefinitions),
    ]);
  });

  it('brings old parameters up to date before it looks at them', () => {
    const old = edit.changeCell(base, 'cluster', (cell) => ({
      ...cell,
      version: 1,
      params: { k: 4 },
    }));
    expect(changedBy(() => old)).toEqual([]);
  });
});

describe('a cell that cannot be computed', () => {
  it('says which input is missing, and cells below it which cell is to blame', () => {
    const removed = edit.removeCell(base, 'features');
    expect(problemOf(removed, 'cluster')).toEqual({
      code: 'input-missing',
      facts: { input: 'points' },
    });
    expect(problemOf(removed, 'segments')).toMatchObject({ code: 'input-missing' });
    const without = edit.connect(removed, 'segments', { input: 'points', from: null });
    expect(problemOf(without, 'segments')).toEqual({
      code: 'input-failed',
      facts: { cell: 'cluster' },
    });
    expect(fingerprintsOf(removed, toyDefinitions).get('cluster')).toBeNull();
    expect(taskOf(removed, 'cluster', toyDefinitions)).toBeNull();
  });

  it('may do without an optional input', () => {
    const without = edit.connect(base, 'segments', { input: 'points', from: null });
    expect(problemOf(without, 'segments')).toBe('ready');
  });

  it.each([
    [
      'a wrong kind of value',
      edit.connect(base, 'cluster', { input: 'points', from: 'load' }),
      'input-missing',
    ],
    [
      'a circle',
      edit.connect(base, 'features', { input: 'table', from: 'features' }),
      'notebook-cycle',
    ],
    [
      'a parameter out of range',
      edit.setParams(base, 'cluster', { clusters: 99 }),
      'param-invalid',
    ],
    ['a source that is not there', edit.removeSource(base, 'a.csv'), 'source-missing'],
    [
      'an unknown kind',
      edit.changeCell(base, 'load', (c) => ({ ...c, kind: 'x' })),
      'cell-unknown',
    ],
    ['a newer version', edit.changeCell(base, 'load', (c) => ({ ...c, version: 9 })), 'cell-newer'],
  ])('because of %s says so', (_name, notebook, code) => {
    const problems = [...readinessOf(notebook, toyDefinitions).values()].flatMap((readiness) =>
      readiness.status === 'blocked' ? [readiness.problem.code] : [],
    );
    expect(problems).toContain(code);
  });
});

describe('the task of a cell', () => {
  it('holds everything upstream, complete and current', () => {
    const task = taskOf(base, 'segments', toyDefinitions)!;
    expect(Object.keys(task.inputs).sort()).toEqual(['clustering', 'points', 'table']);
    expect(task.inputs.clustering).toMatchObject({
      cellId: 'cluster',
      version: 2,
      params: { clusters: 4, names: '' },
      seed: 1,
    });
    expect(task.inputs.table?.source?.sha256).toBe(HASH);
    expect(task.fingerprint).toBe(fingerprintsOf(base, toyDefinitions).get('segments'));
  });

  it('holds a cell that feeds several others once', () => {
    const task = taskOf(base, 'segments', toyDefinitions)!;
    expect(task.inputs.points).toBe(task.inputs.clustering?.inputs.points);
    const copy = structuredClone(task);
    expect(copy.inputs.points).toBe(copy.inputs.clustering?.inputs.points);
  });

  it('is remembered for a notebook', () => {
    expect(readinessOf(base, toyDefinitions)).toBe(readinessOf(base, toyDefinitions));
  });
});
