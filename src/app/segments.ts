import { cellOf, type Cell, type Notebook } from '../core/notebook';
import type { StoredResult } from '../storage/port';
import type { MarkSource } from '../ui/segment-marks';
import { clusteringAbove } from './cell-facts';
import type { Commands } from './commands';

const PLAIN: MarkSource = { numbers: [], prefix: '' };

/** How the segments of the clustering behind a result are marked. */
export function markSourceOf(_notebook: Notebook, _cell: Cell, _result: StoredResult): MarkSource {
  return PLAIN;
}

interface Naming {
  readonly cell: Cell;
  /** The result in which the segment was seen. */
  readonly result: StoredResult;
  readonly index: number;
  readonly name: string;
}

/** Names a segment in the clustering that a view looks at. */
export function nameSegment(
  { notebook, commands }: { readonly notebook: Notebook; readonly commands: Commands },
  { cell, index, name }: Naming,
): void {
  const id = clusteringAbove(notebook, cell.id);
  const saved = cellOf(notebook, id)?.params.names;
  const names = Array.isArray(saved) ? saved.map((known) => String(known)) : [];
  const length = Math.max(names.length, index + 1);
  const renamed = Array.from({ length }, (_, i) => (i === index ? name.trim() : (names[i] ?? '')));
  while (renamed.at(-1) === '') renamed.pop();
  commands.setParams(id, { names: renamed });
}
