import { describe, expect, it } from 'vitest';
import { clusteringAlgorithms } from '../../src/algorithms/catalogue';
import { cellTypeOf } from '../../src/cells/catalogue';
import { addCell, setParams, type Notebook } from '../../src/core/notebook';
import { parseParams } from '../../src/core/params';
import type { Words } from '../../src/core/words';
import { displayOf, engineFor, readExample, runAll } from '../support/run-example';

/** The example of the cluster cell with all that can follow it, by this method. */
function notebookWith(params: Parameters<typeof setParams>[2]): Notebook {
  const inputs = { table: 'load', points: 'features', clustering: 'cluster' };
  const { notebook } = readExample('cluster');
  const grown = ['evaluate', 'segments', 'scatter'].reduce((before, kind) => {
    const { version, takes } = cellTypeOf(kind)!.definition;
    const own = Object.entries(inputs).filter(([name]) => name in takes);
    const cell = { kind, version, params: {}, inputs: Object.fromEntries(own) };
    return addCell(before, cell).notebook;
  }, notebook);
  return setParams(grown, 'cluster', params);
}

const LEAKED = /undefined|null|NaN|Infinity|\[object|\{\w*\}/;
const NO_NAMES: readonly Words[] = [];

/** What each cell says of its result, with no number missing. */
async function sayAll(notebook: Notebook): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const run of await runAll(notebook, await engineFor(notebook))) {
    const { kind, params } = run.task;
    const type = cellTypeOf(kind)!;
    const parsed = parseParams(type.definition.params, params);
    const display = displayOf(run);
    const lines = [
      type.face.finding(display, parsed, NO_NAMES),
      type.face.sourceLine(display, parsed),
    ];
    for (const { zh, en } of lines) {
      expect(zh, kind).not.toMatch(LEAKED);
      expect(en, kind).not.toMatch(LEAKED);
    }
    said[kind] = lines[0]!.en;
  }
  return said;
}

describe('what follows a clustering', () => {
  it.each(clusteringAlgorithms.map(({ definition }) => definition.name))(
    'copes with %s',
    async (method) => {
      const said = await sayAll(notebookWith({ method }));
      expect(said.cluster).toMatch(/segments?/);
    },
  );

  it('copes with noise, which is no segment', async () => {
    const said = await sayAll(notebookWith({ method: 'dbscan', radius: 1, minNeighbors: 12 }));
    expect(said.cluster).toMatch(/noise/);
  });

  it('copes with nothing but noise', async () => {
    const said = await sayAll(notebookWith({ method: 'dbscan', radius: 1e-9, minNeighbors: 12 }));
    expect(said.cluster).toBe('No segments: every row is noise.');
  });
});
