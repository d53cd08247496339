import type { Dataset, Store, StoredResult } from '../port';
import { toBase64, utf8, type Bytes } from './bytes';
import { openFile, sealFile } from './sealed-file';
import { openBytes, sealBytes } from './seal';
import { decodeValue, encodeValue } from './value-codec';
import type { Vault } from './vault';
import type { Vaults } from './vaults';

/** Every result and file of a vault is kept under a name that begins so. */
export function prefixOf(vaultName: string): string {
  return `sealed.${vaultName}.`;
}

export function isSealedName(name: string): boolean {
  return name.startsWith('sealed.');
}

type ResultMethod = 'saveResult' | 'readResults';
type DatasetMethod = 'saveDataset' | 'readDataset' | 'listDatasets' | 'removeDataset';

/** Results of the notebook in scope: under its vault, where it has one. */
export function createSealedResults(
  inner: Store,
  vaultInScope: () => Vault | null,
): Pick<Store, ResultMethod> {
  return {
    saveResult: async (result) => {
      const vault = vaultInScope();
      return inner.saveResult(vault ? await sealResult(vault, result) : result);
    },
    readResults: async (fingerprints) => {
      const vault = vaultInScope();
      if (!vault) return inner.readResults(fingerprints);
      const names = await Promise.all(fingerprints.map((print) => nameIn(vault, 'result', print)));
      const stored = await inner.readResults(names);
      const found = new Map<string, StoredResult>();
      for (const [i, fingerprint] of fingerprints.entries()) {
        const row = stored.get(names[i] ?? '');
        // A result that does not open is no result: it is computed again.
        const result = row && (await openResult(vault, row).catch(() => null));
        if (result) found.set(fingerprint, result);
      }
      return found;
    },
  };
}

async function sealResult(vault: Vault, result: StoredResult): Promise<StoredResult> {
  const { isPartial } = result;
  const fingerprint = await nameIn(vault, 'result', result.fingerprint);
  const place = vault.place('result', `${fingerprint} ${isPartial}`);
  const display = await sealBytes(vault.keys, place, encodeValue(result));
  const recipe = { fingerprint, steps: [] };
  return { fingerprint, kind: 'sealed', display, elapsedMs: 0, recipe, isPartial };
}

export async function openResult(vault: Vault, row: StoredResult): Promise<StoredResult> {
  const place = vault.place('result', `${row.fingerprint} ${row.isPartial}`);
  const bytes = await openBytes(vault.keys, place, row.display as Bytes);
  return decodeValue(bytes) as StoredResult;
}

/** Files of the notebook in scope: under its vault, where it has one. */
export function createSealedDatasets(
  inner: Store,
  vaultInScope: () => Vault | null,
  vaults: Vaults,
): Pick<Store, DatasetMethod> {
  return {
    saveDataset: async (dataset, file) => {
      const vault = vaultInScope();
      if (!vault) return inner.saveDataset(dataset, file);
      const name = await nameIn(vault, 'dataset', dataset.sha256);
      const known = await inner.readDataset(name);
      if (known) return;
      const sealed = await sealFile(vault.keys, vault.place('dataset', name), file);
      const title = await sealTitle(vault, name, dataset);
      const row = { sha256: name, name: title, sizeBytes: sealed.size };
      await inner.saveDataset(row, sealed);
    },
    readDataset: async (sha256) => {
      const vault = vaultInScope();
      // By the name it lies under, a sealed file is given out as it lies there.
      if (!vault || isSealedName(sha256)) return inner.readDataset(sha256);
      const name = await nameIn(vault, 'dataset', sha256);
      const sealed = await inner.readDataset(name);
      return sealed && openFile(vault.keys, vault.place('dataset', name), sealed);
    },
    listDatasets: async () => {
      const rows = await inner.listDatasets();
      const vault = vaultInScope();
      if (vault) return (await Promise.all(rows.map((row) => ownDataset(vault, row)))).flat();
      const open = vaults.openIds().flatMap((id) => vaults.openOf(id) ?? []);
      return Promise.all(rows.map((row) => shownDataset(open, row)));
    },
    removeDataset: async (sha256) => {
      const vault = vaultInScope();
      if (!vault || isSealedName(sha256)) return inner.removeDataset(sha256);
      return inner.removeDataset(await nameIn(vault, 'dataset', sha256));
    },
  };
}

async function nameIn(vault: Vault, part: 'result' | 'dataset', key: string): Promise<string> {
  return prefixOf(vault.lock.vault) + (await vault.nameOf(part, key));
}

type Title = Pick<Dataset, 'name' | 'sizeBytes' | 'sha256'>;

async function sealTitle(vault: Vault, key: string, dataset: Title): Promise<string> {
  const { name, sizeBytes, sha256 } = dataset;
  const bytes = utf8(JSON.stringify({ name, sizeBytes, sha256 }));
  return toBase64(await sealBytes(vault.keys, vault.place('dataset', `${key} name`), bytes));
}

async function titleOf(vault: Vault | undefined, row: Dataset): Promise<Title | null> {
  if (!vault || !row.sha256.startsWith(prefixOf(vault.lock.vault))) return null;
  const text = vault.unseal('dataset', `${row.sha256} name`, row.name);
  return text.then((json) => JSON.parse(json) as Title).catch(() => null);
}

/** A file of the notebook in scope, as the notebook knows it. */
async function ownDataset(vault: Vault, row: Dataset): Promise<Dataset[]> {
  const title = await titleOf(vault, row);
  return title ? [{ ...row, ...title }] : [];
}

/** A sealed file among all: under its own name where its notebook is unlocked, else under none. */
async function shownDataset(open: readonly Vault[], row: Dataset): Promise<Dataset> {
  if (!isSealedName(row.sha256)) return row;
  const vault = open.find(({ lock }) => row.sha256.startsWith(prefixOf(lock.vault)));
  const title = await titleOf(vault, row);
  return { ...row, name: title?.name ?? '' };
}
