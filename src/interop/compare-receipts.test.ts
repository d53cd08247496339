import { expect, it } from 'vitest';
import { compareReceipts } from './compare-receipts';
import type { Receipt } from './receipt';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];
const cell = {
  kind: 'cluster',
  version: 1,
  fingerprint: A,
  params: { clusters: A, restarts: A },
  inputs: { points: 'features' },
  result: A,
};
const KEPT: Receipt = {
  kind: 'fenqun-receipt',
  format: 1,
  title: 'T',
  notebook: A,
  seed: 7,
  madeAt: '1970-01-01T00:00:00.000Z',
  sources: [
    { name: 'x.csv', rows: 3, sha256: A },
    { name: 'y.csv', rows: 3, sha256: A },
  ],
  cells: [
    { ...cell, id: 'one' },
    { ...cell, id: 'two' },
  ],
};

const withCell = (change: Partial<Receipt['cells'][number]>): Receipt => ({
  ...KEPT,
  cells: [KEPT.cells[0]!, { ...KEPT.cells[1]!, ...change }],
});

/** What a comparison names. */
function named(now: Receipt): readonly string[] {
  const { isSame, isOtherSeed, otherSources, cells } = compareReceipts(KEPT, now);
  const found = [
    ...(isOtherSeed ? ['seed'] : []),
    ...otherSources,
    ...cells.flatMap(({ id, verdict, differing = [] }) =>
      verdict === 'same' ? [] : [[`${id}: ${verdict}`, ...differing].join(' ')],
    ),
  ];
  expect(isSame).toBe(found.length === 0);
  return found;
}

it.each<[what: string, now: Receipt, expected: readonly string[]]>([
  ['nothing', KEPT, []],
  [
    'a row',
    { ...KEPT, sources: [KEPT.sources[0]!, { ...KEPT.sources[1]!, sha256: B }] },
    ['y.csv'],
  ],
  ['a file', { ...KEPT, sources: [KEPT.sources[0]!] }, ['y.csv']],
  ['the seed', { ...KEPT, seed: 8 }, ['seed']],
  ['a version', withCell({ version: 2, fingerprint: B, result: B }), ['two: other-version']],
  [
    'a parameter',
    withCell({ fingerprint: B, result: B, params: { clusters: A, restarts: B } }),
    ['two: other-inputs restarts'],
  ],
  [
    'a parameter that is new, and one that is gone',
    withCell({ fingerprint: B, result: B, params: { clusters: A, start: A } }),
    ['two: other-inputs restarts start'],
  ],
  [
    'an input',
    withCell({ fingerprint: B, result: B, inputs: { points: 'other' } }),
    ['two: other-inputs points'],
  ],
  ['something upstream', withCell({ fingerprint: B, result: B }), ['two: other-inputs']],
  ['a result', withCell({ result: B }), ['two: differs']],
  ['a run', withCell({ result: null }), ['two: not-run']],
  ['a cell', { ...KEPT, cells: [KEPT.cells[0]!] }, ['two: gone']],
  ['another cell', { ...KEPT, cells: [...KEPT.cells, { ...cell, id: 'new' }] }, ['new: added']],
])('names %s that changed, and nothing else', (_what, now, expected) => {
  expect(named(now)).toEqual(expected);
});
