import { expect, it } from 'vitest';
import { createNotebook } from '../core/notebook';
import { waysOut } from './ways-out';

it('opens the list of the role that no column could be taken for', () => {
  const cell = { id: 'users', kind: 'sequence', version: 1, params: {}, inputs: {} };
  const facts = { role: 'time' };
  expect(waysOut({ code: 'events-column-missing', facts }, cell, createNotebook('en'))).toEqual([
    { kind: 'open-param', cellId: 'users', param: 'time' },
    { kind: 'run' },
  ]);
});

it('offers a sample, in one round figure, of a file that is beyond the memory', () => {
  const cell = { id: 'load', kind: 'load', version: 2, params: {}, inputs: {} };
  const facts = { name: 'a.csv', rows: 40e6, columns: 8, neededBytes: 8e9, limitBytes: 2e9 };
  const [first] = waysOut({ code: 'file-needs-memory', facts }, cell, createNotebook('en'));
  expect(first).toMatchObject({
    kind: 'set-params',
    cellId: 'load',
    patch: { sampleRows: 5_000_000 },
    words: { en: 'Read a random sample of 5,000,000 rows' },
  });
});
