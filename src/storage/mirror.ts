import { hashOf } from '../core/fingerprint';
import { isJsonObject, type Json } from '../core/json';
import type { Notebook } from '../core/notebook';
import { hashOfNotebook } from './head';
import type { NotebookHead } from './port';
import type { Slots } from './slots';

/** What the second copy of a notebook holds. */
export interface MirrorCopy {
  readonly head: NotebookHead;
  readonly notebook: Notebook;
  /** Counts the copies of one revision: those in the bin and those back from it differ in nothing else. */
  readonly copy?: number;
}

/** The second copy of every notebook, outside the database. */
export interface Mirror {
  /** Writes a copy into the older of the notebook's two slots; the newer stays whole meanwhile. */
  readonly write: (copy: MirrorCopy) => Promise<void>;
  /** The latest copy that is whole; null when there is none. */
  readonly read: (id: string) => Promise<MirrorCopy | null>;
  /** Ids of all notebooks that have a copy, whole or not. */
  readonly list: () => Promise<string[]>;
  readonly remove: (id: string) => Promise<void>;
}

const SLOTS = ['a', 'b'] as const;
const MARK = 'fenqun-mirror 1';

export function createMirror(slots: Slots): Mirror {
  const nameOf = (id: string, slot: string) => `${id}.${slot}`;
  const readSlot = (id: string, slot: string) =>
    slots.read(nameOf(id, slot)).then(
      (bytes) => (bytes ? parseCopy(bytes, id) : null),
      () => null,
    );
  const readBoth = (id: string) => Promise.all(SLOTS.map((slot) => readSlot(id, slot)));
  return {
    write: async (copy) => {
      const [a, b] = await readBoth(copy.head.id);
      const isAOlder = !a || Boolean(b && comparedByAge(a, b) <= 0);
      const copies = [a, b].map((found) => found?.copy ?? 0);
      const next = formatCopy({ ...copy, copy: Math.max(...copies) + 1 });
      await slots.write(nameOf(copy.head.id, isAOlder ? 'a' : 'b'), next);
    },
    read: async (id) => {
      const whole = (await readBoth(id)).filter((copy) => copy !== null);
      return whole.sort(comparedByAge).at(-1) ?? null;
    },
    list: async () => {
      const names = await slots.list();
      const ids = names.flatMap((name) => /^(.+)\.[ab]$/.exec(name)?.[1] ?? []);
      return [...new Set(ids)];
    },
    remove: async (id) => {
      for (const slot of SLOTS) await slots.remove(nameOf(id, slot));
    },
  };
}

/** The older first: by revision, and by their count where only the head changed. */
function comparedByAge(one: MirrorCopy, other: MirrorCopy): number {
  return one.head.revision - other.head.revision || (one.copy ?? 0) - (other.copy ?? 0);
}

/** One line with the length and the hash of what follows, then the copy as JSON. */
function formatCopy(copy: MirrorCopy): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(copy);
  const length = new TextEncoder().encode(text).length;
  return new TextEncoder().encode(`${MARK} ${length} ${hashOf(text)}\n${text}`);
}

/** The copy, if it is whole and of this notebook. */
function parseCopy(bytes: Uint8Array, id: string): MirrorCopy | null {
  const all = new TextDecoder().decode(bytes);
  const end = all.indexOf('\n');
  const text = all.slice(end + 1);
  const length = new TextEncoder().encode(text).length;
  if (end < 0 || all.slice(0, end) !== `${MARK} ${length} ${hashOf(text)}`) return null;
  const found = JSON.parse(text) as Json;
  if (!isJsonObject(found) || !isJsonObject(found.head) || found.head.id !== id) return null;
  // The hash vouches that it is what we wrote.
  const copy = found as unknown as MirrorCopy;
  return hashOfNotebook(copy.notebook) === copy.head.hash ? copy : null;
}
