import type { Notebook } from '../core/notebook';
import { hashOfNotebook, isCurrent, lastChangedFirst, nextHead } from './head';
import { DEFAULT_RESULT_BUDGET_BYTES, type Dataset, type NotebookHead } from './port';
import type { Store, StoredResult, StoreOptions, Version } from './port';
import { evictable, type Use } from './result-budget';
import { sizeOf } from './size-of';

/** A store that lasts as long as the page: for tests, and where the browser refuses to store. */
export function createMemoryStore(options: StoreOptions = {}): Store {
  const now = options.now ?? Date.now;
  return {
    ...createNotebooks(now),
    ...createResults(now, options.resultBudgetBytes ?? DEFAULT_RESULT_BUDGET_BYTES),
    ...createDatasets(now),
    close: () => undefined,
  };
}

type Notebooks = Pick<
  Store,
  | 'listNotebooks'
  | 'openNotebook'
  | 'saveNotebook'
  | 'removeNotebook'
  | 'listVersions'
  | 'openVersion'
>;

function createNotebooks(now: () => number): Notebooks {
  const saved = new Map<string, { readonly head: NotebookHead; readonly notebook: Notebook }>();
  const versions: (Version & { readonly notebook: Notebook })[] = [];
  const isOf = (id: string) => (version: Version) => version.notebookId === id;
  return {
    listNotebooks: async () => [...saved.values()].map(({ head }) => head).sort(lastChangedFirst),
    openNotebook: async (id) => {
      const found = saved.get(id);
      if (!found) return null;
      return { ...found, isIntact: hashOfNotebook(found.notebook) === found.head.hash };
    },
    saveNotebook: async (request) => {
      const stored = saved.get(request.id)?.head;
      if (!isCurrent(request, stored)) return { status: 'conflict', head: stored ?? null };
      // Cloned as a database would, so that what cannot be stored fails here too.
      const { notebook, id, keepAs } = structuredClone(request);
      const head = nextHead(request, stored, now());
      saved.set(id, { head, notebook });
      const { revision, updatedMs: atMs } = head;
      if (keepAs !== undefined) {
        versions.push({ notebookId: id, revision, name: keepAs, atMs, notebook });
      }
      return { status: 'saved', head };
    },
    removeNotebook: async (id) => {
      saved.delete(id);
      const others = versions.filter((version) => !isOf(id)(version));
      versions.splice(0, versions.length, ...others);
    },
    listVersions: async (id) =>
      versions
        .filter(isOf(id))
        .map(({ notebook: _state, ...version }) => version)
        .reverse(),
    openVersion: async (id, revision) =>
      versions.filter(isOf(id)).find((version) => version.revision === revision)?.notebook ?? null,
  };
}

function createResults(
  now: () => number,
  budgetBytes: number,
): Pick<Store, 'saveResult' | 'readResults'> {
  const results = new Map<string, StoredResult>();
  const uses = new Map<string, Use>();
  return {
    saveResult: async (result) => {
      const { fingerprint } = result;
      const former = results.get(fingerprint);
      const isWorse = result.isPartial && former && !former.isPartial;
      if (!isWorse) results.set(fingerprint, structuredClone(result));
      uses.set(fingerprint, { fingerprint, bytes: sizeOf(result), lastUsedMs: now() });
      for (const gone of evictable([...uses.values()], { budgetBytes, keep: fingerprint })) {
        results.delete(gone);
        uses.delete(gone);
      }
    },
    readResults: async (fingerprints) => {
      const found = new Map<string, StoredResult>();
      for (const fingerprint of fingerprints) {
        const result = results.get(fingerprint);
        const use = uses.get(fingerprint);
        if (!result || !use) continue;
        uses.set(fingerprint, { ...use, lastUsedMs: now() });
        found.set(fingerprint, structuredClone(result));
      }
      return found;
    },
  };
}

function createDatasets(
  now: () => number,
): Pick<Store, 'saveDataset' | 'readDataset' | 'listDatasets' | 'removeDataset'> {
  const files = new Map<string, { readonly dataset: Dataset; readonly file: Blob }>();
  return {
    saveDataset: async (dataset, file) => {
      if (files.has(dataset.sha256)) return;
      files.set(dataset.sha256, { dataset: { ...dataset, addedMs: now() }, file });
    },
    readDataset: async (sha256) => files.get(sha256)?.file ?? null,
    listDatasets: async () =>
      [...files.values()].map(({ dataset }) => dataset).sort((a, b) => b.addedMs - a.addedMs),
    removeDataset: async (sha256) => {
      files.delete(sha256);
    },
  };
}
