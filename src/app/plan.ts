import { readinessOf, type Ready } from '../core/fingerprint';
import { downstreamOf, orderOf, withUpstream } from '../core/graph';
import type { Notebook } from '../core/notebook';
import type { Knowledge } from './cell-state';
import { estimateMs, QUICK_MS } from './estimate';

/** A cell that may start now. */
export interface Start {
  readonly ready: Ready;
  readonly isQuick: boolean;
}

type Known = Omit<Knowledge, 'shown' | 'partials'>;

export function readyOf(known: Known, cellId: string): Ready | null {
  const ready = readinessOf(known.notebook, known.definitions).get(cellId);
  return ready?.status === 'ready' ? ready : null;
}

/** The cells to compute so that these become fresh, feeders first; what is fresh is left out. */
export function neededFor(cellIds: Iterable<string>, known: Known): Ready[] {
  const wanted = withUpstream(known.notebook, cellIds);
  return orderOf(known.notebook)
    .order.filter((id) => wanted.has(id))
    .flatMap((id) => readyOf(known, id) ?? [])
    .filter((ready) => !known.results.has(ready.fingerprint));
}

/**
 * The queued cells that may start: every input finished, no answer yet, nobody computing it.
 * At most one quick and one slow cell run at a time, so that times mean something.
 */
export function startsNow(known: Known): Start[] {
  const running = [...known.runs.values()];
  const lanes = new Set(running.map((run) => run.isQuick));
  const underWay = new Set(running.flatMap((run) => [run.cellId, run.fingerprint]));
  const starts: Start[] = [];
  for (const id of orderOf(known.notebook).order) {
    const ready = known.queued.has(id) ? readyOf(known, id) : null;
    if (!ready || !mayStart(ready, known)) continue;
    if (underWay.has(id) || underWay.has(ready.fingerprint)) continue;
    const isQuick = estimateMs(ready, known.results) < QUICK_MS;
    if (lanes.has(isQuick)) continue;
    lanes.add(isQuick);
    underWay.add(ready.fingerprint);
    starts.push({ ready, isQuick });
  }
  return starts;
}

function mayStart(ready: Ready, { results, failures }: Known): boolean {
  if (results.has(ready.fingerprint) || failures.has(ready.fingerprint)) return false;
  return Object.values(ready.inputs).every((input) => results.has(input.fingerprint));
}

/** The queued cells that can still become fresh: their inputs are finished or on their way. */
export function stillComing(known: Known): Set<string> {
  const coming = new Set<string>();
  const isComing = (ready: Ready): boolean =>
    !known.failures.has(ready.fingerprint) &&
    Object.values(ready.inputs).every(
      (input) =>
        known.results.has(input.fingerprint) ||
        coming.has(input.cell.id) ||
        known.runs.has(input.cell.id),
    );
  for (const id of orderOf(known.notebook).order) {
    const ready = known.queued.has(id) ? readyOf(known, id) : null;
    if (!ready || known.results.has(ready.fingerprint)) continue;
    const run = known.runs.get(id);
    const isUnderWay = run?.fingerprint === ready.fingerprint && !run.isEnding;
    if (!isUnderWay && isComing(ready)) coming.add(id);
  }
  return coming;
}

/** Cells that ask another question than they did before, if the answer is quick to have. */
export function quickChanges(before: Notebook, known: Known): string[] {
  const old = readinessOf(before, known.definitions);
  return known.notebook.cells.flatMap(({ id }) => {
    const ready = readyOf(known, id);
    if (!ready || known.results.has(ready.fingerprint)) return [];
    const was = old.get(id);
    if (was?.status === 'ready' && was.fingerprint === ready.fingerprint) return [];
    return estimateMs(ready, known.results) < QUICK_MS ? [id] : [];
  });
}

/** Cells fed by this one, directly or through others, that are quick to bring up to date after it. */
export function quickFollowers(cellId: string, known: Known): string[] {
  return [...downstreamOf(known.notebook, cellId)].filter((id) => {
    const ready = readyOf(known, id);
    if (!ready || known.results.has(ready.fingerprint)) return false;
    return estimateMs(ready, known.results) < QUICK_MS;
  });
}

/** Cells that need neither data nor another cell, such as notes: nothing is gained by waiting. */
export function selfContained(known: Known): string[] {
  return known.notebook.cells.flatMap(({ id }) => {
    const ready = readyOf(known, id);
    if (!ready || ready.definition.readsSource) return [];
    return Object.keys(ready.definition.takes).length === 0 ? [id] : [];
  });
}
