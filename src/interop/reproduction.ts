import { cellTypeOf, definitions } from '../cells/catalogue';
import { pythonOf } from '../cells/pythons';
import type { Cell, Notebook } from '../core/notebook';
import { Problem } from '../core/problem';
import { isGap, type PythonGround, type PythonStep } from '../core/python';
import type { ColumnMeta } from '../core/values';
import { taskOf, type CellTask } from '../core/task';
import { orderOf } from '../core/graph';
import type { Language, Words } from '../core/words';
import { variableOf } from './variables';

/** A cell of a notebook as Python. */
export interface PythonCell {
  readonly id: string;
  readonly kind: string;
  /** The user's title or the name of the cell type. */
  readonly title: string;
  /** Markdown of a note; absent for cells that compute. */
  readonly prose?: string;
  /** Null: it is not written. */
  readonly step: PythonStep | null;
  /** Why it is not, where that is not for want of the cells that it needs. */
  readonly why?: Words;
  /** Cells that it needs and that could not be written, the nearest first. */
  readonly lacks: readonly string[];
}

/** A notebook written as Python, before it is laid out as a script or a Jupyter notebook. */
export interface Reproduction {
  readonly notebook: Notebook;
  /** Of titles, and of what is said about cells that are not written. */
  readonly language: Language;
  /** Cells in an order in which they can run: every cell after those that feed it. */
  readonly cells: readonly PythonCell[];
}

/** What the last run of each cell shows, by cell id. */
export type Displays = ReadonlyMap<string, unknown>;

/**
 * Writes every cell that has a counterpart in pandas and scikit-learn. The page's own decisions
 * (guessed columns, chosen transforms) are taken from what the results show, so every cell that is
 * written must be fresh: throws `reproduction-not-run` {cells} otherwise.
 */
export function reproduce(
  notebook: Notebook,
  displays: Displays,
  language: Language,
): Reproduction {
  const cells = new Map(notebook.cells.map((cell) => [cell.id, cell]));
  const order = orderOf(notebook).order.flatMap((id) => cells.get(id) ?? []);
  const waiting = order.filter(
    ({ id, kind }) => typeof pythonOf(kind) === 'function' && !displays.has(id),
  );
  if (waiting.length > 0) {
    throw new Problem('reproduction-not-run', { cells: waiting.map(({ id }) => id).join(', ') });
  }
  const written = new Map<string, PythonCell>();
  for (const cell of order) {
    written.set(cell.id, writeCell(cell, { notebook, displays, language, written }));
  }
  return { notebook, language, cells: [...written.values()] };
}

/** A cell that the script leaves out, and why. */
export interface LeftOut {
  readonly id: string;
  readonly title: string;
  readonly why: Words;
}

/** What is not written, for people to read before they take the script along. */
export function leftOutOf({ cells }: Pick<Reproduction, 'cells'>): readonly LeftOut[] {
  return cells.flatMap((cell) =>
    cell.step === null ? [{ id: cell.id, title: cell.title, why: reasonOf(cell) }] : [],
  );
}

/** Why a cell is not written. */
export function reasonOf({ why, lacks }: Pick<PythonCell, 'why' | 'lacks'>): Words {
  const names = lacks.join(', ');
  return (
    why ?? {
      zh: `需要 ${names}，而它没有写成 Python`,
      en: `needs ${names}, which is not written as Python`,
    }
  );
}

interface Writing {
  readonly notebook: Notebook;
  readonly displays: Displays;
  readonly language: Language;
  readonly written: ReadonlyMap<string, PythonCell>;
}

function writeCell(cell: Cell, { notebook, displays, language, written }: Writing): PythonCell {
  const { id, kind } = cell;
  const title = cell.title ?? cellTypeOf(kind)?.text.title[language] ?? kind;
  const frame = { id, kind, title };
  if (kind === 'note') {
    return { ...frame, prose: String(cell.params['text'] ?? ''), step: { lines: [] }, lacks: [] };
  }
  const part = pythonOf(kind);
  // What is never written needs nothing.
  if (part && isGap(part)) return { ...frame, step: null, why: part.why, lacks: [] };
  const lacks = Object.values(cell.inputs).filter((feeder) => !isWritten(written.get(feeder)));
  if (lacks.length > 0) return { ...frame, step: null, lacks };
  const task = taskOf(notebook, id, definitions);
  if (!task || !part) return { ...frame, step: null, why: UNKNOWN, lacks };
  const step = part(groundOf(task, notebook, displays));
  return isGap(step) ? { ...frame, step: null, why: step.why, lacks } : { ...frame, step, lacks };
}

const UNKNOWN: Words = {
  zh: '这一版不认识这种单元，或者它还缺输入',
  en: 'this version does not know this kind of cell, or it lacks an input',
};

function isWritten(cell: PythonCell | undefined): boolean {
  return cell !== undefined && cell.step !== null;
}

function groundOf(task: CellTask, notebook: Notebook, displays: Displays): PythonGround {
  const feeders = Object.entries(task.inputs);
  const inputs = feeders.map(([name, { cellId }]) => [name, variableOf(cellId)] as const);
  const columns = feeders.map(([name, { cellId }]) => [name, columnsIn(displays.get(cellId))]);
  return {
    params: task.params,
    display: displays.get(task.cellId),
    inputs: Object.fromEntries(inputs),
    columns: Object.fromEntries(columns) as PythonGround['columns'],
    output: variableOf(task.cellId),
    seed: notebook.seed,
    sources: notebook.sources,
  };
}

/** The columns of a table, which the display of every cell that gives one has. */
function columnsIn(display: unknown): readonly ColumnMeta[] {
  const { columns } = (display ?? {}) as { readonly columns?: unknown };
  return Array.isArray(columns) ? (columns as readonly ColumnMeta[]) : [];
}
