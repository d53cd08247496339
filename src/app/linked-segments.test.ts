import { describe, expect, it } from 'vitest';
import type { StoredResult } from '../storage/port';
import { definitions } from '../cells/catalogue';
import { inputsForNewCell } from '../core/graph';
import type { JsonObject } from '../core/json';
import { createNotebook, insertCell, type Notebook } from '../core/notebook';
import { linkOf } from './cell-facts';
import { follow } from './follow';
import { calledBy, namesOfCalled } from './segments';

const AREA = {
  axes: 'components',
  x: '1',
  y: '2',
  corners: [
    [0, 0],
    [1, 0],
    [1, 1],
  ],
};

/** load → features → cluster → scatter, with a segments table fed by the scatter plot. */
function notebookWith(scatterParams: JsonObject) {
  let notebook = createNotebook('en');
  const add = (kind: string, inputs: Record<string, string>, params: JsonObject = {}) => {
    const version = definitions.get(kind)!.version;
    const draft = { kind, version, params, inputs };
    const added = insertCell(notebook, draft, notebook.cells.length);
    notebook = added.notebook;
    return added.id;
  };
  const load = add('load', {});
  const features = add('features', { table: load });
  const cluster = add('cluster', { points: features }, { names: ['Regulars', '', 'Sleepers'] });
  const scatter = add('scatter', { points: features, clustering: cluster }, scatterParams);
  const table = add('segments', { table: load, clustering: scatter });
  return { notebook, cluster, scatter, table };
}

const KEPT = { selections: [{ areas: [AREA], rows: 4 }], selectionNames: ['To call'] };

function shownFor(scatter: string, origins: readonly number[]) {
  const result: StoredResult = {
    fingerprint: 'f',
    kind: 'scatter',
    display: { origins },
    elapsedMs: 0,
    recipe: { fingerprint: 'f', steps: [] },
    isPartial: false,
  };
  return new Map([[scatter, result]]);
}

const segmentNames = (
  notebook: Notebook,
  cellId: string,
  shown: ReadonlyMap<string, StoredResult>,
) => namesOfCalled(calledBy({ notebook, cellId, definitions, shown }));

const inputsAtEnd = (notebook: Notebook) =>
  inputsForNewCell(
    definitions.get('heatmap')!,
    { notebook, position: notebook.cells.length },
    definitions,
  );

describe('segments that a cell adds', () => {
  it('are named behind those it was fed, for itself and for what it feeds', () => {
    const { notebook, scatter, table, cluster } = notebookWith(KEPT);
    const shown = shownFor(scatter, [0, 1, 2, -1]);
    for (const id of [scatter, table]) {
      const names = segmentNames(notebook, id, shown).map(({ en }) => en);
      expect(names).toEqual(['Regulars', 'Segment 2', 'Sleepers', 'To call']);
    }
    expect(calledBy({ notebook, cellId: cluster, definitions, shown }).given).not.toContain(
      'To call',
    );
  });

  it('are named where they stand when they took the place of another', () => {
    const { notebook, scatter, table } = notebookWith(KEPT);
    const names = segmentNames(notebook, table, shownFor(scatter, [0, -1, 2]));
    expect(names.map(({ en }) => en)).toEqual(['Regulars', 'To call', 'Sleepers']);
  });

  it('keep the same list of names, so that nothing is drawn anew', () => {
    const { notebook, scatter, table } = notebookWith(KEPT);
    const shown = shownFor(scatter, [0, 1, 2, -1]);
    expect(segmentNames(notebook, table, shown)).toBe(segmentNames(notebook, scatter, shown));
  });

  it('feed new cells only once there are any', () => {
    const without = notebookWith({});
    expect(inputsAtEnd(without.notebook).clustering).toBe(without.cluster);
    const kept = notebookWith(KEPT);
    expect(inputsAtEnd(kept.notebook).clustering).toBe(kept.scatter);
  });
});

describe('views that are linked', () => {
  it('share the clustering that the scatter plot was fed, segment by segment', () => {
    const { notebook, scatter, table, cluster } = notebookWith(KEPT);
    const shown = shownFor(scatter, [0, -1, 2]);
    const [base, fed] = [linkOf(notebook, cluster, shown), linkOf(notebook, table, shown)];
    expect([base.id, fed.id, linkOf(notebook, scatter, shown).id]).toEqual([
      cluster,
      cluster,
      cluster,
    ]);
    // Index 1 of the table is made by hand; index 2 is the third segment everywhere.
    expect(base.toOwn(fed.toShared(2))).toBe(2);
    expect(fed.toOwn(base.toShared(1))).toBeNull();
    expect(fed.toOwn(fed.toShared(1))).toBe(1);
    expect(fed.toOwn(base.toShared(-1))).toBe(-1);
    expect(fed.toShared(1)).toBeLessThan(-1);
  });

  it('are the same while nothing is kept', () => {
    const { notebook, cluster, table } = notebookWith({});
    const link = linkOf(notebook, table, new Map());
    expect(link.id).toBe(cluster);
    expect([0, 1, -1].map((index) => link.toOwn(link.toShared(index)))).toEqual([0, 1, -1]);
  });
});

describe('following a cell', () => {
  it('goes to the cell that it feeds, or adds one below, and runs that', () => {
    const { notebook, scatter, table, cluster } = notebookWith(KEPT);
    const done: unknown[] = [];
    const commands = {
      addCell: (...what: unknown[]) => {
        done.push(what);
        return 'new';
      },
      run: (id: string) => done.push(id),
    } as unknown as Parameters<typeof follow>[0]['commands'];
    expect(follow({ notebook, commands }, scatter, 'segments')).toBe(table);
    expect(done).toEqual([]);
    expect(follow({ notebook, commands }, cluster, 'evaluate')).toBe('new');
    expect(done).toEqual([['evaluate', 3, { inputs: { clustering: cluster } }], 'new']);
    expect(follow({ notebook, commands }, scatter, 'note')).toBeNull();
  });
});
