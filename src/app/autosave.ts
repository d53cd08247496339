import type { Json } from '../core/json';
import type { Notebook } from '../core/notebook';
import { reportOf } from '../core/problem';
import type { Keep, Store, UnsavedShelf } from '../storage/port';
import type { Session } from './session.svelte';

/** Edits closer than this are written together; an edit waits no longer than this. */
export const SAVE_AFTER_MS = 400;

/** What a conflict leaves builds on no revision that will ever be. */
const BASED_ON_NONE = -1;

export interface AutosavePorts {
  readonly store: Pick<Store, 'saveNotebook'>;
  readonly unsaved: Pick<UnsavedShelf, 'put' | 'remove'>;
  /** What the list of recent notebooks shows beside the title. */
  readonly summary: () => Json;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly now: () => number;
}

/**
 * Writes the document soon after every edit, one write at a time. The status is "saved" only
 * while what was last written, and acknowledged by the store, is what the session holds.
 */
export class Autosave {
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
  }

  /** Tells that the document may have changed. */
  edited(): void {
    if (this.session.save.kind === 'conflict') return;
    if (this.session.notebook === this.#written) {
      if (!this.#writing) this.#showSaved();
      return;
    }
    if (!this.#writing) this.session.save = { kind: 'unsaved' };
    this.#schedule();
  }

  /** Tells that what the list of recent notebooks shows may have changed; writes it in due time. */
  summaryChanged(): void {
    if (JSON.stringify(this.ports.summary()) !== JSON.stringify(this.#summary)) this.#schedule();
  }

  #schedule(): void {
    if (this.#isWaiting || this.#isDisposed) return;
    this.#isWaiting = true;
    this.ports.setTimer(() => {
      this.#isWaiting = false;
      void this.flush();
    }, SAVE_AFTER_MS);
  }

  /** Writes at once what is not written; resolves when the store has answered. */
  async flush(): Promise<void> {
    if (this.#isDisposed) return;
    while (this.#writing) await this.#writing;
    if (this.session.save.kind === 'conflict') return;
    const isWritten = this.session.notebook === this.#written;
    if (isWritten && JSON.stringify(this.ports.summary()) === JSON.stringify(this.#summary)) return;
    this.#writing = this.#write().finally(() => (this.#writing = null));
    await this.#writing;
    if (this.session.notebook !== this.#written && this.session.save.kind === 'saved')
      this.edited();
  }

  /** Writes the document as it is and keeps it under a name; false when it could not be written. */
  async keepAs(name: string): Promise<boolean> {
    while (this.#writing) await this.#writing;
    if (this.#isDisposed || this.session.save.kind === 'conflict') return false;
    this.#writing = this.#write(name).finally(() => (this.#writing = null));
    await this.#writing;
    return this.session.save.kind === 'saved' || this.session.save.kind === 'unsaved';
  }

  /** Writes over what another tab has saved meanwhile: the user chose to. */
  async takeOver(): Promise<void> {
    this.session.save = { kind: 'unsaved' };
    this.#written = null;
    await this.flush();
  }

  /**
   * Puts what the store does not have where it survives the page; called when the page may go
   * away before the store can answer.
   */
  keepAside(): void {
    const { session, ports } = this;
    if (this.#isDisposed || session.notebook === this.#written) return;
    const { notebook, revision, id, save } = session;
    const basedOn = save.kind === 'conflict' ? BASED_ON_NONE : revision;
    ports.unsaved.put(id, { notebook, basedOn, atMs: ports.now(), summary: ports.summary() });
    this.#isAside = true;
  }

  /** The user prefers what another tab has saved. */
  giveUp(): void {
    this.ports.unsaved.remove(this.session.id);
    this.dispose();
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  async #write(keepAs?: string): Promise<void> {
    const { session, ports } = this;
    const { notebook } = session;
    const summary = ports.summary();
    if (notebook !== this.#written) session.save = { kind: 'saving' };
    try {
      const request = {
        id: session.id,
        notebook,
        basedOn: session.revision,
        summary,
        ...(keepAs === undefined ? {} : { keep: [this.#named(notebook, keepAs)] }),
      };
      const result = await ports.store.saveNotebook(request);
      if (result.status === 'conflict') {
        session.revision = result.head?.revision ?? 0;
        session.save = { kind: 'conflict' };
        return;
      }
      session.revision = result.head.revision;
      this.#written = notebook;
      this.#summary = summary;
      this.#showSaved();
    } catch (thrown) {
      session.save = { kind: 'failed', problem: reportOf(thrown) };
    }
  }

  #named(notebook: Notebook, name: string): Keep {
    return { notebook, reason: 'named', name, atMs: this.ports.now() };
  }

  #showSaved(): void {
    const isCurrent = this.session.notebook === this.#written;
    if (isCurrent && this.#isAside) {
      this.ports.unsaved.remove(this.session.id);
      this.#isAside = false;
    }
    this.session.save = isCurrent ? { kind: 'saved', atMs: this.ports.now() } : { kind: 'unsaved' };
  }
}
