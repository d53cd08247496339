import { hashOfNotebook, isCurrent, isRemoved, nextHead } from './head';
import { lastChangedFirst, lastRemovedFirst } from './head';
import { DEFAULT_RESULT_BUDGET_BYTES, type Dataset } from './port';
import type { BinnedCell, NotebookHead, Replacement, SaveRequest, SaveResult, Store } from './port';
import type { StoredResult, StoreOptions, Version } from './port';
import type { Notebook } from '../core/notebook';
import { evictable, type Use } from './result-budget';
import { sizeOf } from './size-of';
import { prunable, thinned } from './thin-history';

/** A store that lasts as long as the page: for tests, and where the browser refuses to store. */
export function createMemoryStore(options: StoreOptions = {}): Store {
  const now = options.now ?? Date.now;
  const memory = createMemory();
  const results = createResults(now, options.resultBudgetBytes ?? DEFAULT_RESULT_BUDGET_BYTES);
  const datasets = createDatasets(now);
  return {
    ...createNotebooks(memory, now),
    ...createHistories(memory),
    ...results,
    ...datasets,
    sizes: async () => ({
      results: results.bytes(),
      history: memory.kept.reduce((sum, { notebook }) => sum + JSON.stringify(notebook).length, 0),
      datasets: (await datasets.listDatasets()).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    }),
    close: () => undefined,
  };
}

/** What is kept of notebooks: the lists are replaced, never changed. */
interface Memory {
  readonly saved: Map<string, { readonly head: NotebookHead; readonly notebook: Notebook }>;
  kept: readonly (Version & { readonly notebook: Notebook })[];
  bin: readonly BinnedCell[];
}

function createMemory(): Memory {
  return { saved: new Map(), kept: [], bin: [] };
}

function createNotebooks(memory: Memory, now: () => number): Pick<Store, NotebookMethod> {
  const { saved } = memory;
  const heads = () => [...saved.values()].map(({ head }) => head);
  const erase = (id: string) => {
    saved.delete(id);
    memory.kept = memory.kept.filter(({ notebookId }) => notebookId !== id);
    memory.bin = memory.bin.filter(({ notebookId }) => notebookId !== id);
  };
  return {
    listNotebooks: async () => inUse(heads()),
    openNotebook: async (id) => {
      const found = saved.get(id);
      if (!found || isRemoved(found.head)) return null;
      const isIntact = hashOfNotebook(found.notebook) === found.head.hash;
      return { ...found, isIntact, damaged: [] };
    },
    saveNotebook: async (request) => {
      const before = saved.get(request.id);
      if (!isCurrent(request, before?.head)) {
        return { status: 'conflict', head: before && !isRemoved(before.head) ? before.head : null };
      }
      // Cloned as a database would, so that what cannot be stored fails here too.
      const { notebook, id, ...rest } = structuredClone(request);
      const head = nextHead(request, before?.head, now());
      if (before) toBin(memory, { id, before: before.notebook, after: notebook }, now());
      saved.set(id, { head, notebook });
      keepStates(memory, { id, notebook, ...rest }, now());
      return { status: 'saved', head };
    },
    replaceNotebook: async (request) => replaceNotebook(memory, request, now()),
    removeNotebook: async (id) => {
      const found = saved.get(id);
      if (found) saved.set(id, { ...found, head: { ...found.head, removedMs: now() } });
    },
    listRemoved: async () => heads().filter(isRemoved).sort(lastRemovedFirst),
    bringBack: async (id) => {
      const found = saved.get(id);
      if (!found) return;
      const { removedMs: _before, ...head } = found.head;
      saved.set(id, { ...found, head });
    },
    eraseNotebook: async (id) => erase(id),
    listBinned: async (id) => memory.bin.filter(({ notebookId }) => notebookId === id).toReversed(),
    emptyBins: async (beforeMs) => {
      for (const { id, removedMs = Infinity } of heads()) if (removedMs < beforeMs) erase(id);
      memory.bin = memory.bin.filter(({ deletedMs }) => deletedMs >= beforeMs);
    },
  };
}

