import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { addCell, setTitle } from '../../src/core/notebook';
import { createMirror } from '../../src/storage/mirror';
import { openStorage } from '../../src/storage/open-storage';
import type { StorageTrouble } from '../../src/storage/port';
import { createMemorySlots } from '../../src/storage/slots';
import { copied, createPlace, members, save, settled } from '../support/storage-place';

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

  it('names what it had where even the note of it is gone, but never what was erased', async () => {
    const { name, slots, texts, visit, troubles } = createPlace();
    const first = await visit();
    for (const id of ['kept', 'erased']) {
      await save(first, setTitle(members, id), 0, id);
      await copied(slots, id, id);
    }
    await first.eraseNotebook('erased');
    first.close();
    const loseEverything = async () => {
      await deleteDB(name);
      for (const slot of await slots.list()) await slots.remove(slot);
      texts.clear();
    };
    await loseEverything();
    const second = await visit();
    expect(await second.listNotebooks()).toEqual([]);
    expect(troubles).toMatchObject([{ kind: 'restored', restored: [], missing: ['kept'] }]);
    await second.eraseNotebook('kept');
    second.close();
    await loseEverything();
    await visit();
    expect(troubles.length).toBe(1);
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
