import type { Notebook } from '../../core/notebook';
import { Problem } from '../../core/problem';
import type { Protection, ProtectionNews, Replacement, Store, StoredResult } from '../port';
import { rewrap, type LockRecord } from './lock-record';
import { createSealedStore, eraseVault } from './sealed-store';
import { isSealedName } from './sealed-results';
import { Vaults } from './vaults';

interface ProtectionPorts {
  /** Tells the other tabs. */
  readonly tell?: (news: ProtectionNews, id: string) => void;
  /** Tests take fewer rounds. */
  readonly rounds?: number;
}

/** Protects notebooks with a passphrase, over the store that keeps them. */
export class SealedProtection implements Protection {
  /** For what belongs to no notebook. */
  readonly store: Store;
  readonly #vaults: Vaults;

  constructor(
    /** The store as it lies there: protected notebooks sealed, for backups. */
    readonly kept: Store,
    private readonly ports: ProtectionPorts = {},
  ) {
    this.#vaults = new Vaults(kept, ports.rounds);
    this.store = createSealedStore(kept, this.#vaults, null);
  }

  /** The store as a notebook uses it: its results and files are as protected as it is. */
  inNotebook(id: string): Store {
    return createSealedStore(this.kept, this.#vaults, id);
  }

  stateOf(id: string): 'plain' | 'locked' | 'open' {
    if (this.#vaults.openOf(id)) return 'open';
    return this.#vaults.isProtected(id) ? 'locked' : 'plain';
  }

  /** The notebooks that this page has the keys of. */
  openIds(): string[] {
    return this.#vaults.openIds();
  }

  /** Protects a notebook before anything of it is written. */
  async prepare(id: string, passphrase: string): Promise<void> {
    this.#vaults.put(id, await this.#vaults.create(passphrase));
  }

  /** A copy of a protected notebook is protected by the same passphrase. */
  inherit(id: string, from: string): void {
    const vault = this.#vaults.of(from);
    if (vault) this.#vaults.put(id, vault);
  }

  unlock(id: string, passphrase: string): Promise<void> {
    return this.#vaults.unlock(id, passphrase);
  }

  /** Forgets the keys, in all tabs. */
  lock(id: string): void {
    this.#vaults.lock(id);
    this.ports.tell?.('lock', id);
  }

  /** What another tab tells; true: this page had the notebook's keys or its plain text. */
  hear(news: ProtectionNews, id: string): boolean {
    const wasOpen = this.stateOf(id) !== 'locked';
    if (news === 'plain') this.#vaults.forget(id);
    else this.#vaults.noteProtected(id);
    if (news === 'lock') this.#vaults.lock(id);
    return wasOpen;
  }

  lockAfter(id: string): number {
    return this.#vaults.openOf(id)?.lock.lockAfter ?? 0;
  }

  /** Takes effect for other visits with the next save of the notebook. */
  setLockAfter(id: string, minutes: number): void {
    this.#change(id, (lock) => ({ ...lock, lockAfter: minutes }));
  }

  /** Wraps the data keys anew and saves; where saving fails, the former passphrase stays. */
  async changePassphrase(
    id: string,
    { from, to, save }: { from: string; to: string; save: () => Promise<boolean> },
  ): Promise<boolean> {
    const vault = this.#vaults.of(id);
    if (!vault) return false;
    const before = vault.lock;
    const next = await rewrap(before, { from, to, rounds: this.ports.rounds });
    this.#change(id, () => next);
    // Twice: the second copy of a notebook has two slots, and both held the former wrapping.
    if ((await save()) && (await save())) return true;
    this.#change(id, () => before);
    return false;
  }

  #change(id: string, change: (lock: LockRecord) => LockRecord): void {
    const vault = this.#vaults.of(id);
    if (vault) vault.lock = change(vault.lock);
  }

  /**
   * Puts a notebook, its versions and its bin under a passphrase. Its files are written sealed
   * first; then the notebook in one transaction; then the plain files that nobody else uses and
   * all plain results go. Whatever ends it in between, nothing is lost.
   */
  async protect(
    id: string,
    passphrase: string,
    results: readonly StoredResult[] = [],
  ): Promise<void> {
    const vault = await this.#vaults.create(passphrase);
    const plain = this.inNotebook(id);
    const whole = await wholeOf(plain, id);
    const files = await filesOf(this.kept, whole);
    this.#vaults.put(id, vault);
    try {
      const sealed = this.inNotebook(id);
      for (const { dataset, file } of files) await sealed.saveDataset(dataset, file);
      await replaced(sealed, whole);
    } catch (thrown) {
      this.#vaults.forget(id);
      await eraseVault(this.kept, vault.lock.vault).catch(() => undefined);
      throw thrown;
    }
    this.ports.tell?.('protected', id);
    await this.sweep(id);
    await this.kept.evictResults();
    for (const result of results) await this.inNotebook(id).saveResult(result);
  }

  /**
   * Takes away the plain files of a protected notebook that no plain notebook in use has. Also
   * after unlocking: an interrupted `protect` may have left them.
   */
  async sweep(id: string): Promise<void> {
    const plain = (await this.kept.listDatasets()).filter(({ sha256 }) => !isSealedName(sha256));
    if (plain.length === 0) return;
    const { notebook, versions } = await wholeOf(this.inNotebook(id), id);
    const mine = sourcesOf([notebook, ...versions.map((kept) => kept.notebook)]);
    const used = new Set<string>();
    for (const head of await this.kept.listNotebooks()) {
      const other = await this.kept.openNotebook(head.id);
      if (other) for (const sha256 of sourcesOf([other.notebook])) used.add(sha256);
    }
    for (const { sha256 } of plain) {
      if (mine.has(sha256) && !used.has(sha256)) await this.kept.removeDataset(sha256);
    }
  }

  /** Keeps the notebook as any other again; the way back of `protect`. */
  async unprotect(id: string): Promise<void> {
    const vault = this.#vaults.of(id);
    if (!vault) return;
    const sealed = this.inNotebook(id);
    const whole = await wholeOf(sealed, id);
    for (const { name, sha256 } of whole.notebook.sources) {
      const file = await sealed.readDataset(sha256);
      if (file) await this.kept.saveDataset({ name, sha256, sizeBytes: file.size }, file);
    }
    const result = await this.kept.replaceNotebook(whole);
    if (result.status === 'conflict') throw new Problem('storage-failed', { reason: 'conflict' });
    const { vault: name } = vault.lock;
    this.#vaults.forget(id);
    this.ports.tell?.('plain', id);
    await eraseVault(this.kept, name);
  }
}

/** All that is kept of a notebook, as its owner reads it. */
async function wholeOf(store: Store, id: string): Promise<Replacement> {
  const stored = await store.openNotebook(id);
  if (!stored) throw new Problem('storage-failed', { reason: id });
  // What cannot be read now must not be written over.
  if (stored.damaged.length > 0) throw new Problem('sealed-damaged', { part: 'cell' });
  const versions: { version: Replacement['versions'][number]['version']; notebook: Notebook }[] =
    [];
  for (const version of (await store.listVersions(id)).toReversed()) {
    const notebook = await store.openVersion(id, version.number);
    if (notebook) versions.push({ version, notebook });
  }
  const { head, notebook } = stored;
  const bin = await store.listBinned(id);
  return { id, notebook, basedOn: head.revision, summary: head.summary, versions, bin };
}

async function replaced(store: Store, whole: Replacement): Promise<void> {
  const result = await store.replaceNotebook(whole);
  if (result.status === 'conflict') throw new Problem('storage-failed', { reason: 'conflict' });
}

async function filesOf(inner: Store, { notebook, versions }: Replacement) {
  const wanted = sourcesOf([notebook, ...versions.map((kept) => kept.notebook)]);
  const rows = (await inner.listDatasets()).filter(({ sha256 }) => wanted.has(sha256));
  const found: { dataset: (typeof rows)[number]; file: Blob }[] = [];
  for (const dataset of rows.filter(({ sha256 }) => !isSealedName(sha256))) {
    const file = await inner.readDataset(dataset.sha256);
    if (file) found.push({ dataset, file });
  }
  return found;
}

function sourcesOf(notebooks: readonly Notebook[]): Set<string> {
  return new Set(notebooks.flatMap(({ sources }) => sources.map(({ sha256 }) => sha256)));
}
