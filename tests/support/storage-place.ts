import { afterEach } from 'vitest';
import { addCell, createNotebook, type Notebook } from '../../src/core/notebook';
import { databaseNameFor } from '../../src/storage/migrations';
import { createMirror } from '../../src/storage/mirror';
import { openStorage } from '../../src/storage/open-storage';
import type { StorageTrouble, Store, StoreOptions } from '../../src/storage/port';
import { createMemorySlots, type Slots } from '../../src/storage/slots';
import type { Witness } from '../../src/storage/witness';
import { createTextStorage } from './text-storage';

let paths = 0;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

function createMemoryWitness(): Witness {
  let kept: string | null = null;
  return {
    read: async () => kept,
    write: async (text) => void (kept = text),
  };
}

/** A browser's storage for one site; `visit` opens it as a page would. */
export function createPlace() {
  const sitePath = `/trouble-${paths++}/`;
  const texts = createTextStorage() as Storage;
  const slots = createMemorySlots();
  const witness = createMemoryWitness();
  const troubles: (StorageTrouble | null)[] = [];
  const visit = async (options: StoreOptions = {}) => {
    const store = await openStorage({
      sitePath,
      texts,
      slots,
      witness,
      onTrouble: (trouble) => troubles.push(trouble),
      ...options,
    });
    open.push(store);
    return store;
  };
  return { name: databaseNameFor(sitePath), sitePath, slots, texts, witness, troubles, visit };
}

export const members = addCell(createNotebook('zh', '会员'), { kind: 'note', version: 1 }).notebook;

export const save = (store: Store, notebook: Notebook, basedOn = 0, id = 'n') =>
  store.saveNotebook({ id, notebook, basedOn, summary: null });

/** Resolves when the second copy has this title. */
export async function copied(slots: Slots, title: string, id = 'n'): Promise<void> {
  while ((await createMirror(slots).read(id))?.notebook.title !== title) {
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Resolves when no copy was written for a while of turns. */
export async function settled(slots: Slots): Promise<void> {
  for (let turn = 0; turn < 30; turn++) {
    await slots.list();
    await new Promise((resolve) => setTimeout(resolve));
  }
}
