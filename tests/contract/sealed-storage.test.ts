import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeBackup, restoreBackup, type BackupPorts } from '../../src/app/keeping/backup';
import { parseNotebook } from '../../src/notebook-file/parse';
import { writeNotebook } from '../../src/notebook-file/write';
import { createMemoryStore } from '../../src/storage/memory-store';
import { createMemorySlots } from '../../src/storage/slots';
import { openStorage } from '../../src/storage/open-storage';
import type { Store } from '../../src/storage/port';
import { strengthOf } from '../../src/core/passphrase';
import { deriveBytes, ROUNDS } from '../../src/storage/sealed/passphrase';
import { SealedProtection } from '../../src/storage/sealed/protection';
import { decodeValue, encodeValue } from '../../src/storage/sealed/value-codec';
import { anyNotebook } from '../fixtures/any-notebook';
import { CANARY, codeOf, dataset, dumpOf, file, fill, notebook } from '../fixtures/sealed';
import { PASSPHRASE, prepared, quick, readAll, result } from '../fixtures/sealed';

describe('a passphrase', () => {
  it('becomes a key as published: PBKDF2-HMAC-SHA-256 of RFC 7914, section 11', async () => {
    const salt = new TextEncoder().encode('NaCl');
    const bytes = await deriveBytes('Password', { salt, rounds: 80_000, bytes: 64 });
    expect(Buffer.from(bytes).toString('hex')).toBe(
      '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56' +
        'a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d',
    );
    expect(ROUNDS).toBeGreaterThanOrEqual(600_000);
  });

  it('is the same however it was typed, and never empty', async () => {
    const { protection, store } = await prepared();
    await store.saveNotebook({ id: 'b', notebook, basedOn: 0, summary: null });
    await protection.prepare('c', 'ｃａｆé 1');
    await protection.inNotebook('c').saveNotebook({ id: 'c', notebook, basedOn: 0, summary: null });
    protection.lock('c');
    await protection.unlock('c', 'cafe\u0301 1');
    expect(protection.stateOf('c')).toBe('open');
    expect(await codeOf(protection.prepare('d', ' \u3000'))).toBe('passphrase-empty');
    expect([strengthOf(''), strengthOf('abc'), strengthOf(PASSPHRASE)]).toEqual([
      'empty',
      'short',
      'fair',
    ]);
  });
});

