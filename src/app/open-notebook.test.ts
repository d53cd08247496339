import { beforeEach, describe, expect, it } from 'vitest';
import { HASH, toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { HandEngine, settled } from '../../tests/support/hand-engine';
import type { Engine } from '../engine/port';
import { createMemoryStore } from '../storage/memory-store';
import type { Store, UnsavedShelf } from '../storage/port';
import { createUnsavedShelf } from '../storage/unsaved';
import { createTextStorage } from '../../tests/support/text-storage';
import { setTitle } from '../core/notebook';
import { openNotebook, readStart } from './open-notebook';
import type { SessionStart } from './session.svelte';

let unsaved: UnsavedShelf;
beforeEach(() => {
  unsaved = createUnsavedShelf('/', createTextStorage());
});

const portsOf = (store: Store) => ({ store, unsaved, definitions: toyDefinitions });

const nothing = () => Promise.reject(new Error('not part of this test'));

const names = { newId: () => 'copy', copyTitle: (title: string) => `${title} (copy)` };

function openWith(engine: HandEngine, store: Store, start: SessionStart) {
  const whole: Engine = {
    run: (task, options) => engine.run(task, options),
    provideFile: (sha256) => engine.provideFile(sha256),
    addFile: nothing,
    propose: nothing,
    labels: nothing,
    export: nothing,
    compare: nothing,
    rows: nothing,
    dispose: () => undefined,
  };
  return openNotebook(start, { ...portsOf(store), engine: whole, ...names, now: () => 1 });
}

const fresh: SessionStart = {
  id: 'n',
  notebook: toyNotebook(),
  revision: 0,
  savedMs: null,
  results: new Map(),
  shown: new Map(),
};

async function computeAndClose(store: Store): Promise<void> {
  const engine = new HandEngine();
  const open = openWith(engine, store, fresh);
  open.commands.runStale();
  await engine.finishAll();
  await settled();
  await open.close();
}

describe('a notebook that is opened again', () => {
  it('shows document and results without asking the engine for anything', async () => {
    const store = createMemoryStore();
    await computeAndClose(store);
    const engine = new HandEngine();
    const open = openWith(engine, store, (await readStart('n', portsOf(store)))!);
    await settled();
    expect(open.session.notebook).toEqual(fresh.notebook);
    expect([...open.session.states.values()].map(({ kind }) => kind)).toEqual(
      Array(4).fill('fresh'),
    );
    expect(open.session.save.kind).toBe('saved');
    expect([engine.asked, engine.provided]).toEqual([[], []]);
  });

  it('gives the engine its file back when something new is computed', async () => {
    const store = createMemoryStore();
    await store.saveDataset({ sha256: HASH, name: 'a.csv', sizeBytes: 1 }, new Blob(['x']));
    await computeAndClose(store);
    const engine = new HandEngine();
    const open = openWith(engine, store, (await readStart('n', portsOf(store)))!);
    open.commands.setParams('cluster', { clusters: 5 });
    await engine.finishAll();
    expect(engine.asked).toEqual(['cluster', 'segments']);
    expect(engine.provided).toEqual([HASH]);
  });

  it('still shows what a stale cell showed last, and can say why it is stale', async () => {
    const store = createMemoryStore();
    await computeAndClose(store);
    const first = openWith(new HandEngine(), store, (await readStart('n', portsOf(store)))!);
    first.commands.setParams('cluster', { clusters: 5 });
    await first.close();
    const second = openWith(new HandEngine(), store, (await readStart('n', portsOf(store)))!);
    const state = second.session.states.get('cluster');
    expect(state).toMatchObject({ kind: 'stale', last: { display: 'cluster' } });
  });

  it('opens although a summary was written by somebody else', async () => {
    const store = createMemoryStore();
    const { notebook } = fresh;
    await store.saveNotebook({
      id: 'n',
      notebook,
      basedOn: 0,
      summary: { shown: [[1], 'x', null] },
    });
    expect((await readStart('n', portsOf(store)))?.shown.size).toBe(0);
  });

  it('is null when it is gone', async () => {
    expect(await readStart('x', portsOf(createMemoryStore()))).toBeNull();
  });
});

describe('a notebook whose page went away before it was saved', () => {
  const edited = setTitle(fresh.notebook, 'edited');
  const aside = { notebook: edited, basedOn: 1, atMs: 1, summary: null };

  it('opens as it was left, and is saved then', async () => {
    const store = createMemoryStore();
    await computeAndClose(store);
    unsaved.put('n', aside);
    const open = openWith(new HandEngine(), store, (await readStart('n', portsOf(store)))!);
    expect(open.session.notebook.title).toBe('edited');
    expect(open.session.save.kind).toBe('unsaved');
    await open.close();
    expect((await store.openNotebook('n'))?.notebook.title).toBe('edited');
    expect(unsaved.get('n')).toBeNull();
  });

  it('opens although it was never saved at all', async () => {
    unsaved.put('n', { ...aside, basedOn: 0 });
    const start = await readStart('n', portsOf(createMemoryStore()));
    expect(start).toMatchObject({ revision: 0, recovered: true });
  });

  it('is saved as a copy when another tab has saved meanwhile', async () => {
    const store = createMemoryStore();
    await computeAndClose(store);
    unsaved.put('n', { ...aside, basedOn: 0 });
    const open = openWith(new HandEngine(), store, (await readStart('n', portsOf(store)))!);
    expect(open.session.notebook.title).toBe('edited');
    await open.close();
    expect((await store.openNotebook('n'))?.notebook.title).toBe(fresh.notebook.title);
    expect((await store.openNotebook('copy'))?.notebook.title).toBe('edited (copy)');
    expect(unsaved.get('n')).toBeNull();
  });

  it('forgets what was saved after all', async () => {
    const store = createMemoryStore();
    await computeAndClose(store);
    unsaved.put('n', { ...aside, notebook: fresh.notebook });
    expect((await readStart('n', portsOf(store)))?.recovered).toBeUndefined();
    expect(unsaved.get('n')).toBeNull();
  });

  it('is kept when it is left by its own door and could not be saved', async () => {
    const store = createMemoryStore();
    const refusing = { ...store, saveNotebook: () => Promise.reject(new Error('full')) };
    const open = openWith(new HandEngine(), refusing, fresh);
    open.commands.setTitle('edited');
    await open.close();
    expect(unsaved.get('n')?.notebook.title).toBe('edited');
  });
});
