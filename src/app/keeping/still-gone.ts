import { canonicalJson, type Json } from '../../core/json';
import type { Cell, Notebook } from '../../core/notebook';
import type { BinnedCell } from '../../storage/port';

/** What of the bin is not back in the notebook, under whatever id; each cell once, the last deleted first. */
export function stillGone(binned: readonly BinnedCell[], notebook: Notebook): BinnedCell[] {
  const seen = new Set(notebook.cells.map(contentOf));
  return binned.filter(({ cell }) => {
    const content = contentOf(cell);
    const isGone = !seen.has(content);
    seen.add(content);
    return isGone;
  });
}

/** A cell that is put back may get another id. */
function contentOf({ id: _id, ...rest }: Cell): string {
  // Cells hold nothing but data.
  return canonicalJson(rest as unknown as Json);
}
