import { Problem } from '../../core/problem';
import type { Notebook } from '../../core/notebook';
import type { NotebookHead, Store, StoredNotebook } from '../port';
import { createLock, openLock } from './lock-record';
import { isSealed, lockOf, vaultNamed } from './sealed-notebook';
import { Vault } from './vault';

/** Which notebooks are protected, and the keys of those that are open in this page. */
export class Vaults {
  readonly #byNotebook = new Map<string, Vault>();
  /** Protected, as the store has shown or another tab has told; their locks are not read yet. */
  readonly #protected = new Set<string>();

  constructor(
    private readonly inner: Store,
    /** Tests take fewer rounds. */
    readonly rounds?: number,
  ) {}

  /** The vault of a notebook; null: it is not protected. Throws `notebook-locked` without a key. */
  of(id: string): Vault | null {
    const vault = this.#byNotebook.get(id);
    if (vault?.isOpen) return vault;
    if (vault || this.#protected.has(id)) throw new Problem('notebook-locked', {});
    return null;
  }

  /**
   * The same, seen from an open notebook: another that it goes on as, its copy, is put under the
   * same vault.
   */
  inScope(id: string, scope: string | null): Vault | null {
    if (this.isProtected(id) || scope === null || id === scope) return this.of(id);
    const vault = this.of(scope);
    if (vault) this.put(id, vault);
    return vault;
  }

  isProtected(id: string): boolean {
    return this.#protected.has(id) || this.#byNotebook.has(id);
  }

  /** The open vault, if there is one. */
  openOf(id: string): Vault | null {
    const vault = this.#byNotebook.get(id);
    return vault?.isOpen ? vault : null;
  }

  openIds(): string[] {
    return [...this.#byNotebook].flatMap(([id, vault]) => (vault.isOpen ? [id] : []));
  }

  /** Notes from what the store shows whether a notebook is protected; true: it is. */
  note({ id, summary }: NotebookHead, notebook?: Notebook): boolean {
    const found = vaultNamed(summary) !== null || (notebook !== undefined && isSealed(notebook));
    if (found) this.#protected.add(id);
    return found;
  }

  /** Notes that another tab has protected a notebook. */
  noteProtected(id: string): void {
    this.#protected.add(id);
  }

  put(id: string, vault: Vault): void {
    this.#protected.add(id);
    this.#byNotebook.set(id, vault);
  }

  /** The notebook is not protected any more, or is gone. */
  forget(id: string): void {
    this.#byNotebook.get(id)?.close();
    this.#byNotebook.delete(id);
    this.#protected.delete(id);
  }

  /** A vault for a notebook that is about to be written. */
  async create(passphrase: string): Promise<Vault> {
    const { lock, keys } = await createLock(passphrase, this.rounds);
    return new Vault(lock, keys);
  }

  async unlock(id: string, passphrase: string): Promise<void> {
    const stored = await this.inner.openNotebook(id);
    if (!stored) throw new Problem('sealed-damaged', { part: 'key' });
    const lock = lockOf(stored.notebook);
    if (!lock) throw new Problem('sealed-damaged', { part: 'key' });
    const keys = await openLock(lock, passphrase).catch((thrown: unknown) => {
      throw isHeadDamaged(stored) ? new Problem('sealed-damaged', { part: 'key' }) : thrown;
    });
    this.put(id, new Vault(lock, keys));
  }

  lock(id: string): void {
    this.#byNotebook.get(id)?.close();
  }
}

/** The head itself is not what was written: with whole cells, the hash of all tells so. */
function isHeadDamaged({ isIntact, damaged }: StoredNotebook): boolean {
  return !isIntact && damaged.length === 0;
}
