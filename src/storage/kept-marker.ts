import type { NotebookHead } from './port';
import type { Witness } from './witness';

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Which notebooks this browser keeps, noted outside the database: an empty database beside a full
 * note has lost something.
 */
export interface KeptMarker {
  /** Title by id. */
  readonly list: () => ReadonlyMap<string, string>;
  readonly add: (head: Pick<NotebookHead, 'id' | 'title'>) => void;
  readonly remove: (id: string) => void;
  /** Where the note itself was lost, what its witness says is noted again. */
  readonly mend: () => Promise<void>;
}

export function createKeptMarker(
  sitePath: string,
  storage: TextStorage | null,
  witness: Witness | null = null,
): KeptMarker {
  const key = `fenqun.kept.${sitePath.replace(/[^/]*$/, '')}`;
  const noted = () => quietly(() => storage?.getItem(key)) ?? null;
  const list = () => parseMarker(noted()) ?? new Map<string, string>();
  const keep = (titles: ReadonlyMap<string, string>) => {
    const text = JSON.stringify([...titles]);
    quietly(() => storage?.setItem(key, text));
    void witness?.write(text);
  };
  return {
    list,
    add: ({ id, title }) => {
      const titles = list();
      if (titles.get(id) !== title) keep(new Map([...titles, [id, title]]));
    },
    remove: (id) => keep(new Map([...list()].filter(([other]) => other !== id))),
    mend: async () => {
      if (!witness) return;
      const own = parseMarker(noted());
      const text = await witness.read();
      // A note of nothing is a note: all that there was is erased.
      const known = own ?? parseMarker(text);
      if (known && JSON.stringify([...known]) !== (own ? text : noted())) keep(known);
    },
  };
}

/** Null: there is no note, or none that can be read. */
function parseMarker(text: string | null): Map<string, string> | null {
  const found = quietly(() => JSON.parse(text ?? 'null') as unknown);
  const isPair = (pair: unknown): pair is [string, string] =>
    Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string';
  return Array.isArray(found) ? new Map(found.filter(isPair)) : null;
}

/** A browser may refuse its storage: then there is nothing to be done. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
