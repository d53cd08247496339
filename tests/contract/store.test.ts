import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { addCell, createNotebook, removeCell, setParams, setTitle } from '../../src/core/notebook';
import { openIdbStore } from '../../src/storage/idb-store';
import { createMemoryStore } from '../../src/storage/memory-store';
import { SealedProtection } from '../../src/storage/sealed/protection';
import type { Notebook } from '../../src/core/notebook';
import type { Keep, SaveRequest, Store } from '../../src/storage/port';
import type { StoredResult, StoreOptions } from '../../src/storage/port';

let paths = 0;

const stores: readonly [string, (options?: StoreOptions) => Promise<Store>][] = [
  ['IndexedDB', (options) => openIdbStore(`/test-${paths++}/`, options)],
  ['memory', async (options) => createMemoryStore(options)],
  [
    'IndexedDB, sealed',
    async (options) => sealed(await openIdbStore(`/test-${paths++}/`, options)),
  ],
  ['memory, sealed', async (options) => sealed(createMemoryStore(options))],
];

/** A store under a passphrase is a store like any other to whoever has the key. */
async function sealed(inner: Store): Promise<Store> {
  const protection = new SealedProtection(inner, { rounds: 10 });
  await protection.prepare('a', '口令');
  return protection.inNotebook('a');
}

/** A clock that moves by one at each reading. */
function ticking(): () => number {
  let ms = 0;
  return () => ++ms;
}

const base = addCell(createNotebook('zh', '会员'), {
  kind: 'cluster',
  version: 1,
  params: { clusters: 4 },
  inputs: { points: 'features' },
}).notebook;

function resultOf(fingerprint: string, patch: Partial<StoredResult> = {}): StoredResult {
  return {
    fingerprint,
    kind: 'scatter',
    display: { x: Float32Array.of(1, Number.NaN), sizes: [2] },
    elapsedMs: 5,
    recipe: { fingerprint, steps: [] },
    isPartial: false,
    ...patch,
  };
}

const kept = (notebook: Notebook, name = ''): Keep => ({
  notebook,
  name,
  reason: name === '' ? 'time' : 'named',
  atMs: 0,
});

const save = (store: Store, notebook: Notebook, how: Pick<SaveRequest, 'basedOn' | 'keep'>) =>
  store.saveNotebook({ id: 'a', notebook, summary: null, ...how });

