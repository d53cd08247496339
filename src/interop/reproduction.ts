import { cellTypeOf, definitions } from '../cells/catalogue';
import { pythonOf } from '../cells/pythons';
import type { Cell, Notebook } from '../core/notebook';
import { Problem } from '../core/problem';
import type { PythonStep } from '../core/python';
import { taskOf, type CellTask } from '../core/task';
import { orderOf } from '../core/graph';
import type { Language } from '../core/words';

/** A cell of a notebook as Python. */
export interface PythonCell {
  readonly id: string;
  readonly kind: string;
  /** The user's title or the name of the cell type. */
  readonly title: string;
  /** Markdown of a note; absent for cells that compute. */
  readonly prose?: string;
  /** Null: Python libraries have nothing that gives the same. */
  readonly step: PythonStep | null;
  /** Cells that it needs and that could not be written, the nearest first. */
  readonly lacks: readonly string[];
}

/** A notebook written as Python, before it is laid out as a script or a Jupyter notebook. */
export interface Reproduction {
  readonly notebook: Notebook;
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
  const waiting = order.filter(({ id, kind }) => pythonOf(kind) && !displays.has(id));
  if (waiting.length > 0) {
    throw new Problem('reproduction-not-run', { cells: waiting.map(({ id }) => id).join(', ') });
  }
  const written = new Map<string, PythonCell>();
  for (const cell of order) {
    written.set(cell.id, writeCell(cell, { notebook, displays, language, written }));
  }
  return { notebook, cells: [...written.values()] };
}

/** The Python variable that holds what a cell gives. */
export function variableOf(id: string): string {
  return id.replaceAll('-', '_').replace(/^(?=\d)/, 'cell_');
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
  const task = taskOf(notebook, id, definitions);
  const lacks = Object.values(cell.inputs).filter((feeder) => !isWritten(written.get(feeder)));
  const write = pythonOf(kind);
  if (!task || !write || lacks.length > 0) return { ...frame, step: null, lacks };
  return { ...frame, step: write(groundOf(task, notebook, displays.get(id))), lacks };
}

function isWritten(cell: PythonCell | undefined): boolean {
  return cell !== undefined && cell.step !== null;
}

function groundOf(task: CellTask, notebook: Notebook, display: unknown) {
  const inputs = Object.entries(task.inputs).map(
    ([name, feeder]) => [name, variableOf(feeder.cellId)] as const,
  );
  return {
    params: task.params,
    display,
    inputs: Object.fromEntries(inputs),
    output: variableOf(task.cellId),
    seed: notebook.seed,
    sources: notebook.sources,
  };
}
