import { fingerprintsOf } from '../../core/fingerprint';
import type { Definitions } from '../../core/graph';
import { cellOf, type Notebook } from '../../core/notebook';
import { recipeOf } from '../../core/staleness';
import type { PackedResult } from '../../notebook-file/results';
import type { StoredResult } from '../../storage/port';
import { withheld } from '../report/report-cells';
import type { Session } from '../session.svelte';

/**
 * The fresh results as they may leave: what tells of fewer than `least` rows is left out, as in a
 * report, and a result that cannot leave it out stays. `leaving` is the notebook that goes, which
 * another table may feed: what was not computed from that stays, too.
 */
export function resultsToSend(
  session: Session,
  leaving: Notebook,
  least: number,
): readonly PackedResult[] {
  const fingerprints = fingerprintsOf(leaving, session.definitions);
  return session.notebook.cells.flatMap((cell) => {
    const state = session.states.get(cell.id);
    if (state?.kind !== 'fresh') return [];
    const { result } = state;
    if (fingerprints.get(cell.id) !== result.fingerprint) return [];
    const display = withheld(session, { cell, result }, least);
    if (display === null) return [];
    const { fingerprint, kind, elapsedMs } = result;
    return [{ cellId: cell.id, fingerprint, kind, elapsedMs, display }];
  });
}

/**
 * Those results that came along which are this notebook's: each has the fingerprint that its cell
 * has here and now. The others are dropped. What they were computed from is asked of the notebook,
 * never of the bundle.
 */
export function resultsToShow(
  notebook: Notebook,
  packed: readonly PackedResult[],
  definitions: Definitions,
): ReadonlyMap<string, StoredResult> {
  const fingerprints = fingerprintsOf(notebook, definitions);
  const shown = packed.flatMap(({ cellId, fingerprint, kind, elapsedMs, display }) => {
    if (fingerprints.get(cellId) !== fingerprint) return [];
    if (cellOf(notebook, cellId)?.kind !== kind) return [];
    const recipe = recipeOf(notebook, cellId, definitions);
    if (!recipe) return [];
    return [
      [fingerprint, { fingerprint, kind, display, elapsedMs, recipe, isPartial: false }] as const,
    ];
  });
  return new Map(shown);
}
