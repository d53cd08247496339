import { record } from '../core/history';
import type { Json } from '../core/json';
import { setTitle, type Notebook } from '../core/notebook';
import { reportOf } from '../core/problem';
import type { SaveResult, Store, UnsavedShelf } from '../storage/port';
import { VersionNotes } from './autosave-versions';
import type { Session } from './session.svelte';

/** Edits closer than this are written together; an edit waits no longer than this. */
export const SAVE_AFTER_MS = 250;
/** What could not be written is tried again by itself. */
export const RETRY_AFTER_MS = 3000;

/** What a copy leaves builds on no revision that will ever be. */
export const BASED_ON_NONE = -1;

/** Problems that no second try will mend. */
const FOR_GOOD = new Set(['storage-none', 'storage-newer', 'storage-outdated', 'storage-erased']);

export interface AutosavePorts {
  readonly store: Pick<Store, 'saveNotebook'>;
  readonly unsaved: Pick<UnsavedShelf, 'put' | 'remove'>;
  /** What the list of recent notebooks shows beside the title. */
  readonly summary: () => Json;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly now: () => number;
  readonly newId: () => string;
  /** The title of a copy made because another tab has saved meanwhile. */
  readonly copyTitle: (title: string) => string;
  /** Told of every write that the store has acknowledged. */
  readonly onWritten?: () => void;
  /** Told that the session goes on as another notebook. */
  readonly onForked?: () => void;
}

/**
 * Writes the document soon after every edit, one write at a time. The status is "saved" only
 * while what was last written, and acknowledged by the store, is what the session holds.
 */
export class Autosave {
  readonly versions: VersionNotes;
  #written: Notebook | null;
  #summary: Json = null;
  #isWaiting = false;
  #isDisposed = false;
  #writing: Promise<void> | null = null;
  /** What is on the shelf is ours to remove. */
  #isAside = false;

  constructor(
    private readonly session: Session,
    private readonly ports: AutosavePorts,
  ) {
    this.#written = session.save.kind === 'saved' ? session.notebook : null;
    this.#isAside = session.isRecovered;
    this.versions = new VersionNotes(session, ports.now);
  }

  /** True while the session holds what the store does not. */
  get isBehind(): boolean {
    return this.session.kept !== this.#written;
  }

  /** Tells that the document may have changed. */
  edited(): void {
    if (this.session.readOnly) return;
    this.versions.edited();
    if (!this.isBehind) {
      if (!this.#writing) this.#showSaved();
      return;
    }
    if (!this.#writing && this.session.save.kind !== 'failed')
      this.session.save = { kind: 'unsaved' };
    this.#schedule(SAVE_AFTER_MS);
  }

  /** Tells that what the list of recent notebooks shows may have changed; writes it in due time. */
  summaryChanged(): void {
    if (this.session.readOnly) return;
    if (JSON.stringify(this.ports.summary()) !== JSON.stringify(this.#summary))
      this.#schedule(SAVE_AFTER_MS);
  }

  /** Tells that the session shows what somebody else has written. */
  adopted(): void {
    this.#written = this.session.notebook;
    this.session.save = { kind: 'saved', atMs: this.ports.now() };
  }

  /** Keeps the document as it is under a name, for ever; false when it could not be written. */
  async keepAs(name: string): Promise<boolean> {
    if (this.session.readOnly) return false;
    this.versions.note(this.session.notebook, 'named', name);
    return this.rewrite();
  }

  /** Writes even where the document is written already; false when it could not be. */
  async rewrite(): Promise<boolean> {
    if (this.session.readOnly) return false;
    this.#summary = null;
    await this.flush();
    return this.session.save.kind !== 'failed';
  }

  #schedule(afterMs: number): void {
    if (this.#isWaiting || this.#isDisposed) return;
    this.#isWaiting = true;
    this.ports.setTimer(() => {
      this.#isWaiting = false;
      void this.flush();
    }, afterMs);
  }

  /** Writes at once what is not written; resolves when the store has answered. */
  async flush(): Promise<void> {
    while (this.#writing) await this.#writing;
    if (this.#isDisposed || this.session.readOnly) return;
    const isSame = JSON.stringify(this.ports.summary()) === JSON.stringify(this.#summary);
    if (!this.isBehind && isSame) return;
    this.#writing = this.#write().finally(() => (this.#writing = null));
    await this.#writing;
    if (this.isBehind && this.session.save.kind === 'saved') this.edited();
  }

  /** Resolves when nothing is under way to the store. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  /**
   * Puts what the store does not have where it survives the page; called when the page may go
   * away before the store can answer.
   */
  keepAside(): void {
    const { session, ports } = this;
    if (this.#isDisposed || session.readOnly || !this.isBehind) return;
    const { kept: notebook, revision: basedOn, id } = session;
    ports.unsaved.put(id, { notebook, basedOn, atMs: ports.now(), summary: ports.summary() });
    this.#isAside = true;
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  /** Goes on as a notebook of its own, named as a copy: nothing of either is lost. */
  async fork(): Promise<void> {
    this.#becomeCopy();
    await this.flush();
  }

  #becomeCopy(): void {
    const { session, ports } = this;
    ports.unsaved.remove(session.id);
    const { kept } = session;
    const { title } = kept;
    session.forkedFrom = { id: session.id, title };
    session.id = ports.newId();
    session.revision = 0;
    const action = { code: 'conflict-copy', facts: {} };
    const renamed = setTitle(kept, ports.copyTitle(title));
    session.history = record(session.history, renamed, { action, atMs: ports.now() });
    this.#written = null;
    ports.onForked?.();
  }

  async #write(): Promise<void> {
    const { session } = this;
    if (this.isBehind && session.save.kind !== 'failed') session.save = { kind: 'saving' };
    try {
      if (await this.#writeOnce()) return;
      this.#becomeCopy();
      await this.#writeOnce();
    } catch (thrown) {
      const problem = reportOf(thrown);
      session.save = { kind: 'failed', problem };
      if (!FOR_GOOD.has(problem.code)) this.#schedule(RETRY_AFTER_MS);
    }
  }

  /** False when somebody else has saved first; nothing was written then. */
  async #writeOnce(): Promise<boolean> {
    const { session, ports } = this;
    const { id, kept: notebook, revision: basedOn } = session;
    const summary = ports.summary();
    const keep = this.versions.due(notebook);
    const request = { id, notebook, basedOn, summary, keep };
    const result: SaveResult = await ports.store.saveNotebook(request);
    if (result.status === 'conflict') return false;
    session.revision = result.head.revision;
    this.versions.settle(keep);
    this.#written = notebook;
    this.#summary = summary;
    this.#showSaved();
    ports.onWritten?.();
    return true;
  }

  #showSaved(): void {
    if (!this.isBehind && this.#isAside) {
      this.ports.unsaved.remove(this.session.id);
      this.#isAside = false;
    }
    this.session.save = this.isBehind
      ? { kind: 'unsaved' }
      : { kind: 'saved', atMs: this.ports.now() };
  }
}
