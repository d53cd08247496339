import type { Cell, Notebook } from '../core/notebook';
import type { StoredResult } from '../storage/port';
import type { MarkSource } from '../ui/segment-marks';

const PLAIN: MarkSource = { numbers: [], prefix: '' };

/** How the segments of the clustering behind a result are marked. */
export function markSourceOf(_notebook: Notebook, _cell: Cell, _result: StoredResult): MarkSource {
  return PLAIN;
}
