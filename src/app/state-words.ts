import type { Notebook } from '../core/notebook';
import type { Definitions } from '../core/graph';
import type { Language, Words } from '../core/words';
import { cellWords } from '../locale/cell-states';
import { duration } from '../locale/numbers';
import type { CellState } from './cell-state';
import { nameById, same, staleWords, stepWords } from './cell-words';

export interface Place {
  readonly notebook: Notebook;
  readonly definitions: Definitions;
  readonly cellId: string;
  readonly language: Language;
}

/** The state of a cell with its reason, as it stands at the right of the cell's head. */
export function stateWords(state: CellState, place: Place): Words {
  switch (state.kind) {
    case 'empty':
      return cellWords.empty;
    case 'waiting':
      if (state.isQueued) return cellWords.queued;
      return state.on === null ? cellWords.notRun : cellWords.waiting;
    case 'running':
      return runningWords(state);
    case 'fresh':
      return cellWords.freshAfter(duration(state.result.elapsedMs, place.language));
    case 'stale': {
      const cause = staleWords(state.last, place, place.definitions);
      return cause ? cellWords.staleBecause(cause) : cellWords.stale;
    }
    case 'failed':
      return cellWords.failed;
    case 'partial':
      return cellWords.partialAt(lastStepOf(state.result.display));
    case 'locked':
      return state.problem.code === 'cell-newer' ? cellWords.lockedNewer : cellWords.locked;
    default:
      return state satisfies never;
  }
}

function runningWords({ run }: Extract<CellState, { kind: 'running' }>): Words {
  const step = stepWords(run.progress?.facts);
  return step ? cellWords.runningAt(step) : cellWords.running;
}

/** Where a cancelled cell stopped: at a restart once there were several, else at an iteration. */
function lastStepOf(display: unknown): Words | null {
  const { iterations, restarts } = (display ?? {}) as {
    readonly iterations?: unknown;
    readonly restarts?: unknown;
  };
  if (Array.isArray(restarts) && restarts.length > 1) return cellWords.restartOnly(restarts.length);
  return typeof iterations === 'number' ? cellWords.iteration(iterations) : null;
}

/** What a waiting cell waits for, as its headline and one sentence below it. */
export function waitingWords(
  state: Extract<CellState, { kind: 'waiting' | 'stale' }>,
  place: Place,
  states: ReadonlyMap<string, CellState>,
): { readonly headline: Words; readonly reason: Words } | null {
  const on = state.kind === 'waiting' ? state.on : state.behind;
  if (on === null) return null;
  const name = nameById(place.notebook, on);
  return { headline: cellWords.waitsFor(name), reason: reasonWords(states.get(on), name) };
}

function reasonWords(feeder: CellState | undefined, name: Words): Words {
  switch (feeder?.kind) {
    case 'running':
      return cellWords.waitsForRunning(name);
    case 'stale':
      return feeder.isQueued ? cellWords.waitsForQueued(name) : cellWords.waitsForStale(name);
    case 'failed':
      return cellWords.waitsForFailed(name);
    case 'empty':
      return cellWords.waitsForEmpty(name);
    case 'partial':
      return cellWords.waitsForPartial(name);
    case 'waiting':
      return feeder.isQueued ? cellWords.waitsForQueued(name) : cellWords.waitsForNotRun(name);
    case 'locked':
      return cellWords.waitsForLocked(name);
    case 'fresh':
    case undefined:
      return same('');
    default:
      return feeder satisfies never;
  }
}
