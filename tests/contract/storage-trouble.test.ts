import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { addCell, createNotebook, setTitle, type Notebook } from '../../src/core/notebook';
import { databaseNameFor, SCHEMA_VERSION } from '../../src/storage/migrations';
import { createKeptMarker } from '../../src/storage/kept-marker';
import { createMirror } from '../../src/storage/mirror';
import { openStorage } from '../../src/storage/open-storage';
import type { StorageTrouble, Store, StoreOptions } from '../../src/storage/port';
import { createMemorySlots, type Slots } from '../../src/storage/slots';
import { released } from '../fixtures/databases/released';
import { writeVersion } from '../fixtures/databases/write-version';
import { createTextStorage } from '../support/text-storage';

let paths = 0;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

/** A browser's storage for one site; `visit` opens it as a page would. */
function createPlace() {
  const sitePath = `/trouble-${paths++}/`;
  const texts = createTextStorage() as Storage;
  const slots = createMemorySlots();
  const troubles: (StorageTrouble | null)[] = [];
  const visit = async (options: StoreOptions = {}) => {
    const store = await openStorage({
      sitePath,
      texts,
      slots,
      onTrouble: (trouble) => troubles.push(trouble),
      ...options,
    });
    open.push(store);
    return store;
  };
  return { name: databaseNameFor(sitePath), sitePath, slots, texts, troubles, visit };
}

const members = addCell(createNotebook('zh', '会员'), { kind: 'note', version: 1 }).notebook;

const save = (store: Store, notebook: Notebook, basedOn = 0, id = 'n') =>
  store.saveNotebook({ id, notebook, basedOn, summary: null });

