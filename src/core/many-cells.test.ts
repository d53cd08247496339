import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toyNotebook } from '../../tests/fixtures/toy-cells';
import { duplicateCells, foldCells, insertCells, moveCells, removeCells } from './many-cells';
import { cellOf } from './notebook';

const ids = (notebook: { readonly cells: readonly { readonly id: string }[] }) =>
  notebook.cells.map(({ id }) => id);
const several = fc.subarray(['load', 'features', 'cluster', 'segments']);

describe('several cells', () => {
  it('are copied together: a copy is fed by the copy of its feeder, else by what fed it', () => {
    const { notebook, ids: copies } = duplicateCells(
      toyNotebook(),
      new Set(['features', 'cluster']),
    );
    expect(ids(notebook)).toEqual([
      'load',
      'features',
      'cluster',
      'features-2',
      'cluster-2',
      'segments',
    ]);
    expect([...copies.values()]).toEqual(['features-2', 'cluster-2']);
    expect(cellOf(notebook, 'features-2')?.inputs).toEqual({ table: 'load' });
    expect(cellOf(notebook, 'cluster-2')?.inputs).toEqual({ points: 'features-2' });
    expect(cellOf(notebook, 'segments')?.inputs.clustering).toBe('cluster');
  });

  it('come back under their own ids where these are free', () => {
    const { cells } = toyNotebook();
    const without = removeCells(toyNotebook(), new Set(['cluster', 'load']));
    const back = insertCells(without, [cells[2]!], { position: 1, keepsIds: true });
    expect(ids(back.notebook)).toEqual(['features', 'cluster', 'segments']);
    const twice = insertCells(back.notebook, [cells[2]!], { position: 0, keepsIds: true });
    expect(ids(twice.notebook)[0]).toBe('cluster-2');
  });

  it('keep their order and lose nobody wherever they are moved', () => {
    fc.assert(
      fc.property(several, fc.integer({ min: 0, max: 4 }), (chosen, gap) => {
        const before = toyNotebook();
        const after = ids(moveCells(before, new Set(chosen), gap));
        expect([...after].sort()).toEqual(ids(before).sort());
        expect(after.filter((id) => chosen.includes(id))).toEqual(chosen);
        const others = (list: readonly string[]) => list.filter((id) => !chosen.includes(id));
        expect(others(after)).toEqual(others(ids(before)));
        // They stand together, with as many of the others before them as were before the gap.
        const [first] = chosen;
        if (first === undefined) return;
        const at = after.indexOf(first);
        expect(after.slice(at, at + chosen.length)).toEqual(chosen);
        expect(at).toBe(others(ids(before).slice(0, gap)).length);
      }),
    );
  });

  it('leave the document as it is when nothing changes', () => {
    const notebook = toyNotebook();
    expect(removeCells(notebook, new Set(['nobody']))).toBe(notebook);
    expect(moveCells(notebook, new Set(['load']), 1)).toBe(notebook);
    expect(moveCells(notebook, new Set(['load']), 0)).toBe(notebook);
    expect(foldCells(notebook, ['load'], false)).toBe(notebook);
    const folded = foldCells(notebook, ['load', 'cluster'], true);
    expect(foldCells(folded, ['load', 'cluster'], false)).toStrictEqual(notebook);
  });
});
