import type { Json } from './json';
import type { Cell, Notebook } from './notebook';
import { differsInOneLeaf } from './one-leaf';

/** What the user did, as a code and facts; words are chosen when the label is shown. */
export interface Action {
  /** E.g. `set-param`, `add-cell`; has words in `locale/`. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /**
   * Names the control that was used, e.g. `cluster.clusters`. Rapid edits of one value by one
   * control are one step of the history; actions without a control never merge.
   */
  readonly control?: string;
}

/** A finished step: the notebook before it, and what was done then. */
export interface Step {
  readonly before: Notebook;
  readonly action: Action;
  readonly atMs: number;
}

/** The document with what was done to it. Immutable; states share all that did not change. */
export interface History {
  readonly present: Notebook;
  /** Oldest first. */
  readonly done: readonly Step[];
  /** What was undone, the next to redo last; `after` is the notebook that redoing brings back. */
  readonly undone: readonly (Step & { readonly after: Notebook })[];
  /** False right after undo and redo: the next edit is a step of its own. */
  readonly mayMerge: boolean;
}

/** Steps that are kept; older ones are forgotten. */
export const HISTORY_LIMIT = 500;
/** Edits of one control closer than this are one step. */
const MERGE_WITHIN_MS = 1000;

export function createHistory(notebook: Notebook): History {
  return { present: notebook, done: [], undone: [], mayMerge: false };
}

/** Records an edit made at a time; forgets what was undone. An edit that changed nothing is none. */
export function record(
  history: History,
  next: Notebook,
  { action, atMs }: { readonly action: Action; readonly atMs: number },
): History {
  if (next === history.present) return history;
  const last = history.done.at(-1);
  const merges =
    last !== undefined &&
    history.mayMerge &&
    isOneControl(last, { action, atMs }) &&
    isOneValue([last.before, history.present, next]);
  const before = merges ? last.before : history.present;
  const earlier = merges ? history.done.slice(0, -1) : history.done;
  const done = [...earlier, { before, action, atMs }].slice(-HISTORY_LIMIT);
  return { present: next, done, undone: [], mayMerge: true };
}

function isOneControl(last: Step, { action, atMs }: Omit<Step, 'before'>): boolean {
  if (action.control === undefined || action.control !== last.action.control) return false;
  return action.code === last.action.code && atMs - last.atMs < MERGE_WITHIN_MS;
}

/** Whether one value was changed, twice. Steps added to a list are steps of the history, too. */
function isOneValue(states: readonly [Notebook, Notebook, Notebook]): boolean {
  const [before, between, after] = states as unknown as readonly [Json, Json, Json];
  return differsInOneLeaf(before, between) && differsInOneLeaf(before, after);
}

/** Takes the last step back; the same history when there is none. */
export function undo(history: History): History {
  const step = history.done.at(-1);
  if (!step) return history;
  return {
    present: step.before,
    done: history.done.slice(0, -1),
    undone: [...history.undone, { ...step, after: history.present }],
    mayMerge: false,
  };
}

/** Does the last undone step again; the same history when there is none. */
export function redo(history: History): History {
  const step = history.undone.at(-1);
  if (!step) return history;
  const { after, ...done } = step;
  return {
    present: after,
    done: [...history.done, done],
    undone: history.undone.slice(0, -1),
    mayMerge: false,
  };
}

/** The step that undo would take back. */
export function undoable(history: History): Action | null {
  return history.done.at(-1)?.action ?? null;
}

/** The step that redo would do again. */
export function redoable(history: History): Action | null {
  return history.undone.at(-1)?.action ?? null;
}

/** A deleted cell and where it stood. */
export interface BinEntry {
  readonly cell: Cell;
  readonly position: number;
  readonly atMs: number;
}

/** The cells deleted in the remembered steps and not back since, the last deleted first. */
export function binOf(history: History): BinEntry[] {
  const present = new Set(history.present.cells.map((cell) => cell.id));
  const found = new Map<string, BinEntry>();
  const after = [...history.done.slice(1).map((step) => step.before), history.present];
  for (let i = history.done.length - 1; i >= 0; i--) {
    const { before, atMs } = history.done[i]!;
    if (after[i]!.cells === before.cells) continue;
    const left = new Set(after[i]!.cells.map((cell) => cell.id));
    before.cells.forEach((cell, position) => {
      if (left.has(cell.id) || present.has(cell.id) || found.has(cell.id)) return;
      found.set(cell.id, { cell, position, atMs });
    });
  }
  return [...found.values()];
}