/** Resolves when the second copy has this title. */
async function copied(slots: Slots, title: string, id = 'n'): Promise<void> {
  while ((await createMirror(slots).read(id))?.notebook.title !== title) {
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Resolves when no copy was written for a while of turns. */
async function settled(slots: Slots): Promise<void> {
  for (let turn = 0; turn < 30; turn++) {
    await slots.list();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

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

describe('a database that has lost something', () => {
  it('gets it back from the second copy, and says so', async () => {
    const { name, slots, visit, troubles } = createPlace();
    const first = await visit();
    await save(first, members);
    await copied(slots, '会员');
    first.close();
    await deleteDB(name);
    const second = await visit();
    expect((await second.openNotebook('n'))?.notebook).toEqual(members);
    expect(troubles).toMatchObject([{ kind: 'restored', restored: ['会员'], missing: [] }]);
    expect((await save(second, setTitle(members, 'on'), 1)).status).toBe('saved');
  });

  it('gets back into the bin what lay in the bin, and to use what was put back', async () => {
    const { name, slots, visit, troubles } = createPlace();
    const first = await visit();
    for (const id of ['used', 'gone', 'back']) {
      await save(first, setTitle(members, id), 0, id);
      await copied(slots, id, id);
    }
    await first.removeNotebook('gone');
    await first.removeNotebook('back');
    await first.bringBack('back');
    await settled(slots);
    first.close();
    await deleteDB(name);
    const second = await visit();
    const ids = (await second.listNotebooks()).map(({ id }) => id);
    expect(ids.sort()).toEqual(['back', 'used']);
    expect((await second.listRemoved()).map(({ id }) => id)).toEqual(['gone']);
    expect(troubles.map((told) => told?.kind === 'restored' && [...told.restored].sort())).toEqual([
      ['back', 'used'],
    ]);
    await second.bringBack('gone');
    expect((await second.openNotebook('gone'))?.notebook.title).toBe('gone');
  });

  it('names what has no second copy', async () => {
    const { name, slots, visit, troubles } = createPlace();
    const first = await visit();
    await save(first, members);
    await copied(slots, '会员');
    first.close();
    await deleteDB(name);
    for (const slot of await slots.list()) await slots.write(slot, Uint8Array.of(1, 2, 3));
    expect(await (await visit()).listNotebooks()).toEqual([]);
    expect(troubles).toMatchObject([{ kind: 'restored', restored: [], missing: ['会员'] }]);
  });

  it('says so at every opening until it is put away, and takes a copy that turns up later', async () => {
    const { name, slots, visit, troubles } = createPlace();
    const first = await visit();
    for (const id of ['kept', 'gone']) {
      await save(first, setTitle(members, id), 0, id);
      await copied(slots, id, id);
    }
    first.close();
    await deleteDB(name);
    const names = (await slots.list()).filter((slot) => slot.startsWith('gone'));
    const bytes = await Promise.all(names.map((slot) => slots.read(slot)));
    for (const slot of names) await slots.write(slot, Uint8Array.of(1, 2, 3));
    for (let opening = 0; opening < 2; opening++) (await visit()).close();
    const told = { kind: 'restored', restored: ['kept'], missing: ['gone'] };
    expect(troubles).toMatchObject([told, told]);
    const last = troubles.at(-1);
    if (last?.kind === 'restored') last.putAway();
    (await visit()).close();
    expect(troubles.length).toBe(2);
    for (const [i, slot] of names.entries()) await slots.write(slot, bytes[i]!);
    expect((await (await visit()).openNotebook('gone'))?.notebook.title).toBe('gone');
    expect(troubles[2]).toMatchObject({ restored: ['gone'], missing: [] });
  });

  it('gets back what was noted nowhere but in the second copy', async () => {
    const { name, slots, texts, visit } = createPlace();
    const first = await visit();
    await save(first, members);
    await copied(slots, '会员');
    first.close();
    await deleteDB(name);
    texts.clear();
    expect((await (await visit()).openNotebook('n'))?.notebook).toEqual(members);
  });

  it('does not get back what was erased', async () => {
    const { slots, texts, visit, name, troubles } = createPlace();
    const first = await visit();
    await save(first, members);
    await first.eraseNotebook('n');
    first.close();
    await deleteDB(name);
    expect(await (await visit()).listNotebooks()).toEqual([]);
    expect([await slots.list(), troubles]).toEqual([[], []]);
    expect(JSON.stringify(texts)).not.toContain('会员');
  });

  it('shows the copy in the place of a damaged cell, else the cell alone is damaged', async () => {
    const { name, slots, visit } = createPlace();
    const store = await visit();
    const two = addCell(members, { kind: 'cluster', version: 1, params: { k: 4 } }).notebook;
    await save(store, two);
    await copied(slots, '会员');
    const raw = await openDB(name);
    const row = (await raw.get('cells', ['n', 'note'])) as { cell: object };
    await raw.put('cells', { ...row, cell: { ...row.cell, params: { text: 'garbled' } } });
    raw.close();
    expect(await store.openNotebook('n')).toMatchObject({ notebook: two, isIntact: true });
    for (const slot of await slots.list()) await slots.remove(slot);
    const opened = await store.openNotebook('n');
    expect(opened).toMatchObject({ isIntact: false, damaged: ['note'] });
    expect(opened?.notebook.cells[0]).toMatchObject({ id: 'note', kind: 'damaged' });
    expect(String(opened?.notebook.cells[0]?.params.text)).toContain('garbled');
    expect(opened?.notebook.cells[1]).toEqual(two.cells[1]);
  });
});

describe('the second copy', () => {
  it('survives a write that breaks off, in the other slot', async () => {
    const slots = createMemorySlots();
    const mirror = createMirror(slots);
    const store = await createPlace().visit({});
    for (let revision = 0; revision < 4; revision++) {
      const saved = await save(store, setTitle(members, `t${revision}`), revision);
      if (saved.status !== 'saved') throw new Error('not saved');
      await mirror.write({ head: saved.head, notebook: setTitle(members, `t${revision}`) });
    }
    const titles: (string | undefined)[] = [];
    for (const name of ['n.a', 'n.b']) {
      const whole = (await slots.read(name))!;
      for (const wound of [whole.slice(0, 40), whole.with(whole.length - 9, 0), new Uint8Array()]) {
        await slots.write(name, wound);
        titles.push((await mirror.read('n'))?.notebook.title);
      }
      await slots.write(name, whole);
    }
    expect(titles).toEqual(['t3', 't3', 't3', 't2', 't2', 't2']);
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

describe('a browser that stores nothing', () => {
  it('goes on in memory and says at every save that there was none', async () => {
    const troubles: (StorageTrouble | null)[] = [];
    const slots = createMemorySlots();
    const failing = { ...indexedDB };
    const { open: really } = indexedDB;
    Object.assign(indexedDB, failing, {
      open: () => {
        throw new DOMException('no storage here', 'SecurityError');
      },
    });
    try {
      const store = await openStorage({
        sitePath: '/none/',
        texts: null,
        slots,
        onTrouble: (trouble) => troubles.push(trouble),
      });
      expect(troubles).toEqual([{ kind: 'memory', reason: 'no storage here' }]);
      await expect(save(store, members)).rejects.toMatchObject({ code: 'storage-none' });
    } finally {
      Object.assign(indexedDB, { open: really });
    }
  });
});
