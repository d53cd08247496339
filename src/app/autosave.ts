import type { Json } from '../core/json';
import type { Notebook } from '../core/notebook';
import { reportOf } from '../core/problem';
import type { Store } from '../storage/port';
import type { Session } from './session.svelte';

/** Edits closer than this are written together; an edit waits no longer than this. */
export const SAVE_AFTER_MS = 400;

export interface AutosavePorts {
  readonly store: Pick<Store, 'saveNotebook'>;
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

  constructor(
    private readonly session: Session,
    private readonly ports: AutosavePorts,
  ) {
    this.#written = session.save.kind === 'saved' ? session.notebook : null;
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
    if (this.#writing) await this.#writing;
    if (this.session.save.kind === 'conflict') return;
    const isWritten = this.session.notebook === this.#written;
    if (isWritten && JSON.stringify(this.ports.summary()) === JSON.stringify(this.#summary)) return;
    this.#writing = this.#write();
    await this.#writing;
    this.#writing = null;
    if (this.session.notebook !== this.#written && this.session.save.kind === 'saved')
      this.edited();
  }

  /** Writes over what another tab has saved meanwhile: the user chose to. */
  async takeOver(): Promise<void> {
    this.session.save = { kind: 'unsaved' };
    this.#written = null;
    await this.flush();
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  async #write(): Promise<void> {
    const { session, ports } = this;
    const { notebook } = session;
    const summary = ports.summary();
    if (notebook !== this.#written) session.save = { kind: 'saving' };
    try {
      const request = { id: session.id, notebook, basedOn: session.revision, summary };
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

  #showSaved(): void {
    const isCurrent = this.session.notebook === this.#written;
    this.session.save = isCurrent ? { kind: 'saved', atMs: this.ports.now() } : { kind: 'unsaved' };
  }
}
