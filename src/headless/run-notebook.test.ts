import { describe, expect, it } from 'vitest';
import { testComputes } from '../../tests/contract/engine-cells';
import { createNotebook, type Cell, type Notebook } from '../core/notebook';
import { InlineEngine } from '../engine/inline-engine';
import { printedEnds, printedLabels } from './printed';
import { runNotebook } from './run-notebook';

const engine = new InlineEngine({
  computes: testComputes,
  createShards: () => Promise.reject(new Error('none here')),
  readFile: () => {
    throw new Error('none here');
  },
  propose: () => {
    throw new Error('none here');
  },
  cacheBytes: 1000,
});
const definitions = new Map(
  [...testComputes].map(([kind, { definition }]) => [kind, definition] as const),
);

function notebookOf(...cells: (Pick<Cell, 'id' | 'kind'> & Partial<Cell>)[]): Notebook {
  const whole = cells.map((cell) => ({ version: 1, params: {}, inputs: {}, ...cell }));
  return { ...createNotebook('zh'), cells: whole };
}

async function printed(notebook: Notebook) {
  const ends = await runNotebook({ notebook, engine, definitions });
  return JSON.parse(printedEnds(notebook, ends)).cells;
}

describe('a notebook without a page', () => {
  it('says what failed, in the words of its language, and what waits for it', async () => {
    const cells = await printed(
      notebookOf(
        { id: 'picture', kind: 'scatter', inputs: { points: 'broken' } },
        { id: 'broken', kind: 'failing' },
        { id: 'after', kind: 'cluster', inputs: { points: 'broken' } },
      ),
    );
    expect(Object.keys(cells)).toEqual(['picture', 'broken', 'after']);
    expect(cells.broken).toMatchObject({
      kind: 'failing',
      status: 'failed',
      error: { code: 'too-few-rows', facts: { rows: 1, needed: 2 } },
    });
    expect(cells.broken.error.message).toMatch(/[\u4e00-\u9fff]/);
    expect(cells.broken.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect([cells.picture.status, cells.after.status]).toEqual(['waiting', 'waiting']);
    expect(cells.after).not.toHaveProperty('display');
  });

  it('waits where a cell upstream cannot even be asked for', async () => {
    const cells = await printed(
      notebookOf(
        { id: 'strange', kind: 'weather' },
        { id: 'after', kind: 'cluster', inputs: { points: 'strange' } },
      ),
    );
    expect(cells.strange).toMatchObject({ status: 'failed', error: { code: 'cell-unknown' } });
    expect(cells.after).toEqual({ kind: 'cluster', status: 'waiting', fingerprint: null });
  });

  it('prints arrays of numbers, long ones as their hash, and null for what JSON lacks', () => {
    const notebook = notebookOf({ id: 'a', kind: 'scatter' });
    const display = { short: Float32Array.of(1, NaN), long: new Int16Array(1001) };
    const ends = new Map([['a', { status: 'done', fingerprint: 'f', display }] as const]);
    expect(JSON.parse(printedEnds(notebook, ends)).cells.a.display).toEqual({
      short: [1, null],
      long: {
        type: 'Int16Array',
        length: 1001,
        sha256: '2391e956e13d73e84dad56d454703088fd52afe158132d305c28db3a335a58cc',
      },
    });
  });

  it('writes a line for every row of the table; rows that were left out are empty', () => {
    expect(printedLabels(Int32Array.of(1, -2, 0, -1))).toBe('row,segment\n1,2\n2,\n3,1\n4,noise\n');
  });
});
