import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../src/storage/migrations';
import { createKeptMarker } from '../../src/storage/kept-marker';
import { released } from '../fixtures/databases/released';
import type { Store } from '../../src/storage/port';
import { writeVersion } from '../fixtures/databases/write-version';
import { createPlace, members, save } from '../support/storage-place';

describe('the databases of all versions that were released', () => {
  it('are all tried', () => {
    expect(released.map(({ version }) => version)).toEqual(
      Array.from({ length: SCHEMA_VERSION }, (_, i) => i + 1),
    );
  });

  it.each(released)('version $version is brought up to date with all in it', async (database) => {
    const { name, visit, troubles } = createPlace();
    await writeVersion([name, database]);
    const store = await visit();
    const opened = await store.openNotebook('3f0a');
    const revision = (database.rows.notebooks?.[0] as { revision: number }).revision;
    expect(opened).toMatchObject({ isIntact: true, damaged: [], head: { revision } });
    expect(opened?.notebook.cells.map(({ id }) => id)).toEqual(['load', 'cluster']);
    const named = { notebookId: '3f0a', number: 3, name: 'before lunch', reason: 'named' };
    expect((await store.listVersions('3f0a')).at(-1)).toEqual({ ...named, atMs: 1762990000000 });
    expect((await store.openVersion('3f0a', 3))?.cells.length).toBe(1);
    expect((await store.readResults(['f1'])).get('f1')?.display).toEqual({ sizes: [9, 1] });
    expect(await (await store.readDataset('00ff'))?.text()).toBe('a,b');
    expect(troubles).toEqual([]);
    expect((await save(store, members, revision, '3f0a')).status).toBe('saved');
    const binned = (await store.listBinned('3f0a')).map(({ cell }) => cell.kind);
    expect(binned.includes('cluster')).toBe(true);
    // What was in the bin before is there still.
    expect(binned.filter((kind) => kind === 'note').length).toBe(database.version >= 2 ? 1 : 0);
  });
});

describe('a page and a newer Fenqun', () => {
  it('saves, gives the database up and says so when the newer one asks', async () => {
    const { name, visit, troubles } = createPlace();
    const saves: string[] = [];
    const store: Store = await visit({
      beforeYield: async () => {
        saves.push((await save(store, members)).status);
      },
    });
    const newer = await openDB(name, SCHEMA_VERSION + 1);
    expect(saves).toEqual(['saved']);
    expect(troubles).toEqual([{ kind: 'outdated' }]);
    await expect(save(store, members, 1)).rejects.toMatchObject({ code: 'storage-outdated' });
    expect(await newer.count('notebooks')).toBe(1);
    newer.close();
  });

  it('reads what a newer one wrote, and writes nothing', async () => {
    const { name, sitePath, texts, visit, troubles } = createPlace();
    const first = await visit();
    await save(first, members);
    first.close();
    (await openDB(name, SCHEMA_VERSION + 7)).close();
    // What the newer one keeps elsewhere is not missed here, and nothing is brought back.
    createKeptMarker(sitePath, texts).add({ id: 'elsewhere', title: 'elsewhere' });
    const store = await visit();
    expect((await store.openNotebook('n'))?.notebook).toEqual(members);
    expect(troubles).toEqual([{ kind: 'newer' }]);
    await expect(save(store, members, 1)).rejects.toMatchObject({ code: 'storage-newer' });
    expect((await store.readResults(['f'])).size).toBe(0);
  });

  it('says within a moment that it waits for an older tab', async () => {
    const { name, visit, troubles } = createPlace();
    await writeVersion([name, released[0]!]);
    const old = await openDB(name, 1);
    const opening = visit();
    while (troubles.length === 0) await new Promise((resolve) => setTimeout(resolve));
    expect(troubles).toEqual([{ kind: 'waiting' }]);
    old.close();
    expect((await (await opening).listNotebooks()).length).toBe(1);
    expect(troubles).toEqual([{ kind: 'waiting' }, null]);
  });

  it('says so where the browser neither opens the database nor says why', async () => {
    const { name, visit, troubles } = createPlace();
    await writeVersion([name, released[0]!]);
    const old = await openDB(name, 1);
    const { open: really } = indexedDB;
    // As Chromium does with a page that is loaded again while another tab holds the old database.
    indexedDB.open = (...args) => {
      const request = really.apply(indexedDB, args);
      const listen = request.addEventListener.bind(request) as EventTarget['addEventListener'];
      request.addEventListener = (type: string, listener: EventListener) => {
        if (type !== 'blocked') listen(type, listener);
      };
      return request;
    };
    try {
      const opening = visit();
      await expect.poll(() => troubles, { timeout: 10_000 }).toEqual([{ kind: 'slow' }]);
      old.close();
      expect((await (await opening).listNotebooks()).length).toBe(1);
      expect(troubles).toEqual([{ kind: 'slow' }, null]);
    } finally {
      indexedDB.open = really;
    }
  });
});
