import { Problem } from '../../core/problem';
import type { Notebook } from '../../core/notebook';
import type { BinnedCell, Keep, NotebookHead, Replacement, SaveRequest } from '../port';
import type { SaveResult, Store, StoredNotebook } from '../port';
import { sealKept, stateOf } from './sealed-history';
import { isSealed, openCell, openSealed, openSummary } from './sealed-notebook';
import { sealCell, sealNotebook, sealSummary } from './sealed-notebook';
import type { Vault } from './vault';
import type { Vaults } from './vaults';

type DocumentMethod =
  | 'listNotebooks'
  | 'openNotebook'
  | 'saveNotebook'
  | 'replaceNotebook'
  | 'listRemoved'
  | 'listBinned';

/** The part of the store that keeps documents: sealed under a vault, as they are without one. */
export function createSealedDocuments(
  inner: Store,
  vaults: Vaults,
  /** The notebook that the page has open: what goes on as a copy of it is as protected as it. */
  scope: string | null,
): Pick<Store, DocumentMethod> {
  const vaultFor = (id: string) => vaults.inScope(id, scope);
  const listed = (heads: readonly NotebookHead[]) =>
    Promise.all(heads.map((head) => shownHead(vaults, head)));
  return {
    listNotebooks: async () => listed(await inner.listNotebooks()),
    listRemoved: async () => listed(await inner.listRemoved()),
    openNotebook: async (id) => {
      const stored = await inner.openNotebook(id);
      return stored && opened(stored, { inner, vaults });
    },
    saveNotebook: async (request) => {
      const vault = vaultFor(request.id);
      const sealed = vault ? await sealedRequest(vault, request) : plainRequest(request);
      return shownResult(vaults, await inner.saveNotebook(sealed));
    },
    replaceNotebook: async (request) => {
      const vault = vaultFor(request.id);
      const sealed = vault ? await sealedReplacement(vault, request) : plainRequest(request);
      return shownResult(vaults, await inner.replaceNotebook(sealed));
    },
    listBinned: async (id) => {
      const vault = vaultFor(id);
      const rows = await inner.listBinned(id);
      if (!vault) return rows;
      const cells = await Promise.all(rows.map((row) => openBinned(vault, row)));
      return cells.filter((cell) => cell !== null);
    },
  };
}

/** A foreign notebook that says it is sealed is not: what it says so with is not written. */
function plainRequest<R extends SaveRequest | Replacement>(request: R): R {
  if (!isSealed(request.notebook)) return request;
  const { sealed: _claim, ...unknown } = request.notebook.unknown;
  return { ...request, notebook: { ...request.notebook, unknown } };
}

async function sealedParts(vault: Vault, { notebook, summary }: SaveRequest | Replacement) {
  requireData(notebook);
  const { title, language } = notebook;
  return {
    notebook: await sealNotebook(vault, notebook),
    summary: await sealSummary(vault, { title, language, summary }),
  };
}

/** What a database would refuse is refused here too: as JSON it would lose a part, silently. */
function requireData(notebook: Notebook): void {
  try {
    structuredClone(notebook);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Problem('storage-failed', { reason });
  }
}

async function sealedRequest(vault: Vault, request: SaveRequest): Promise<SaveRequest> {
  const keep = await Promise.all((request.keep ?? []).map((state) => sealKeep(vault, state)));
  return { ...request, ...(await sealedParts(vault, request)), keep };
}

async function sealKeep(vault: Vault, { notebook, name, ...rest }: Keep): Promise<Keep> {
  const { state, sealedName } = await sealKept(vault, notebook, name);
  return { ...rest, notebook: state, name: sealedName };
}

async function sealedReplacement(vault: Vault, request: Replacement): Promise<Replacement> {
  const versions = await Promise.all(
    request.versions.map(async ({ version, notebook }) => {
      const { state, sealedName } = await sealKept(vault, notebook, version.name);
      return { version: { ...version, name: sealedName }, notebook: state };
    }),
  );
  const bin = await Promise.all(
    request.bin.map(async (row) => ({ ...row, cell: await sealCell(vault, row.cell) })),
  );
  return { ...request, ...(await sealedParts(vault, request)), versions, bin };
}

/** A damaged cell is not listed in the bin; it stays there as it is. */
async function openBinned(vault: Vault, row: BinnedCell): Promise<BinnedCell | null> {
  const cell = await openCell(vault, row.cell).catch(() => null);
  return cell && { ...row, cell };
}

/** A head as this page may show it: of a locked notebook nothing but when it was saved. */
async function shownHead(vaults: Vaults, head: NotebookHead): Promise<NotebookHead> {
  if (!vaults.note(head) && !vaults.isProtected(head.id)) return head;
  const vault = vaults.openOf(head.id);
  const shown = vault && (await openSummary(vault, head.summary).catch(() => null));
  if (vault) return { ...head, ...(shown ?? { title: '', summary: null }), protection: 'open' };
  return { ...head, title: '', summary: null, protection: 'locked' };
}

async function shownResult(vaults: Vaults, result: SaveResult): Promise<SaveResult> {
  if (result.head === null) return result;
  const head = await shownHead(vaults, result.head);
  return result.status === 'saved' ? { status: 'saved', head } : { status: 'conflict', head };
}

async function opened(
  stored: StoredNotebook,
  { inner, vaults }: { readonly inner: Store; readonly vaults: Vaults },
): Promise<StoredNotebook> {
  const { head, notebook } = stored;
  if (!vaults.note(head, notebook)) return stored;
  const vault = vaults.of(head.id);
  if (!vault) return stored;
  const whole = await openSealed(vault, notebook).catch((thrown: unknown) =>
    rescued(vault, { inner, stored, thrown }),
  );
  const isIntact = stored.isIntact && whole.damaged.length === 0;
  return { head: await shownHead(vaults, head), ...whole, isIntact };
}

/** Where the frame is damaged, the last kept version has one; the cells are those that are left. */
async function rescued(
  vault: Vault,
  {
    inner,
    stored,
    thrown,
  }: { readonly inner: Store; readonly stored: StoredNotebook; readonly thrown: unknown },
): Promise<{ readonly notebook: Notebook; readonly damaged: readonly string[] }> {
  const { id } = stored.head;
  for (const { number, name } of await inner.listVersions(id)) {
    const found = await stateOf(vault, { inner, id, number, name }).catch(() => null);
    if (!found) continue;
    const rows = await Promise.all(
      stored.notebook.cells.map((row) => openCell(vault, row).catch(() => null)),
    );
    const cells = rows.filter((cell) => cell !== null);
    return { notebook: { ...found, cells }, damaged: ['frame'] };
  }
  throw thrown;
}
