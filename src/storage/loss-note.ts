import { isJsonObject, type Json } from '../core/json';

type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** What openings have found lost, noted outside the database until people have put it away. */
export interface LossNote {
  /** Titles of notebooks that came back from their second copy, and were not put away since. */
  readonly restored: () => readonly string[];
  /** Ids of notebooks that are known to be gone. */
  readonly putAway: () => ReadonlySet<string>;
  readonly addRestored: (titles: readonly string[]) => void;
  /** People have read what came back and which of these are gone. */
  readonly dismiss: (missing: readonly string[]) => void;
}

interface Losses {
  readonly restored: readonly string[];
  readonly gone: readonly string[];
}

export function createLossNote(sitePath: string, storage: TextStorage | null): LossNote {
  const key = `fenqun.lost.${sitePath.replace(/[^/]*$/, '')}`;
  // Where the browser grants no storage, as long as the page.
  let here = parseLosses(quietly(() => storage?.getItem(key)) ?? null);
  const keep = (losses: Losses) => {
    here = losses;
    quietly(() => storage?.setItem(key, JSON.stringify(losses)));
  };
  return {
    restored: () => here.restored,
    putAway: () => new Set(here.gone),
    addRestored: (titles) => {
      if (titles.length > 0) keep({ ...here, restored: [...here.restored, ...titles] });
    },
    dismiss: (missing) => keep({ restored: [], gone: [...new Set([...here.gone, ...missing])] }),
  };
}

function parseLosses(text: string | null): Losses {
  const found = quietly(() => JSON.parse(text ?? 'null') as Json) ?? null;
  const list = (name: string) => {
    const value = isJsonObject(found) ? found[name] : undefined;
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  };
  return { restored: list('restored'), gone: list('gone') };
}

/** A browser may refuse its storage: then there is nothing to be done. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
