import type { Notebook } from '../core/notebook';
import type { Session } from './session.svelte';

/**
 * The document on paper: what leaving the fields that are typed into would make of it. While fields
 * are supposed to be left, edits are made there and nowhere else.
 */
export class Supposing {
  /** Null: nothing is supposed, edits are meant. */
  #paper: Notebook | null = null;

  constructor(private readonly session: Session) {}

  /** Does what fields would do if they were left now; says whether another document is to be kept. */
  suppose(leaves: readonly (() => void)[]): boolean {
    const { session } = this;
    if (session.readOnly) return false;
    const [before, over] = [session.kept, session.notebook];
    this.#paper = over;
    try {
      for (const leave of leaves) leave();
      session.typed = { over, notebook: this.#paper };
    } finally {
      this.#paper = null;
    }
    return session.kept !== before;
  }

  /** Makes an edit on paper; false where it is meant. */
  takes(change: (notebook: Notebook) => Notebook): boolean {
    if (!this.#paper) return false;
    this.#paper = change(this.#paper);
    return true;
  }
}
