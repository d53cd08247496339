import { describe, expect, it } from 'vitest';
import { toyNotebook } from '../../tests/fixtures/toy-cells';
import * as edit from './notebook';

const ids = (notebook: edit.Notebook) => notebook.cells.map((cell) => cell.id);
const SOURCE = { name: 'a.csv', columns: ['x'], rows: 9, sha256: 'ab'.repeat(32) };

describe('editing a notebook', () => {
  it('gives new cells ids that a person can read', () => {
    let { notebook, id } = edit.addCell(toyNotebook(), { kind: 'cluster', version: 1 });
    expect(id).toBe('cluster-2');
    ({ notebook, id } = edit.insertCell(notebook, { kind: 'cluster', version: 1 }, 0));
    expect(id).toBe('cluster-3');
    expect(ids(notebook)[0]).toBe('cluster-3');
  });

  it('never changes the notebook it is given', () => {
    const before = toyNotebook();
    const copy = structuredClone(before);
    edit.setParams(before, 'cluster', { clusters: 9 });
    edit.connect(before, 'cluster', { input: 'points', from: null });
    edit.removeCell(before, 'load');
    edit.moveCell(before, 'load', 3);
    edit.renameCell(before, 'load', 'x');
    edit.toggleFold(before, 'load');
    edit.replaceSource(before, 'a.csv', { ...SOURCE, rows: 1 });
    expect(before).toEqual(copy);
  });

  it('returns the same notebook when there is nothing to change', () => {
    const notebook = toyNotebook();
    expect(edit.removeCell(notebook, 'nobody')).toBe(notebook);
    expect(edit.setParams(notebook, 'nobody', {})).toBe(notebook);
    expect(edit.moveCell(notebook, 'features', 1)).toBe(notebook);
    expect(edit.moveCell(notebook, 'nobody', 1)).toBe(notebook);
    expect(edit.duplicateCell(notebook, 'nobody').notebook).toBe(notebook);
  });

  it('leaves a dangling input where a removed cell was, and heals it when the cell comes back', () => {
    const notebook = toyNotebook();
    const removed = edit.removeCell(notebook, 'features');
    expect(edit.cellOf(removed, 'cluster')?.inputs).toEqual({ points: 'features' });
    expect(edit.restoreCell(removed, notebook.cells[1]!, 1)).toEqual(notebook);
  });

  it('gives a restored cell a new id when its own is taken', () => {
    const notebook = toyNotebook();
    const removed = edit.removeCell(notebook, 'load');
    const taken = edit.addCell(removed, { kind: 'load', version: 1 }).notebook;
    expect(ids(edit.restoreCell(taken, notebook.cells[0]!, 0))[0]).toBe('load-2');
  });

  it('moves cells to any position, and past the ends', () => {
    const notebook = toyNotebook();
    expect(ids(edit.moveCell(notebook, 'load', 2))).toEqual([
      'features',
      'cluster',
      'load',
      'segments',
    ]);
    expect(ids(edit.moveCell(notebook, 'load', 99)).at(-1)).toBe('load');
    expect(ids(edit.moveCell(notebook, 'segments', -1))[0]).toBe('segments');
  });

  it('duplicates a cell right below it, with its inputs', () => {
    const { notebook, id } = edit.duplicateCell(toyNotebook(), 'cluster');
    expect(ids(notebook)).toEqual(['load', 'features', 'cluster', 'cluster-2', 'segments']);
    expect(edit.cellOf(notebook, id)).toMatchObject({
      params: { clusters: 4 },
      inputs: { points: 'features' },
    });
  });

  it('keeps parameters that it does not know', () => {
    const notebook = edit.setParams(toyNotebook(), 'cluster', { future: [1] });
    const changed = edit.setParams(notebook, 'cluster', { clusters: 5 });
    expect(edit.cellOf(changed, 'cluster')?.params).toEqual({ clusters: 5, future: [1] });
  });

  it('brings the finding back when a title is emptied, and unfolds without a trace', () => {
    const notebook = toyNotebook();
    const named = edit.renameCell(notebook, 'cluster', '四群');
    expect(edit.cellOf(named, 'cluster')?.title).toBe('四群');
    expect(edit.renameCell(named, 'cluster', '')).toStrictEqual(notebook);
    const folded = edit.toggleFold(notebook, 'cluster');
    expect(edit.cellOf(folded, 'cluster')?.isFolded).toBe(true);
    expect(edit.toggleFold(folded, 'cluster')).toStrictEqual(notebook);
  });

  it('treats an input named __proto__ as an input like any other', () => {
    const changed = edit.connect(toyNotebook(), 'cluster', { input: '__proto__', from: 'load' });
    const inputs = edit.cellOf(changed, 'cluster')!.inputs;
    expect(Object.keys(inputs)).toEqual(['points', '__proto__']);
    expect(Object.getPrototypeOf(inputs)).toBe(Object.prototype);
  });

  it('adds the same file once, and another under its name as a second', () => {
    const notebook = toyNotebook();
    expect(edit.addSource(notebook, SOURCE)).toEqual({ notebook, name: 'a.csv' });
    const other = edit.addSource(notebook, { ...SOURCE, sha256: 'cd'.repeat(32) });
    expect(other.name).toBe('a.csv (2)');
    expect(edit.sourceOf(other.notebook, 'a.csv (2)')?.sha256).toBe('cd'.repeat(32));
  });

  it('replaces a source under the name by which cells know it', () => {
    const next = { ...SOURCE, name: 'b.csv', rows: 3 };
    const replaced = edit.replaceSource(toyNotebook(), 'a.csv', next);
    expect(replaced.sources).toEqual([{ ...next, name: 'a.csv' }]);
    expect(edit.removeSource(replaced, 'a.csv').sources).toEqual([]);
  });

  it('keeps the seed a whole number of 32 bits', () => {
    expect(edit.setSeed(toyNotebook(), 2 ** 32 + 7.9).seed).toBe(7);
    expect(edit.setLanguage(edit.setTitle(toyNotebook(), 't'), 'en')).toMatchObject({
      title: 't',
      language: 'en',
    });
  });
});
