import { expect, it } from 'vitest';
import { HASH, toyDefinitions, toyNotebook } from '../../../tests/fixtures/toy-cells';
import { setParams, type Source } from '../../core/notebook';
import { fitOf } from './file-fit';

const table = (...columns: string[]): Source => ({
  name: 'new.csv',
  rows: 9,
  sha256: HASH,
  columns,
});
const base = toyNotebook();
const [old] = base.sources;
const reader = base.cells.find(({ kind }) => toyDefinitions.get(kind)?.readsSource);

it('fits where every column that a cell names is there, whatever else is not', () => {
  const notebook = setParams(
    { ...base, sources: [{ ...old!, columns: ['age', 'spent', 'note'] }] },
    'features',
    { columns: [{ name: 'age' }] },
  );
  expect(fitOf(notebook, toyDefinitions, table('age', 'city'))).toEqual({
    kind: 'fits',
    reader,
    replaced: old!.name,
  });
  expect(fitOf(notebook, toyDefinitions, table('spent', 'city'))).toEqual({
    kind: 'lacks',
    columns: ['age'],
  });
});

it('takes a table that shares no column for a stranger, though no cell names one', () => {
  const notebook = { ...base, sources: [{ ...old!, columns: ['age', 'spent'] }] };
  expect(fitOf(notebook, toyDefinitions, table('city'))).toEqual({
    kind: 'lacks',
    columns: ['age', 'spent'],
  });
});

it('says that nothing reads a file', () => {
  const notebook = { ...base, cells: base.cells.filter(({ id }) => id !== reader!.id) };
  expect(fitOf(notebook, toyDefinitions, table('age')).kind).toBe('no-reader');
});