describe.each(stores)('the store in %s', (_name, open) => {
  it('gives back the notebook that was saved', async () => {
    const store = await open({ now: ticking() });
    const saved = await store.saveNotebook({
      id: 'a',
      notebook: base,
      basedOn: 0,
      summary: { rows: 9 },
    });
    expect(saved).toMatchObject({ status: 'saved', head: { id: 'a', title: '会员', revision: 1 } });
    const opened = await store.openNotebook('a');
    expect(opened?.notebook).toEqual(base);
    expect(opened?.isIntact).toBe(true);
    expect(opened?.head).toEqual(saved.head);
    expect(opened?.head.summary).toEqual({ rows: 9 });
    expect(await store.openNotebook('b')).toBeNull();
    store.close();
  });

  it('keeps the order of the cells and forgets removed ones', async () => {
    const store = await open();
    const three = ['load', 'profile', 'cluster'].reduce(
      (notebook, kind) => addCell(notebook, { kind, version: 1 }).notebook,
      createNotebook('en'),
    );
    await store.saveNotebook({ id: 'a', notebook: three, basedOn: 0, summary: null });
    const two = removeCell(three, 'profile');
    await store.saveNotebook({ id: 'a', notebook: two, basedOn: 1, summary: null });
    await store.saveNotebook({ id: 'a2', notebook: base, basedOn: 0, summary: null });
    expect((await store.openNotebook('a'))?.notebook).toEqual(two);
    store.close();
  });

  it('tells the second of two writers and keeps what the first wrote', async () => {
    const store = await open();
    await store.saveNotebook({ id: 'a', notebook: base, basedOn: 0, summary: null });
    const mine = setParams(base, 'cluster', { clusters: 5 });
    const theirs = setParams(base, 'cluster', { clusters: 6 });
    const answers = await Promise.all([
      store.saveNotebook({ id: 'a', notebook: mine, basedOn: 1, summary: null }),
      store.saveNotebook({ id: 'a', notebook: theirs, basedOn: 1, summary: null }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(['saved', 'conflict']);
    expect(answers[1]?.head?.revision).toBe(2);
    expect((await store.openNotebook('a'))?.notebook).toEqual(mine);
    store.close();
  });

  it('keeps another summary of the same document as no new revision', async () => {
    const store = await open({ now: ticking() });
    await store.saveNotebook({ id: 'a', notebook: base, basedOn: 0, summary: null });
    const looked = await store.saveNotebook({
      id: 'a',
      notebook: structuredClone(base),
      basedOn: 1,
      summary: { rows: 9 },
    });
    expect(looked).toMatchObject({ status: 'saved', head: { revision: 1 } });
    expect((await store.openNotebook('a'))?.head.summary).toEqual({ rows: 9 });
    const mine = setTitle(base, 'mine');
    const other = await store.saveNotebook({ id: 'a', notebook: mine, basedOn: 1, summary: null });
    expect(other.status).toBe('saved');
    store.close();
  });

  it('does not bring a removed notebook back by a late save', async () => {
    const store = await open();
    await store.saveNotebook({ id: 'a', notebook: base, basedOn: 0, summary: null });
    await store.removeNotebook('a');
    const late = await store.saveNotebook({ id: 'a', notebook: base, basedOn: 1, summary: null });
    expect(late).toEqual({ status: 'conflict', head: null });
    expect(await store.listNotebooks()).toEqual([]);
    store.close();
  });

  it('writes nothing of a notebook that cannot be written whole', async () => {
    const store = await open();
    await store.saveNotebook({ id: 'a', notebook: base, basedOn: 0, summary: null });
    const broken = addCell(base, { kind: 'note', version: 1 }).notebook;
    // What a reactive proxy would be: passes the compiler, cannot be cloned.
    const params = { text: () => 'no data' } as unknown as { readonly text: string };
    const hostile = setParams(broken, 'note', params);
    await expect(
      store.saveNotebook({ id: 'a', notebook: hostile, basedOn: 1, summary: null }),
    ).rejects.toThrow();
    const opened = await store.openNotebook('a');
    expect(opened).toMatchObject({ notebook: base, isIntact: true, head: { revision: 1 } });
    store.close();
  });

  it('lists the last changed notebook first', async () => {
    const store = await open({ now: ticking() });
    await store.saveNotebook({ id: 'a', notebook: base, basedOn: 0, summary: null });
    await store.saveNotebook({ id: 'b', notebook: base, basedOn: 0, summary: null });
    await store.saveNotebook({
      id: 'a',
      notebook: setTitle(base, 'new'),
      basedOn: 1,
      summary: null,
    });
    const heads = await store.listNotebooks();
    expect(heads.map((head) => [head.id, head.title])).toEqual([
      ['a', 'new'],
      ['b', '会员'],
    ]);
    store.close();
  });

  it('keeps versions as they were, numbered from 1', async () => {
    const store = await open({ now: ticking() });
    const later = setTitle(base, 'later');
    await save(store, base, { basedOn: 0, keep: [kept(base, 'one')] });
    await save(store, later, { basedOn: 1 });
    await save(store, later, { basedOn: 2, keep: [kept(base), kept(later, 'two')] });
    const versions = await store.listVersions('a');
    expect(versions.map(({ name, number, reason }) => [name, number, reason])).toEqual([
      ['two', 3, 'named'],
      ['', 2, 'time'],
      ['one', 1, 'named'],
    ]);
    expect(await store.openVersion('a', 1)).toEqual(base);
    expect(await store.openVersion('a', 3)).toEqual(later);
    expect(await store.openVersion('a', 4)).toBeNull();
    store.close();
  });

  it('keeps a version for ever once it has a name', async () => {
    const store = await open({ now: () => 0 });
    await save(store, base, { basedOn: 0, keep: [kept(base), kept(base)] });
    await store.renameVersion('a', 1, 'the first');
    const many = Array.from({ length: 80 }, () => kept(base));
    await save(store, base, { basedOn: 1, keep: many });
    const versions = await store.listVersions('a');
    expect(versions.length).toBe(51);
    expect(versions.at(-1)).toMatchObject({ number: 1, name: 'the first', reason: 'named' });
    await store.pruneHistory();
    expect((await store.listVersions('a')).map(({ number }) => number)).toEqual([
      82, 81, 80, 79, 78, 77, 76, 75, 74, 73, 1,
    ]);
    expect((await store.sizes()).history).toBeGreaterThan(1000);
    store.close();
  });

  it('puts what a save takes out into the bin, with its place', async () => {
    const store = await open({ now: ticking() });
    const two = addCell(base, { kind: 'note', version: 1, params: { text: 'x' } }).notebook;
    await save(store, two, { basedOn: 0 });
    await save(store, removeCell(two, 'note'), { basedOn: 1 });
    await save(store, createNotebook('zh', '会员'), { basedOn: 2 });
    const binned = await store.listBinned('a');
    expect(binned.map(({ cell, position }) => [cell, position])).toEqual([
      [two.cells[0], 0],
      [two.cells[1], 1],
    ]);
    await store.emptyBins(binned[0]!.deletedMs);
    expect((await store.listBinned('a')).length).toBe(1);
    store.close();
  });

  it('keeps a removed notebook in the bin, where no save reaches it', async () => {
    const store = await open({ now: ticking() });
    await save(store, base, { basedOn: 0, keep: [kept(base, 'one')] });
    await store.removeNotebook('a');
    expect(await store.listNotebooks()).toEqual([]);
    expect(await store.openNotebook('a')).toBeNull();
    expect(await save(store, setTitle(base, 'b'), { basedOn: 1 })).toEqual({
      status: 'conflict',
      head: null,
    });
    expect((await store.listRemoved()).map(({ id }) => id)).toEqual(['a']);
    await store.bringBack('a');
    expect((await store.openNotebook('a'))?.notebook).toEqual(base);
    expect(await store.listRemoved()).toEqual([]);
    await store.removeNotebook('a');
    await store.emptyBins(100);
    expect(await store.listRemoved()).toEqual([]);
    expect(await store.listVersions('a')).toEqual([]);
    store.close();
  });

  it('takes the same save twice for one', async () => {
    const store = await open();
    const first = await save(store, base, { basedOn: 0 });
    expect(await save(store, base, { basedOn: 0 })).toEqual(first);
    expect((await save(store, setTitle(base, 'x'), { basedOn: 0 })).status).toBe('conflict');
    store.close();
  });

  it('lets all results go when told to', async () => {
    const store = await open();
    await store.saveResult(resultOf('f1'));
    expect((await store.sizes()).results).toBeGreaterThan(0);
    await store.evictResults();
    expect((await store.readResults(['f1'])).size).toBe(0);
    expect(await store.sizes()).toEqual({ results: 0, history: 0, datasets: 0 });
    store.close();
  });

  it('gives back displays with their typed arrays', async () => {
    const store = await open();
    await store.saveResult(resultOf('f1'));
    const found = await store.readResults(['f1', 'f2']);
    expect([...found.keys()]).toEqual(['f1']);
    expect(found.get('f1')).toEqual(resultOf('f1'));
    expect((found.get('f1')?.display as { x: unknown }).x).toBeInstanceOf(Float32Array);
    store.close();
  });

  it('gives back large arrays, at any depth and of any type', async () => {
    const x = Float32Array.from({ length: 100_000 }, (_, i) => i / 7);
    const labels = Int16Array.from({ length: 200_000 }, (_, i) => (i % 5) - 1);
    const display = { x, groups: [{ labels, name: 'a' }], none: null, few: new Float64Array(3) };
    const store = await open();
    await store.saveResult(resultOf('f1', { display }));
    expect((await store.readResults(['f1'])).get('f1')?.display).toEqual(display);
    store.close();
  });

  it('lets the least recently used results go beyond the budget', async () => {
    const display = new Float64Array(100);
    const roomy = await open();
    await roomy.saveResult(resultOf('f1', { display }));
    const { results: oneBytes } = await roomy.sizes();
    await roomy.evictResults();
    roomy.close();
    const store = await open({ now: ticking(), resultBudgetBytes: 2.5 * oneBytes });
    await store.saveResult(resultOf('f1', { display }));
    await store.saveResult(resultOf('f2', { display }));
    await store.readResults(['f1']);
    await store.saveResult(resultOf('f3', { display }));
    const found = await store.readResults(['f1', 'f2', 'f3']);
    expect([...found.keys()]).toEqual(['f1', 'f3']);
    store.close();
  });

  it('keeps a result that alone is over the budget', async () => {
    const store = await open({ resultBudgetBytes: 10 });
    await store.saveResult(resultOf('f1'));
    expect((await store.readResults(['f1'])).size).toBe(1);
    store.close();
  });

  it('never puts a partial result in the place of a whole one', async () => {
    const store = await open();
    await store.saveResult(resultOf('f1', { isPartial: true, elapsedMs: 1 }));
    await store.saveResult(resultOf('f1', { elapsedMs: 2 }));
    await store.saveResult(resultOf('f1', { isPartial: true, elapsedMs: 3 }));
    expect((await store.readResults(['f1'])).get('f1')?.elapsedMs).toBe(2);
    store.close();
  });

  it('keeps files by the hash of their bytes', async () => {
    const store = await open({ now: ticking() });
    const file = new Blob([Uint8Array.of(1, 2, 3)]);
    await store.saveDataset({ sha256: 'h', name: 'a.csv', sizeBytes: 3 }, file);
    await store.saveDataset({ sha256: 'h', name: 'b.csv', sizeBytes: 3 }, file);
    expect(await store.listDatasets()).toEqual([
      { sha256: 'h', name: 'a.csv', sizeBytes: 3, addedMs: 1 },
    ]);
    const found = await store.readDataset('h');
    expect(new Uint8Array((await found?.arrayBuffer()) ?? [])).toEqual(Uint8Array.of(1, 2, 3));
    await store.removeDataset('h');
    expect(await store.readDataset('h')).toBeNull();
    store.close();
  });
});
