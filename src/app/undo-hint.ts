import { fingerprintsOf } from '../core/fingerprint';
import type { Definitions } from '../core/graph';
import type { History } from '../core/history';
import type { StoredResult } from '../storage/port';

/** Whether taking the last step back gives this cell a result that is there already. */
export function undoMakesFresh(
  known: {
    readonly history: History;
    readonly definitions: Definitions;
    readonly results: ReadonlyMap<string, StoredResult>;
  },
  cellId: string,
): boolean {
  const before = known.history.done.at(-1)?.before;
  const fingerprint = before && fingerprintsOf(before, known.definitions).get(cellId);
  return typeof fingerprint === 'string' && known.results.has(fingerprint);
}
