import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBackup, restoreBackup, type BackupPorts } from '../../src/app/keeping/backup';
import { setTitle, type Notebook } from '../../src/core/notebook';
import { parseNotebook } from '../../src/notebook-file/parse';
import { writeNotebook } from '../../src/notebook-file/write';
import { createMemoryStore } from '../../src/storage/memory-store';
import { anyNotebook } from '../fixtures/any-notebook';

/** How many notebooks go through it: the full thousand when asked for. */
const NOTEBOOKS = Number(process.env['FENQUN_BACKUP_NOTEBOOKS'] ?? 100);

function portsOf(store = createMemoryStore({ now: () => 7 })): BackupPorts {
  let ids = 0;
  return {
    store,
    parseNotebook: async (text) => parseNotebook(text),
    writeNotebook: async (notebook) => writeNotebook(notebook, new Map()),
    now: () => 7,
    newId: () => `new-${++ids}`,
    copyTitle: (title) => `${title} (backup)`,
  };
}

const fileOf = (blob: Blob) => new File([blob], 'b.zip');
const add = (ports: BackupPorts, id: string, notebook: Notebook) =>
  ports.store.saveNotebook({
    id,
    notebook,
    basedOn: 0,
    summary: null,
    keep: [{ notebook, reason: 'named', name: `v of ${id}`, atMs: 3 }],
  });

describe('a backup', () => {
  it(`gives ${NOTEBOOKS} generated notebooks back, deep-equal, into an empty place`, async () => {
    const notebooks = fc.sample(anyNotebook, { numRuns: NOTEBOOKS, seed: 6 });
    const before = portsOf();
    for (const [i, notebook] of notebooks.entries()) await add(before, `n${i}`, notebook);
    const bytes = new Blob([Uint8Array.of(1, 2, 3)]);
    await before.store.saveDataset({ sha256: 'aa', name: 'a.csv', sizeBytes: 3 }, bytes);
    const shares: number[] = [];
    const backup = fileOf(await makeBackup(before, true, (share) => shares.push(share)));
    expect(shares).toHaveLength(NOTEBOOKS + 1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([shares[0], shares.at(-1)! < 1]).toEqual([0, true]);
    const after = portsOf();
    const done = await restoreBackup(after, backup);
    expect([done.added.length, done.damaged, done.datasets]).toEqual([NOTEBOOKS, [], 1]);
    for (const [i, notebook] of notebooks.entries()) {
      expect((await after.store.openNotebook(`n${i}`))?.notebook).toEqual(notebook);
      expect(await after.store.openVersion(`n${i}`, 1)).toEqual(notebook);
    }
    const file = await after.store.readDataset('aa');
    expect(new Uint8Array((await file?.arrayBuffer()) ?? [])).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('adds, and never writes over what is here', async () => {
    const [one, two] = fc.sample(anyNotebook, { numRuns: 2, seed: 1 }) as [Notebook, Notebook];
    const ports = portsOf();
    await add(ports, 'a', one);
    await add(ports, 'b', two);
    const backup = fileOf(await makeBackup(ports, false));
    const changed = setTitle(two, 'changed since');
    await ports.store.saveNotebook({ id: 'b', notebook: changed, basedOn: 1, summary: null });
    const done = await restoreBackup(ports, backup);
    expect(done).toMatchObject({ added: [], same: [one.title], copied: [two.title] });
    expect((await ports.store.openNotebook('b'))?.notebook).toEqual(changed);
    expect((await ports.store.openNotebook('new-1'))?.notebook).toEqual(
      setTitle(two, `${two.title} (backup)`),
    );
  });

  it('is refused when it is none, and nothing is changed', async () => {
    const ports = portsOf();
    for (const bytes of [new Uint8Array(), Uint8Array.of(80, 75, 3, 4, 1), new Uint8Array(99)]) {
      const refused = restoreBackup(ports, fileOf(new Blob([bytes])));
      await expect(refused).rejects.toMatchObject({ code: 'backup-invalid' });
    }
    expect(await ports.store.listNotebooks()).toEqual([]);
  });
});
