import type { Notebook } from '../../core/notebook';
import { Problem } from '../../core/problem';
import type { Store, Version } from '../port';
import { openState, sealState } from './sealed-notebook';
import type { Vault } from './vault';

type HistoryMethod = 'listVersions' | 'openVersion' | 'renameVersion';

/** The part of the store that keeps versions: names and states are sealed, dates are not. */
export function createSealedHistories(
  inner: Store,
  vaultFor: (id: string) => Vault | null,
): Pick<Store, HistoryMethod> {
  return {
    listVersions: async (id) => {
      const vault = vaultFor(id);
      const versions = await inner.listVersions(id);
      return vault
        ? Promise.all(versions.map((version) => shownVersion(vault, version)))
        : versions;
    },
    openVersion: async (id, number) => {
      const vault = vaultFor(id);
      const state = await inner.openVersion(id, number);
      return vault && state
        ? openState(vault, await markOf(vault, { inner, id, number }), state)
        : state;
    },
    renameVersion: async (id, number, name) => {
      const vault = vaultFor(id);
      if (!vault) return inner.renameVersion(id, number, name);
      const mark = await markOf(vault, { inner, id, number });
      await inner.renameVersion(id, number, await sealName(vault, { name, mark }));
    },
  };
}

interface VersionName {
  readonly name: string;
  /** Bound into the state that belongs to it. */
  readonly mark: string;
}

function sealName(vault: Vault, name: VersionName): Promise<string> {
  return vault.sealOnce('name', '', JSON.stringify(name));
}

async function openName(vault: Vault, record: string): Promise<VersionName> {
  return JSON.parse(await vault.unseal('name', '', record)) as VersionName;
}

async function markOf(
  vault: Vault,
  { inner, id, number }: { readonly inner: Store; readonly id: string; readonly number: number },
): Promise<string> {
  const version = (await inner.listVersions(id)).find((row) => row.number === number);
  if (!version) throw new Problem('sealed-damaged', { part: 'name' });
  return (await openName(vault, version.name)).mark;
}

/** A version whose name is damaged is listed without one. */
async function shownVersion(vault: Vault, version: Version): Promise<Version> {
  const name = await openName(vault, version.name).catch(() => null);
  return { ...version, name: name?.name ?? '' };
}

export async function sealKept(vault: Vault, notebook: Notebook, name: string) {
  const mark = crypto.randomUUID();
  const state = await sealState(vault, mark, notebook);
  return { state, sealedName: await sealName(vault, { name, mark }) };
}

export async function stateOf(
  vault: Vault,
  of: {
    readonly inner: Store;
    readonly id: string;
    readonly number: number;
    readonly name: string;
  },
): Promise<Notebook | null> {
  const { mark } = await openName(vault, of.name);
  const state = await of.inner.openVersion(of.id, of.number);
  return state && openState(vault, mark, state);
}
