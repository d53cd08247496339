import { describe, expect, it } from 'vitest';
import { HASH, toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { HandEngine, settled } from '../../tests/support/hand-engine';
import type { Engine } from '../engine/port';
import { createMemoryStore } from '../storage/memory-store';
import type { Store } from '../storage/port';
import { openNotebook, readStart } from './open-notebook';
import type { SessionStart } from './session.svelte';

const nothing = () => Promise.reject(new Error('not part of this test'));

function openWith(engine: HandEngine, store: Store, start: SessionStart) {
  const whole: Engine = {
    run: (task, options) => engine.run(task, options),
    provideFile: (sha256) => engine.provideFile(sha256),
    addFile: nothing,
    propose: nothing,
    labels: nothing,
    dispose: () => undefined,
  };
  return openNotebook(start, { engine: whole, store, definitions: toyDefinitions, now: () => 1 });
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
    const open = openWith(engine, store, (await readStart('n', store, toyDefinitions))!);
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
    const open = openWith(engine, store, (await readStart('n', store, toyDefinitions))!);
    open.commands.setParams('cluster', { clusters: 5 });
    await engine.finishAll();
    expect(engine.asked).toEqual(['cluster', 'segments']);
    expect(engine.provided).toEqual([HASH]);
  });

  it('still shows what a stale cell showed last, and can say why it is stale', async () => {
    const store = createMemoryStore();
    await computeAndClose(store);
    const first = openWith(new HandEngine(), store, (await readStart('n', store, toyDefinitions))!);
    first.commands.setParams('cluster', { clusters: 5 });
    await first.close();
    const second = openWith(
      new HandEngine(),
      store,
      (await readStart('n', store, toyDefinitions))!,
    );
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
    expect((await readStart('n', store, toyDefinitions))?.shown.size).toBe(0);
  });

  it('is null when it is gone', async () => {
    expect(await readStart('x', createMemoryStore(), toyDefinitions)).toBeNull();
  });
});
