import type { NotebookHead } from './port';

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
}

export function createKeptMarker(sitePath: string, storage: TextStorage | null): KeptMarker {
  const key = `fenqun.kept.${sitePath.replace(/[^/]*$/, '')}`;
  const list = () => parseMarker(quietly(() => storage?.getItem(key)) ?? null);
  const keep = (titles: ReadonlyMap<string, string>) =>
    quietly(() => storage?.setItem(key, JSON.stringify([...titles])));
  return {
    list,
    add: ({ id, title }) => {
      const titles = list();
      if (titles.get(id) !== title) keep(new Map([...titles, [id, title]]));
    },
    remove: (id) => keep(new Map([...list()].filter(([other]) => other !== id))),
  };
}

function parseMarker(text: string | null): Map<string, string> {
  const found = quietly(() => JSON.parse(text ?? '[]') as unknown);
  const isPair = (pair: unknown): pair is [string, string] =>
    Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string';
  return new Map(Array.isArray(found) ? found.filter(isPair) : []);
}

/** A browser may refuse its storage: then there is nothing to be done. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
