import type { Store } from '../port';
import { createSealedDocuments } from './sealed-documents';
import { createSealedHistories } from './sealed-history';
import { createSealedDatasets, createSealedResults, prefixOf } from './sealed-results';
import { vaultNamed } from './sealed-notebook';
import type { Vault } from './vault';
import type { Vaults } from './vaults';

/**
 * A store that seals what belongs to protected notebooks before it reaches the store within, and
 * opens what comes back. `scope` is the notebook that results and files belong to; without one
 * they are nobody's and stay plain.
 *
 * Everything is sealed before the transaction begins and opened after it has ended: the browser's
 * cryptography answers later, and a transaction does not wait.
 */
export function createSealedStore(inner: Store, vaults: Vaults, scope: string | null): Store {
  const vaultInScope = (): Vault | null => (scope === null ? null : vaults.of(scope));
  const erase = async (id: string) => {
    const name = await vaultNameOf(inner, id);
    await inner.eraseNotebook(id);
    vaults.forget(id);
    if (name !== null) await eraseVault(inner, name);
  };
  return {
    ...createSealedDocuments(inner, vaults, scope),
    ...createSealedHistories(inner, (id) => vaults.inScope(id, scope)),
    ...createSealedResults(inner, vaultInScope),
    ...createSealedDatasets(inner, vaultInScope, vaults),
    removeNotebook: (id) => inner.removeNotebook(id),
    bringBack: (id) => inner.bringBack(id),
    eraseNotebook: erase,
    emptyBins: async (beforeMs) => {
      for (const { id, removedMs = Infinity } of await inner.listRemoved()) {
        if (removedMs < beforeMs) await erase(id);
      }
      await inner.emptyBins(beforeMs);
    },
    pruneHistory: () => inner.pruneHistory(),
    sizes: () => inner.sizes(),
    evictResults: () => inner.evictResults(),
    close: () => inner.close(),
  };
}

async function vaultNameOf(inner: Store, id: string): Promise<string | null> {
  const heads = [...(await inner.listNotebooks()), ...(await inner.listRemoved())];
  return vaultNamed(heads.find((head) => head.id === id)?.summary ?? null);
}

/** Takes away the files of a vault that no notebook is under any more: nobody could read them. */
export async function eraseVault(inner: Store, name: string): Promise<void> {
  const heads = [...(await inner.listNotebooks()), ...(await inner.listRemoved())];
  if (heads.some(({ summary }) => vaultNamed(summary) === name)) return;
  for (const { sha256 } of await inner.listDatasets()) {
    if (sha256.startsWith(prefixOf(name))) await inner.removeDataset(sha256);
  }
}
