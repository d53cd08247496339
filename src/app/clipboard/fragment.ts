import type { Definitions } from '../../core/graph';
import { createNotebook, type Notebook } from '../../core/notebook';
import { parseNotebook } from '../../notebook-file/parse';
import { writeNotebook } from '../../notebook-file/write';

/**
 * Cells as text: a small `.fenqun.md` of their own, with the data sources that they name (never
 * rows), so that it reads well wherever it is pasted.
 */
export function writeFragment(
  notebook: Notebook,
  ids: ReadonlySet<string>,
  definitions: Definitions,
): string {
  const cells = notebook.cells.filter((cell) => ids.has(cell.id));
  const named = new Set(cells.flatMap(({ params }) => sourceNamesIn(params)));
  const sources = notebook.sources.filter(({ name }) => named.has(name));
  const { language, seed } = notebook;
  return writeNotebook({ ...createNotebook(language), seed, sources, cells }, definitions);
}

/**
 * The cells that a text holds, as a notebook of their own; null for a text that holds none of ours.
 * Blocks copied out of a file come without its head. Throws `notebook-invalid`.
 */
export function parseFragment(text: string): Notebook | null {
  if (!/^(?:```+fenqun |<!-- fenqun note )/m.test(text)) return null;
  if (/^\s*---\r?\n/.test(text)) return parseNotebook(text.trimStart());
  const head = ['---', 'fenqun: 1', 'title: ""', 'language: "en"', 'seed: 1', 'sources: []', '---'];
  return parseNotebook(`${head.join('\n')}\n\n${text}`);
}

/** The sources that a cell names among its parameters, as `load` does: one, and perhaps more. */
function sourceNamesIn(params: Notebook['cells'][number]['params']): readonly string[] {
  const { source, more } = params;
  const others: readonly unknown[] = Array.isArray(more) ? more : [];
  return [source, ...others].filter((name): name is string => typeof name === 'string');
}
