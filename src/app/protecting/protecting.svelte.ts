import { reportOf, type ProblemReport } from '../../core/problem';
import type { Protection, ProtectionNews } from '../../storage/port';
import type { Workspace } from '../workspace.svelte';

/** The choices of minutes without a key or a pointer; 0: never. */
export const LOCK_AFTER = [5, 15, 60, 0] as const;

/** What the window does with protected notebooks: into them, out of them, and away. */
export class Protecting {
  /** What kept a notebook from being encrypted or decrypted as a whole. */
  problem: ProblemReport | null = $state.raw(null);
  /** The open notebook could not be saved, so it is not locked: its edits would be lost. */
  isHeldBack: boolean = $state(false);
  /** A page that begins anew holds nothing of what it showed. */
  reload: () => void = () => location.reload();
  #touchedMs = 0;

  constructor(
    private readonly workspace: Workspace,
    private readonly protection: Protection,
  ) {}

  stateOf(id: string): ReturnType<Protection['stateOf']> {
    return this.protection.stateOf(id);
  }

  lockAfter(id: string): number {
    return this.protection.lockAfter(id);
  }

  /** The next new notebook is protected before anything of it is written. */
  async prepare(passphrase: string): Promise<void> {
    const id = this.workspace.ports.newId();
    await this.protection.prepare(id, passphrase);
    this.workspace.prepared = id;
  }

  /** Throws a `Problem` when the passphrase is wrong. */
  async unlock(id: string, passphrase: string): Promise<void> {
    await this.protection.unlock(id, passphrase);
    this.touched();
    void this.protection.sweep(id).catch(() => undefined);
    await this.workspace.reopen(id);
  }

  /** Encrypts the open notebook and all that is kept of it. */
  async protect(passphrase: string): Promise<void> {
    await this.#asWhole((id, results) => this.protection.protect(id, passphrase, results));
  }

  async unprotect(): Promise<void> {
    await this.#asWhole((id) => this.protection.unprotect(id));
  }

  /** Does what rewrites the open notebook as a whole, with nothing going on in it meanwhile. */
  async #asWhole(
    work: (id: string, results: Parameters<Protection['protect']>[2]) => Promise<void>,
  ): Promise<void> {
    const { workspace } = this;
    if (workspace.page.kind !== 'notebook' || !(await workspace.save())) return;
    const { id, results } = workspace.page.open.session;
    const kept = [...results.values()];
    await workspace.leave();
    workspace.page = { kind: 'locked', id, isWorking: true };
    this.problem = null;
    this.touched();
    await work(id, kept).catch((thrown: unknown) => (this.problem = reportOf(thrown)));
    workspace.ports.unsaved.remove(id);
    await workspace.reopen(id);
  }

  /** False: it could not be saved, and the former passphrase stays. Throws when `from` is wrong. */
  async changePassphrase(id: string, from: string, to: string): Promise<boolean> {
    const save = () => this.#saveAnew();
    return this.protection.changePassphrase(id, { from, to, save });
  }

  async setLockAfter(id: string, minutes: number): Promise<void> {
    this.protection.setLockAfter(id, minutes);
    await this.#saveAnew();
  }

  async #saveAnew(): Promise<boolean> {
    const { page } = this.workspace;
    return page.kind === 'notebook' && (await page.open.autosave.rewrite());
  }

  /** Saves, forgets the keys in all tabs, and begins the page anew. */
  async lock(id: string): Promise<void> {
    if (!(await this.#saveFor(id))) return;
    this.protection.lock(id);
    this.#begin(id);
  }

  /** What another tab has done with a notebook. */
  async hear(news: ProtectionNews, id: string): Promise<void> {
    if (news === 'lock' && !(await this.#saveFor(id))) return;
    const hadIt = this.protection.hear(news, id);
    if (hadIt || news === 'plain') this.#begin(id);
  }

  async #saveFor(id: string): Promise<boolean> {
    if (this.protection.stateOf(id) !== 'open' || this.#shown() !== id) return true;
    this.isHeldBack = !(await this.workspace.save());
    return !this.isHeldBack;
  }

  /** The page begins anew, unless it shows another notebook, which goes on. */
  #begin(id: string): void {
    const shown = this.#shown();
    if (shown === id || this.workspace.page.kind === 'start') this.reload();
  }

  #shown(): string | null {
    const { page } = this.workspace;
    if (page.kind === 'locked') return page.id;
    return page.kind === 'notebook' ? page.open.session.id : null;
  }

  /** Somebody is there. */
  touched(): void {
    this.#touchedMs = this.workspace.ports.now();
  }

  /** Locks what has been left alone for longer than it allows; asked every few seconds. */
  async lockIdle(): Promise<void> {
    const idleMs = this.workspace.ports.now() - this.#touchedMs;
    for (const id of this.protection.openIds()) {
      const minutes = this.protection.lockAfter(id);
      if (minutes > 0 && idleMs >= minutes * 60_000) await this.lock(id);
    }
  }
}
