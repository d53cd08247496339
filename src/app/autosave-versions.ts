import type { Notebook } from '../core/notebook';
import type { Keep, VersionReason } from '../storage/port';
import type { Session } from './session.svelte';

/** A version is kept after so long a time of edits, or so many of them. */
export const KEEP_AFTER_MS = 120_000;
export const KEEP_AFTER_EDITS = 50;

/** Notes which states of an open notebook are to be appended to its history with the next save. */
export class VersionNotes {
  #before: Session['history'];
  #waiting: readonly Keep[] = [];
  /** The state that was noted last: no state is kept twice in a row. */
  #last: Notebook | null = null;
  #edits = 0;
  #sinceMs = 0;

  constructor(
    private readonly session: Pick<Session, 'history'>,
    private readonly now: () => number,
  ) {
    this.#before = session.history;
  }

  /** Looks at what was done since the last look. */
  edited(): void {
    const before = this.#before;
    const { history } = this.session;
    if (history.present === before.present) return;
    this.#before = history;
    if (this.#edits === 0) this.#sinceMs = this.now();
    this.#edits++;
    const step = history.done.at(-1);
    if (!step || step === before.done.at(-1) || history.done.length < before.done.length) return;
    const reason = whatIsLost(step.before, history.present, step.action.code);
    if (reason) this.note(step.before, reason);
  }

  /** Notes a state to be kept. */
  note(notebook: Notebook, reason: VersionReason, name = ''): void {
    if (notebook === this.#last && reason !== 'named') return;
    this.#last = notebook;
    this.#waiting = [...this.#waiting, { notebook, reason, name, atMs: this.now() }];
  }

  /** The states to keep with a save of this document; `settle` says that they are kept. */
  due(notebook: Notebook): readonly Keep[] {
    const isDue = this.#edits >= KEEP_AFTER_EDITS || this.#isTime();
    if (isDue) {
      this.note(notebook, 'time');
      this.#edits = 0;
    }
    return this.#waiting;
  }

  settle(kept: readonly Keep[]): void {
    if (kept.length === 0) return;
    this.#waiting = this.#waiting.filter((keep) => !kept.includes(keep));
    this.#edits = 0;
  }

  #isTime(): boolean {
    return this.#edits > 0 && this.now() - this.#sinceMs >= KEEP_AFTER_MS;
  }
}

/** Why the state before a step is worth keeping; null when the step took nothing away. */
function whatIsLost(before: Notebook, after: Notebook, code: string): VersionReason | null {
  if (code === 'restore-version') return 'restore';
  if (code.startsWith('import')) return 'import';
  const staying = new Set(after.cells.map(({ id }) => id));
  if (before.cells.some(({ id }) => !staying.has(id))) return 'delete';
  const sources = new Map(after.sources.map(({ name, sha256 }) => [name, sha256]));
  const isReplaced = before.sources.some(({ name, sha256 }) => sources.get(name) !== sha256);
  return isReplaced ? 'replace-source' : null;
}
