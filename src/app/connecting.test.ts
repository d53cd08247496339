import { expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { addCell, cellOf, setParams } from '../core/notebook';
import { inputChoices } from './connecting';

const base = toyNotebook();
const draft = { kind: 'load', version: 1, params: { source: 'b.csv' } };
const { notebook } = addCell(
  {
    ...base,
    sources: [...base.sources, { name: 'b.csv', columns: ['y'], rows: 3, sha256: 'cd'.repeat(32) }],
  },
  draft,
);
const choicesOf = (id: string, inside = notebook) =>
  inputChoices(
    cellOf(inside, id)!,
    { notebook: inside, definitions: toyDefinitions, results: new Map() },
    'en',
  );

it('offers the cells that type-check, and nothing where there is no choice', () => {
  expect(choicesOf('features')).toEqual([
    {
      input: 'table',
      now: 'load',
      candidates: [
        { cellId: 'load', lacks: [] },
        { cellId: 'load-2', lacks: [] },
      ],
      isOptional: false,
    },
  ]);
  expect(choicesOf('cluster')).toEqual([]);
});

it('lets an optional input be cut off though only one cell fits', () => {
  const [, points] = choicesOf('segments');
  expect(points).toMatchObject({ input: 'points', now: 'features', isOptional: true });
});

it('says which columns that the cell names would be cut', () => {
  const naming = setParams(notebook, 'features', { scale: 'none', columns: ['x'] });
  expect(choicesOf('features', naming)[0]?.candidates[1]).toEqual({
    cellId: 'load-2',
    lacks: ['x'],
  });
});

it('asks what has getters, as an open notebook does in the browser', () => {
  const naming = setParams(notebook, 'features', { scale: 'none', columns: ['x'] });
  class Open {
    readonly definitions = toyDefinitions;
    get notebook() {
      return naming;
    }
    get results() {
      return new Map();
    }
  }
  const cell = cellOf(naming, 'features')!;
  expect(inputChoices(cell, new Open(), 'en')).toEqual(choicesOf('features', naming));
});
