import type { Since } from '../core/view-props';
import { hashOf, readinessOf } from '../core/fingerprint';
import { movesOf, type Flows } from '../core/flows';
import { identityIn, recordOf, type Identity } from '../core/identity';
import { cellOf } from '../core/notebook';
import type { StoredResult } from '../storage/port';
import { staleWords } from './cell-words';
import { namesByNumber, type Seen } from './segments';

/** By what a comparison of two results of a clustering is found again. */
export function comparisonPrint(of: string, from: string): string {
  return hashOf({ kind: 'comparison', of, from });
}

/** Under which names the comparisons behind the newest records are kept. */
export function comparisonsOf(identity: Identity): string[] {
  return identity.flatMap(({ of, from }) =>
    from === undefined ? [] : [comparisonPrint(of, from)],
  );
}

/** What became of the groups since the result before; null where there is nothing to say. */
export function sinceOf(
  seen: Seen & { readonly result: StoredResult },
  results: ReadonlyMap<string, StoredResult>,
): Since | null {
  const { notebook, cellId, result, definitions } = seen;
  const cell = cellOf(notebook, cellId);
  const ready = readinessOf(notebook, definitions).get(cellId);
  const isFresh = ready?.status === 'ready' && ready.fingerprint === result.fingerprint;
  if (!cell || !isFresh) return null;
  const identity = identityIn(cell.params);
  const record = recordOf(identity, result.fingerprint);
  if (record?.isUnchecked) return { kind: 'unchecked' };
  if (record?.from === undefined) return null;
  const comparison = results.get(comparisonPrint(record.of, record.from));
  const before = identity.find(({ of }) => of === record.from);
  if (!comparison || !before) return null;
  const moves = movesOf(comparison.display as Flows, {
    before: before.numbers,
    now: record.numbers,
  });
  const change = staleWords(comparison, { notebook, cellId }, definitions);
  return { kind: 'compared', moves, change, nameOf: namesByNumber(seen) };
}