function inUse(heads: readonly NotebookHead[]): NotebookHead[] {
  return heads.filter((head) => !isRemoved(head)).sort(lastChangedFirst);
}

function replaceNotebook(memory: Memory, request: Replacement, nowMs: number): SaveResult {
  const before = memory.saved.get(request.id)?.head;
  if (!isCurrent(request, before)) {
    return { status: 'conflict', head: before && !isRemoved(before) ? before : null };
  }
  const { id, notebook, versions, bin } = structuredClone(request);
  const head = nextHead(request, before, nowMs);
  const ofOthers = ({ notebookId }: { readonly notebookId: string }) => notebookId !== id;
  const kept = versions.map(({ version, ...state }) => ({ ...version, ...state }));
  memory.saved.set(id, { head, notebook });
  memory.kept = [...memory.kept.filter(ofOthers), ...kept];
  memory.bin = [...memory.bin.filter(ofOthers), ...bin];
  return { status: 'saved', head };
}

function toBin(
  memory: Memory,
  {
    id,
    before,
    after,
  }: { readonly id: string; readonly before: Notebook; readonly after: Notebook },
  deletedMs: number,
): void {
  const staying = new Set(after.cells.map((cell) => cell.id));
  const gone = before.cells.flatMap((cell, position) =>
    staying.has(cell.id) ? [] : [{ notebookId: id, cell, position, deletedMs }],
  );
  memory.bin = [...memory.bin, ...gone];
}

function keepStates(memory: Memory, { id, keep = [] }: SaveRequest, nowMs: number): void {
  const last = memory.kept.findLast(({ notebookId }) => notebookId === id)?.number ?? 0;
  const added = keep.map((state, i) => ({ notebookId: id, number: last + 1 + i, ...state }));
  const kept = [...memory.kept, ...added];
  const gone = new Set<Version>(
    thinned(
      kept.filter(({ notebookId }) => notebookId === id),
      nowMs,
    ),
  );
  memory.kept = added.length === 0 ? memory.kept : kept.filter((version) => !gone.has(version));
}

function createHistories(
  memory: Memory,
): Pick<Store, 'listVersions' | 'openVersion' | 'renameVersion' | 'pruneHistory'> {
  const isIt = (id: string, number: number) => (version: Version) =>
    version.notebookId === id && version.number === number;
  return {
    listVersions: async (id) =>
      memory.kept
        .filter(({ notebookId }) => notebookId === id)
        .map(({ notebook: _state, ...version }) => version)
        .reverse(),
    openVersion: async (id, number) => memory.kept.find(isIt(id, number))?.notebook ?? null,
    renameVersion: async (id, number, name) => {
      memory.kept = memory.kept.map((version) =>
        isIt(id, number)(version) ? { ...version, reason: 'named' as const, name } : version,
      );
    },
    pruneHistory: async () => {
      const gone = new Set<Version>(prunable(memory.kept));
      memory.kept = memory.kept.filter((version) => !gone.has(version));
    },
  };
}

type NotebookMethod =
  | 'listNotebooks'
  | 'openNotebook'
  | 'saveNotebook'
  | 'replaceNotebook'
  | 'removeNotebook'
  | 'listRemoved'
  | 'bringBack'
  | 'eraseNotebook'
  | 'listBinned'
  | 'emptyBins';

function createResults(
  now: () => number,
  budgetBytes: number,
): Pick<Store, 'saveResult' | 'readResults' | 'evictResults'> & { readonly bytes: () => number } {
  const results = new Map<string, StoredResult>();
  const uses = new Map<string, Use>();
  return {
    bytes: () => [...uses.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    evictResults: async () => {
      results.clear();
      uses.clear();
    },
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