describe('values of results as bytes', () => {
  it('come back as they were', () => {
    const arrays = fc.oneof(fc.float32Array(), fc.float64Array(), fc.int32Array(), fc.uint8Array());
    const scalars = fc.oneof(fc.double(), fc.string(), fc.constant(undefined), fc.bigInt());
    const any = fc.anything({ withMap: true, withSet: true, withDate: true });
    fc.assert(
      fc.property(fc.record({ arrays, scalars, any, __proto__x: any }), (value) => {
        expect(decodeValue(encodeValue(value))).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a protected notebook', () => {
  it('comes back deep-equal, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotebook, async (any) => {
        const { store, protection } = await prepared();
        const keep = [{ notebook: any, reason: 'named' as const, name: any.title, atMs: 1 }];
        await store.saveNotebook({ id: 'a', notebook: any, basedOn: 0, summary: null, keep });
        protection.lock('a');
        await protection.unlock('a', PASSPHRASE);
        expect((await store.openNotebook('a'))?.notebook).toEqual(any);
        expect(await store.openVersion('a', 1)).toEqual(any);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves nothing readable in any store, nor in the second copy, nor in the marker', async () => {
    const slots = createMemorySlots();
    const texts = new Map<string, string>();
    const kept = {
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, text: string) => void texts.set(key, text),
      removeItem: (key: string) => void texts.delete(key),
    } as unknown as Storage;
    const inner = await openStorage({ sitePath: '/sealed/', texts: kept, slots });
    const { store } = await prepared(inner);
    await fill(store);
    expect(await readAll(store)).toMatchObject({ file: `${CANARY},1\n` });
    const copies = await Promise.all((await slots.list()).map((name) => slots.read(name)));
    const written = copies.map((bytes) => Buffer.from(bytes ?? []).toString('latin1'));
    expect(written.join('')).toContain('fenqun-mirror');
    const all = [await dumpOf(inner), ...written, ...texts.values()].join('\n');
    expect(all).not.toContain(CANARY);
    // The same search finds it where nothing is sealed.
    const plain = createMemoryStore();
    await fill(plain);
    expect((await dumpOf(plain)).split(CANARY).length).toBeGreaterThan(10);
    inner.close();
  });

  it('covers every method of a store: none reads or writes it without the key', async () => {
    const { inner, protection, store } = await prepared();
    const { bytes: _own, ...methods } = inner as Store & { readonly bytes?: unknown };
    expect(Object.keys(store).sort()).toEqual(Object.keys(methods).sort());
    await fill(store);
    protection.lock('a');
    const refused: Record<string, () => Promise<unknown>> = {
      openNotebook: () => store.openNotebook('a'),
      saveNotebook: () => store.saveNotebook({ id: 'a', notebook, basedOn: 2, summary: null }),
      replaceNotebook: () =>
        store.replaceNotebook({
          id: 'a',
          notebook,
          basedOn: 2,
          summary: null,
          versions: [],
          bin: [],
        }),
      listBinned: () => store.listBinned('a'),
      listVersions: () => store.listVersions('a'),
      openVersion: () => store.openVersion('a', 1),
      renameVersion: () => store.renameVersion('a', 1, 'x'),
      saveResult: () => store.saveResult(result),
      readResults: () => store.readResults(['print']),
      saveDataset: () => store.saveDataset(dataset, file()),
      readDataset: () => store.readDataset('aa'),
      listDatasets: () => store.listDatasets(),
      removeDataset: () => store.removeDataset('aa'),
    };
    for (const [name, call] of Object.entries(refused)) {
      expect([name, await codeOf(call())]).toEqual([name, 'notebook-locked']);
    }
    // These tell of whole notebooks, and take no text.
    const open = [
      'bringBack',
      'close',
      'emptyBins',
      'eraseNotebook',
      'evictResults',
      'listNotebooks',
      'listRemoved',
      'pruneHistory',
      'removeNotebook',
      'sizes',
    ];
    expect([...Object.keys(refused), ...open].sort()).toEqual(Object.keys(store).sort());
    const [head] = await store.listNotebooks();
    expect(head).toMatchObject({ title: '', summary: null, protection: 'locked' });
    // A page that never unlocked it cannot write over it either.
    const stranger = new SealedProtection(inner, quick);
    await stranger.store.listNotebooks();
    const late = stranger.store.saveNotebook({ id: 'a', notebook, basedOn: 2, summary: null });
    expect(await codeOf(late)).toBe('notebook-locked');
  });

  it('says so when the passphrase is wrong, and opens with the right one afterwards', async () => {
    const { inner, store } = await prepared();
    await fill(store);
    const later = new SealedProtection(inner, quick);
    await later.store.listNotebooks();
    for (const wrong of ['', 'x', `${PASSPHRASE}。`]) {
      expect(await codeOf(later.unlock('a', wrong))).toBe('passphrase-wrong');
    }
    await later.unlock('a', PASSPHRASE);
    expect(await readAll(later.inNotebook('a'))).toEqual(await readAll(store));
    const found = await later.inNotebook('a').readResults(['print', 'other']);
    expect([...found]).toEqual([['print', result]]);
  });

  it('takes another passphrase, and the former one no more', async () => {
    const { inner, protection, store } = await prepared();
    await fill(store);
    const save = async () => {
      const head = (await store.openNotebook('a'))!;
      const request = { id: 'a', notebook: head.notebook, summary: head.head.summary };
      await store.saveNotebook({ ...request, basedOn: head.head.revision });
      return true;
    };
    const wrong = protection.changePassphrase('a', { from: 'no', to: 'x', save });
    expect(await codeOf(wrong)).toBe('passphrase-wrong');
    expect(await protection.changePassphrase('a', { from: PASSPHRASE, to: 'neu', save })).toBe(
      true,
    );
    const later = new SealedProtection(inner, quick);
    expect(await codeOf(later.unlock('a', PASSPHRASE))).toBe('passphrase-wrong');
    await later.unlock('a', 'neu');
    expect(await readAll(later.inNotebook('a'))).toEqual(await readAll(store));
  });

  it('goes on as a copy that is as protected', async () => {
    const { inner, store } = await prepared();
    await fill(store);
    await store.saveNotebook({ id: 'copy', notebook, basedOn: 0, summary: null });
    expect(await dumpOf(inner)).not.toContain(CANARY);
    expect((await store.openNotebook('copy'))?.notebook).toEqual(notebook);
  });
});

/** Puts an existing notebook under a passphrase, in a store that fails from some call on. */
async function protectUntil(failAt: number) {
  const inner = createMemoryStore({ now: () => 7 });
  await fill(inner);
  const before = await readAll(inner);
  let calls = 0;
  const failing = Object.fromEntries(
    Object.entries(inner).map(([name, method]) => [
      name,
      (...given: never[]) => {
        if (++calls > failAt) return Promise.reject(new Error('the page is gone'));
        return (method as (...all: never[]) => unknown)(...given);
      },
    ]),
  ) as unknown as Store;
  const outcome = await codeOf(
    new SealedProtection(failing, quick).protect('a', PASSPHRASE, [result]),
  );
  return { inner, before, outcome };
}

describe('a backup of a protected notebook', () => {
  it('stays encrypted, and opens elsewhere with its passphrase', async () => {
    const { inner, store } = await prepared();
    await fill(store);
    const portsOf = (of: Store): BackupPorts => ({
      store: of,
      parseNotebook: async (text) => parseNotebook(text),
      writeNotebook: async (sealed) => writeNotebook(sealed, new Map()),
      now: () => 7,
      newId: () => 'new',
      copyTitle: (title) => title,
    });
    const zip = await makeBackup(portsOf(inner), true);
    const unpacked = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const all = Object.entries(unpacked)
      .flat()
      .map((part) => Buffer.from(part).toString('latin1'));
    expect(all.join('')).not.toContain(CANARY);
    const elsewhere = createMemoryStore();
    await restoreBackup(portsOf(elsewhere), new File([zip], 'b.zip'));
    const later = new SealedProtection(elsewhere, quick);
    expect(await later.store.listNotebooks()).toMatchObject([{ title: '', protection: 'locked' }]);
    await later.unlock('a', PASSPHRASE);
    const { notebook: restored, file: text } = await readAll(later.inNotebook('a'));
    expect(restored).toEqual((await store.openNotebook('a'))?.notebook);
    expect(text).toBe(`${CANARY},1\n`);
  });
});

describe('protecting a notebook that is there', () => {
  it('rewrites everything, and back', async () => {
    const { inner, before } = await protectUntil(Infinity);
    expect(await dumpOf(inner)).not.toContain(CANARY);
    expect([...(await inner.readResults(['print']))]).toEqual([]);
    const protection = new SealedProtection(inner, quick);
    await protection.unlock('a', PASSPHRASE);
    expect(await readAll(protection.inNotebook('a'))).toEqual(before);
    await protection.unprotect('a');
    expect(await readAll(inner)).toEqual(before);
    expect((await inner.listDatasets()).map(({ sha256 }) => sha256)).toEqual(['aa']);
  });

  it('loses nothing wherever it is cut off', async () => {
    for (let failAt = 0; ; failAt++) {
      const { inner, before, outcome } = await protectUntil(failAt);
      const later = new SealedProtection(inner, quick);
      await later.store.listNotebooks();
      if (later.stateOf('a') === 'locked') {
        await later.unlock('a', PASSPHRASE);
        await later.sweep('a');
        expect(await dumpOf(inner)).not.toContain(CANARY);
      }
      expect(await readAll(later.inNotebook('a'))).toEqual(before);
      if (outcome === 'nothing thrown') {
        expect(failAt).toBeGreaterThan(8);
        return;
      }
    }
  });

  it('leaves a file where another notebook uses it', async () => {
    const inner = createMemoryStore();
    await fill(inner);
    await inner.saveNotebook({ id: 'other', notebook, basedOn: 0, summary: null });
    await new SealedProtection(inner, quick).protect('a', PASSPHRASE);
    expect(await (await inner.readDataset('aa'))?.text()).toBe(`${CANARY},1\n`);
  });
});
