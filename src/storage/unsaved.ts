import { isJsonObject, type Json } from '../core/json';
import type { NotebookHead, Unsaved, UnsavedShelf } from './port';

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The shelf of the site at this path in the browser's storage; one that holds nothing without it. */
export function createUnsavedShelf(sitePath: string, storage: TextStorage | null): UnsavedShelf {
  const prefix = `fenqun.unsaved.${sitePath.replace(/[^/]*$/, '')}.`;
  const get = (id: string) => parseUnsaved(quietly(() => storage?.getItem(prefix + id)) ?? null);
  const ids = (): string[] =>
    Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '')
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  return {
    get,
    put: (id, unsaved) => quietly(() => storage?.setItem(prefix + id, JSON.stringify(unsaved))),
    remove: (id) => quietly(() => storage?.removeItem(prefix + id)),
    list: () => (quietly(ids) ?? []).flatMap((id) => headOf(id, get(id)) ?? []),
  };
}

function headOf(id: string, unsaved: Unsaved | null): NotebookHead | null {
  if (!unsaved) return null;
  const { notebook, basedOn: revision, atMs: updatedMs, summary } = unsaved;
  const { title, language } = notebook;
  return { id, title, language, revision, hash: '', updatedMs, summary };
}

/** What an older Fenqun or another program left is worth nothing, and breaks nothing. */
function parseUnsaved(text: string | null): Unsaved | null {
  const found = quietly(() => JSON.parse(text ?? 'null') as Json) ?? null;
  if (!isJsonObject(found) || !isJsonObject(found.notebook)) return null;
  const { cells, sources, title } = found.notebook;
  const isNotebook = Array.isArray(cells) && Array.isArray(sources) && typeof title === 'string';
  if (!isNotebook || typeof found.basedOn !== 'number') return null;
  return found as unknown as Unsaved;
}

/** A browser may refuse its storage, or have no room: then there is nothing to be done. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
