import { describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { removeCell } from '../core/notebook';
import { entriesFor, nextKinds, paletteEntries } from './palette';

const clean = {
  ...toyDefinitions.get('features')!,
  kind: 'clean',
  stage: 'data',
  gives: 'table',
} as const;
const definitions = new Map([...toyDefinitions, ['clean', clean]]);

describe('what could come next', () => {
  it('is no preparing of a table once features were made of it', () => {
    const notebook = removeCell(removeCell(toyNotebook(), 'segments'), 'cluster');
    expect(nextKinds(notebook, definitions)).toEqual(['cluster', 'clean']);
  });

  it('begins with preparing while there is only a table', () => {
    const { cells, ...rest } = toyNotebook();
    const notebook = { ...rest, cells: cells.slice(0, 1) };
    expect(nextKinds(notebook, definitions)).toEqual(['clean', 'features']);
  });
});

it('lists every kind in the order of the cycle, those that lack something too', () => {
  const entries = paletteEntries(toyNotebook(), 1, definitions);
  expect(entries.map(({ kind, isReady }) => `${kind} ${isReady}`)).toEqual([
    'load true',
    'clean true',
    'features true',
    'cluster false',
    'segments false',
  ]);
});

it('puts first what the cell above can feed, and last what lacks an input', () => {
  const fitsAt = (position: number) =>
    entriesFor(toyNotebook(), position, definitions).map(({ kind, fit }) => `${kind} ${fit}`);
  expect(fitsAt(2)).toEqual([
    'cluster above',
    'load elsewhere',
    'clean elsewhere',
    'features elsewhere',
    'segments none',
  ]);
  expect(fitsAt(3)[0]).toBe('segments above');
});
