import { writeFile } from 'node:fs/promises';
import { upstreamOf, type Definitions } from '../core/graph';
import { cellOf, type Notebook } from '../core/notebook';
import { taskOf } from '../core/task';
import type { Words } from '../core/words';
import type { Engine } from '../engine/port';
import { problemLine } from '../locale/problems';
import { fallbackName } from '../ui/segment-names';
import type { ExportOrder } from './command-line';
import { pathOf } from './supply-sources';

/** The names that the user gave the segments in the nearest cell upstream; numbers for the others. */
function segmentNames(notebook: Notebook, cellId: string): readonly Words[] {
  const upstream = upstreamOf(notebook, cellId);
  const named = notebook.cells.findLast(
    ({ id, params }) => (id === cellId || upstream.has(id)) && Array.isArray(params.names),
  );
  const names = named?.params.names;
  if (!Array.isArray(names)) return [];
  return names.map((name, index) =>
    typeof name === 'string' && name.trim() !== ''
      ? { zh: name.trim(), en: name.trim() }
      : fallbackName(index),
  );
}

interface Surroundings {
  readonly notebook: Notebook;
  readonly engine: Pick<Engine, 'export'>;
  readonly definitions: Definitions;
}

/** Writes the files that were ordered; false when one of them could not be made. */
export async function writeExports(
  orders: readonly ExportOrder[],
  { notebook, engine, definitions }: Surroundings,
): Promise<boolean> {
  let isWhole = true;
  for (const { cellId, format, path } of orders) {
    const task = cellOf(notebook, cellId) ? taskOf(notebook, cellId, definitions) : null;
    const { language, title } = notebook;
    const names = segmentNames(notebook, cellId);
    const wish = { format, language, names, options: { title } };
    const made = task ? await engine.export(task, wish) : undefined;
    if (made?.status === 'done') {
      await writeFile(pathOf(path), new Uint8Array(await made.file.blob.arrayBuffer()));
      continue;
    }
    const why =
      made?.status === 'failed' ? problemLine(made.problem, 'en') : 'no such file to write';
    console.error(`${cellId}:${format}: ${why}`);
    isWhole = false;
  }
  return isWhole;
}
