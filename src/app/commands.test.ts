import { beforeEach, describe, expect, it } from 'vitest';
import { HASH, toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { undoable } from '../core/history';
import { cellOf, type Notebook } from '../core/notebook';
import { Commands } from './commands';
import { Session } from './session.svelte';

let session: Session;
let commands: Commands;
/** What the scheduler was told of. */
let told: Notebook[];
let saves: number;
let nowMs: number;

beforeEach(() => {
  told = [];
  saves = 0;
  nowMs = 0;
  const start = { id: 'n', notebook: toyNotebook(), revision: 0, savedMs: null };
  session = new Session({ ...start, results: new Map(), shown: new Map() }, toyDefinitions);
  const nothing = () => undefined;
  commands = new Commands(session, {
    scheduler: {
      edited: (before) => void told.push(before),
      run: nothing,
      runAnew: nothing,
      cancel: nothing,
      cancelAll: nothing,
    },
    autosave: { edited: () => void saves++ },
    now: () => nowMs,
  });
});

const ids = () => session.notebook.cells.map((cell) => cell.id);

describe('every edit', () => {
  const edits: readonly (readonly [string, () => unknown])[] = [
    ['setParams', () => commands.setParams('cluster', { clusters: 5 })],
    ['addCell', () => commands.addCell('cluster', 2)],
    ['removeCells', () => commands.removeCells(['features'])],
    ['moveCells', () => commands.moveCells(['features', 'load'], 3)],
    ['duplicateCells', () => commands.duplicateCells(['cluster', 'features'])],
    ['connect', () => commands.connect('cluster', 'points', null)],
    ['renameCell', () => commands.renameCell('cluster', 'Four kinds')],
    ['toggleFold', () => commands.toggleFold(['cluster', 'load'])],
    ['setTitle', () => commands.setTitle('Autumn')],
    ['setSeed', () => commands.setSeed(7)],
  ];

  it.each(edits)('%s is undone and redone whole, and reaches scheduler and storage', (_, edit) => {
    const before = session.notebook;
    edit();
    const after = session.notebook;
    expect(after).not.toBe(before);
    expect([told, saves]).toEqual([[before], 1]);
    commands.undo();
    expect(session.notebook).toBe(before);
    commands.redo();
    expect(session.notebook).toEqual(after);
    expect(saves).toBe(3);
  });
});

describe('commands', () => {
  it('connect a new cell to what fits above it', () => {
    const id = commands.addCell('cluster', 4)!;
    expect(cellOf(session.notebook, id)?.inputs).toEqual({ points: 'features' });
  });

  it('take rapid changes of one control as one step', () => {
    for (const clusters of [5, 6, 7]) {
      commands.setParams('cluster', { clusters });
      nowMs += 200;
    }
    commands.undo();
    expect(cellOf(session.notebook, 'cluster')?.params.clusters).toBe(4);
  });

  it('keep a cell in place at the ends of the document', () => {
    commands.moveBy(['load'], -1);
    commands.moveBy(['segments'], 1);
    expect([ids()[0], ids().at(-1), saves]).toEqual(['load', 'segments', 0]);
  });

  it('move chosen cells by one place, together', () => {
    commands.moveBy(['load', 'cluster'], 1);
    expect(ids()).toEqual(['features', 'segments', 'load', 'cluster']);
    commands.moveBy(['load', 'cluster'], -1);
    expect(ids()).toEqual(['features', 'load', 'cluster', 'segments']);
  });

  it('unfold only when everything chosen is folded', () => {
    const folded = () => session.notebook.cells.filter((cell) => cell.isFolded).map(({ id }) => id);
    commands.toggleFold(['load']);
    commands.toggleFold(['load', 'cluster']);
    expect(folded()).toEqual(['load', 'cluster']);
    commands.toggleFold(['load', 'cluster']);
    expect(folded()).toEqual([]);
  });

  it('hide the settings of those that have some, and show them when all of these hide them', () => {
    const hiding = () => session.notebook.cells.filter((cell) => cell.hidesSettings);
    commands.toggleSettings(['cluster']);
    expect(undoable(session.history)?.code).toBe('hide-settings');
    commands.toggleSettings(['features', 'cluster']);
    expect(hiding().map(({ id }) => id)).toEqual(['features', 'cluster']);
    commands.toggleSettings(['features', 'cluster']);
    expect(hiding()).toEqual([]);
    expect(cellOf(session.notebook, 'cluster')).not.toHaveProperty('hidesSettings');
    commands.undo();
    expect(hiding()).toHaveLength(2);
  });

  it('pin parameters as controls of the app, in the order of their type', () => {
    const pinned = () => cellOf(session.notebook, 'cluster')?.controls;
    commands.pinControl('cluster', 'later', true);
    commands.pinControl('cluster', 'clusters', true);
    expect(pinned()).toEqual(['clusters', 'later']);
    commands.pinControl('cluster', 'later', false);
    expect(pinned()).toEqual(['clusters']);
    commands.pinControl('cluster', 'clusters', false);
    expect(cellOf(session.notebook, 'cluster')).not.toHaveProperty('controls');
    commands.undo();
    expect(pinned()).toEqual(['clusters']);
  });

  it('put a deleted cell back under its own id, where it stood', () => {
    const [, features] = session.notebook.cells;
    commands.removeCells(['features']);
    commands.setTitle('later');
    commands.restoreCell(features!, 1);
    expect(ids()).toEqual(['load', 'features', 'cluster', 'segments']);
  });

  it('do nothing when there is nothing to undo', () => {
    commands.undo();
    expect([told.length, saves]).toEqual([0, 0]);
  });

  it('bring a cell up to its present version before they change it', () => {
    const { notebook } = session;
    const cells = notebook.cells.map((cell) =>
      cell.id === 'cluster' ? { ...cell, version: 1, params: { k: 6 } } : cell,
    );
    session.history = { ...session.history, present: { ...notebook, cells } };
    commands.setParams('cluster', { names: 'a' });
    const cell = cellOf(session.notebook, 'cluster');
    expect(cell).toMatchObject({ version: 2, params: { clusters: 6, names: 'a' } });
  });

  it('put another file in the place of a source, and leave the same file alone', () => {
    const source = { name: 'b.csv', columns: ['x'], rows: 3, sha256: 'cd'.repeat(32) };
    commands.useSource({ ...source, sha256: HASH }, 'segments');
    expect(saves).toBe(0);
    commands.useSource(source, 'segments');
    expect(session.notebook.sources).toEqual([{ ...source, name: 'a.csv' }]);
  });

  it('give a load cell without data a source of its own', () => {
    const id = commands.addCell('load', 0)!;
    const source = { name: 'b.csv', columns: ['x'], rows: 3, sha256: 'cd'.repeat(32) };
    commands.useSource(source, id);
    expect(cellOf(session.notebook, id)?.params.source).toBe('b.csv');
    expect(session.notebook.sources).toHaveLength(2);
  });
});

describe('what is supposed', () => {
  const type = (clusters: number) =>
    commands.suppose([() => commands.setParams('cluster', { clusters })]);
  const clusters = (notebook: Notebook) => cellOf(notebook, 'cluster')?.params.clusters;

  it('is kept, and neither runs nor is there to be undone', () => {
    const before = session.history;
    type(7);
    expect(clusters(session.kept)).toBe(7);
    expect([session.history, told, saves]).toEqual([before, [], 1]);
    commands.setParams('cluster', { clusters: 8 });
    expect([clusters(session.kept), session.history.done.length]).toEqual([8, 1]);
    commands.undo();
    expect(session.kept).toBe(before.present);
  });

  it('counts in all fields that are open, over the document as it is now', () => {
    const title = () => commands.setTitle('Autumn');
    commands.setSeed(5);
    commands.suppose([() => commands.setParams('cluster', { clusters: 7 }), title]);
    const { title: kept, seed } = session.kept;
    expect([kept, seed, clusters(session.kept)]).toEqual(['Autumn', 5, 7]);
  });

  it('is nothing once the field is left without a change', () => {
    type(7);
    commands.suppose([]);
    expect([session.kept, saves]).toEqual([session.notebook, 2]);
  });

  it('is nothing where another tab writes, and is no attempt to', () => {
    session.readOnly = 'following';
    type(7);
    expect([session.kept, session.refused, saves]).toEqual([session.notebook, 0, 0]);
  });

  it('commands mean what they say again after a field that fails', () => {
    const fails = () => {
      throw new Error('a field');
    };
    expect(() => commands.suppose([fails])).toThrow('a field');
    commands.setSeed(9);
    expect(session.notebook.seed).toBe(9);
  });
});
