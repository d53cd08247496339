import { expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { createNotebook, type Source } from '../core/notebook';
import { withTables } from './more-tables';

const source = (name: string, sha256 = name.padEnd(64, '0')): Source => ({
  name,
  columns: ['a'],
  rows: 2,
  sha256,
});

it('adds a source and a reading cell for each table, below those that read', () => {
  const { notebook, cellIds } = withTables(
    toyNotebook(),
    [source('b.csv'), source('c.csv')],
    toyDefinitions,
  );
  expect(cellIds).toEqual(['load-2', 'load-3']);
  expect(notebook.cells.map(({ id }) => id).slice(0, 4)).toEqual([
    'load',
    'load-2',
    'load-3',
    'features',
  ]);
  expect(notebook.cells[1]?.params).toEqual({ source: 'b.csv' });
  expect(notebook.sources.map(({ name }) => name)).toContain('c.csv');
});

it('begins an empty notebook, and keeps other bytes under a taken name apart', () => {
  const start = createNotebook('en');
  const tables = [source('a.csv'), source('a.csv', 'f'.repeat(64))];
  const { notebook, cellIds } = withTables(start, tables, toyDefinitions);
  expect(cellIds).toEqual(['load', 'load-2']);
  expect(notebook.cells.map(({ params }) => params.source)).toEqual(['a.csv', 'a.csv (2)']);
});

it('does not read the same table twice', () => {
  const once = withTables(toyNotebook(), [source('b.csv')], toyDefinitions).notebook;
  const twice = withTables(once, [source('b.csv')], toyDefinitions);
  expect(twice).toEqual({ notebook: once, cellIds: [] });
});
