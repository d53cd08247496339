import { cellOf, type Notebook } from '../core/notebook';
import type { Commands } from './commands';

/** Segments that a clustering inside a segment begins with. */
const FIRST_CLUSTERS = 3;

/** The clustering that a cell was made inside of; null: of all rows. */
export function parentOf(notebook: Notebook, cellId: string): string | null {
  const cell = cellOf(notebook, cellId);
  const isInside = Number(cell?.params.segment ?? 0) > 0;
  return (isInside && cell?.inputs.parent) || null;
}

/** The segment that a cell clusters again: "2", "2.1" inside another; null: none, all rows. */
export function segmentInside(notebook: Notebook, cellId: string): string | null {
  const numbers: string[] = [];
  const passed = new Set<string>();
  for (let id: string | null = cellId; id !== null && !passed.has(id);) {
    passed.add(id);
    const parent: string | null = parentOf(notebook, id);
    if (parent !== null) numbers.unshift(String(cellOf(notebook, id)?.params.segment));
    id = parent;
  }
  return numbers.length === 0 ? null : numbers.join('.');
}

/** How deep inside other clusterings a cell stands; 0: in none. */
export function depthOf(notebook: Notebook, cellId: string): number {
  const passed = new Set<string>();
  let parent = parentOf(notebook, cellId);
  while (parent !== null && !passed.has(parent)) {
    passed.add(parent);
    parent = parentOf(notebook, parent);
  }
  return passed.size;
}

/**
 * Clusters the rows of one segment again, below the clustering and what stands inside it already;
 * where that was done before, that cell. Says which cell it is.
 */
export function lookInside(
  { notebook, commands }: { readonly notebook: Notebook; readonly commands: Commands },
  clusteringId: string,
  segment: number,
): string | null {
  const parent = cellOf(notebook, clusteringId);
  if (!parent?.inputs.points) return null;
  const there = notebook.cells.find(
    (cell) => parentOf(notebook, cell.id) === parent.id && cell.params.segment === segment,
  );
  if (there) return there.id;
  const id = commands.addCell(parent.kind, positionInside(notebook, parent.id), {
    params: { segment, clusters: FIRST_CLUSTERS },
    inputs: { points: parent.inputs.points, parent: parent.id },
  });
  if (id !== null) commands.run(id);
  return id;
}

/** Right below the clustering and all that stands inside it. */
function positionInside(notebook: Notebook, parentId: string): number {
  const inside = new Set([parentId]);
  let last = notebook.cells.findIndex(({ id }) => id === parentId);
  notebook.cells.forEach(({ id }, position) => {
    if (!inside.has(parentOf(notebook, id) ?? '')) return;
    inside.add(id);
    last = Math.max(last, position);
  });
  return last + 1;
}
