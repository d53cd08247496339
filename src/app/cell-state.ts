import { readinessOf, type Readiness } from '../core/fingerprint';
import type { Definitions } from '../core/graph';
import { orderOf } from '../core/graph';
import type { Cell, Notebook } from '../core/notebook';
import type { ProblemReport } from '../core/problem';
import type { StoredResult } from '../storage/port';
import type { Run } from './run';

/** The eight states of a cell. `last` is an older result that may still be looked at. */
export type CellState =
  | { readonly kind: 'empty'; readonly problem: ProblemReport }
  | { readonly kind: 'waiting'; readonly on: string | null; readonly isQueued: boolean }
  | { readonly kind: 'running'; readonly run: Run; readonly last: StoredResult | null }
  | { readonly kind: 'fresh'; readonly result: StoredResult }
  | {
      readonly kind: 'stale';
      readonly last: StoredResult;
      readonly behind: string | null;
      readonly isQueued: boolean;
    }
  | { readonly kind: 'failed'; readonly problem: ProblemReport; readonly last: StoredResult | null }
  | { readonly kind: 'partial'; readonly result: StoredResult }
  | { readonly kind: 'locked'; readonly problem: ProblemReport };

/** All that decides the states: the document, and what is known of results. */
export interface Knowledge {
  readonly notebook: Notebook;
  readonly definitions: Definitions;
  /** Finished results, by fingerprint. */
  readonly results: ReadonlyMap<string, StoredResult>;
  readonly partials: ReadonlyMap<string, StoredResult>;
  readonly failures: ReadonlyMap<string, ProblemReport>;
  /** By cell. */
  readonly runs: ReadonlyMap<string, Run>;
  /** The last result that each cell showed, whatever the cell asks for now. */
  readonly shown: ReadonlyMap<string, StoredResult>;
  readonly queued: ReadonlySet<string>;
}

/** The state of every cell, derived anew from the document and the results; nothing is flagged. */
export function cellStates(known: Knowledge): Map<string, CellState> {
  const readiness = readinessOf(known.notebook, known.definitions);
  const cells = new Map(known.notebook.cells.map((cell) => [cell.id, cell]));
  const states = new Map<string, CellState>();
  for (const id of orderOf(known.notebook).order) {
    const cell = cells.get(id);
    const ready = readiness.get(id);
    if (cell && ready) states.set(id, stateOf(cell, ready, { ...known, states }));
  }
  return states;
}

type Around = Knowledge & { readonly states: ReadonlyMap<string, CellState> };

function stateOf(cell: Cell, ready: Readiness, around: Around): CellState {
  if (ready.status === 'blocked') return blockedState(cell, ready.problem, around);
  const { fingerprint } = ready;
  const last = around.shown.get(cell.id) ?? null;
  const result = around.results.get(fingerprint);
  if (result) return { kind: 'fresh', result };
  const run = around.runs.get(cell.id);
  if (run?.fingerprint === fingerprint) return { kind: 'running', run, last };
  const problem = around.failures.get(fingerprint);
  // An input that may stay unconnected, but not with these parameters.
  if (problem?.code === 'input-missing') return { kind: 'empty', problem };
  if (problem) return { kind: 'failed', problem, last };
  const partial = around.partials.get(fingerprint);
  if (partial) return { kind: 'partial', result: partial };
  const feeders = Object.values(ready.inputs).map((input) => input.cell.id);
  const behind = feeders.find((id) => around.states.get(id)?.kind !== 'fresh') ?? null;
  const isQueued = around.queued.has(cell.id);
  if (last) return { kind: 'stale', last, behind, isQueued };
  return { kind: 'waiting', on: behind, isQueued };
}

function blockedState(cell: Cell, problem: ProblemReport, around: Around): CellState {
  switch (problem.code) {
    case 'cell-unknown':
    case 'cell-newer':
      return { kind: 'locked', problem };
    case 'input-missing':
    case 'source-missing':
      return { kind: 'empty', problem };
    case 'input-failed': {
      const last = around.shown.get(cell.id);
      const on = problem.facts.cell;
      if (last) return { kind: 'stale', last, behind: on, isQueued: false };
      return { kind: 'waiting', on, isQueued: false };
    }
    default:
      return { kind: 'failed', problem, last: around.shown.get(cell.id) ?? null };
  }
}

/**
 * The same states, but as the objects they were before wherever nothing changed: so that the
 * progress of one cell draws no other anew.
 */
export function keepUnchanged(
  before: ReadonlyMap<string, CellState>,
  now: ReadonlyMap<string, CellState>,
): ReadonlyMap<string, CellState> {
  let isSame = before.size === now.size;
  const kept = new Map<string, CellState>();
  for (const [id, state] of now) {
    const old = before.get(id);
    const isUnchanged = old !== undefined && isEqual(old, state);
    kept.set(id, isUnchanged ? old : state);
    isSame &&= isUnchanged;
  }
  return isSame ? before : kept;
}

/** States hold results, runs and problems that are never changed: comparing their members is enough. */
function isEqual(a: CellState, b: CellState): boolean {
  // Asked of every cell at each progress of one: most often the kind or the first member tells.
  if (a.kind !== b.kind) return false;
  const left: Readonly<Record<string, unknown>> = { ...a };
  const right: Readonly<Record<string, unknown>> = { ...b };
  for (const key in left) if (left[key] !== right[key]) return false;
  return Object.keys(left).length === Object.keys(right).length;
}

/** The result that the body of a cell draws, if there is any. */
export function resultToDraw(state: CellState): StoredResult | null {
  switch (state.kind) {
    case 'fresh':
    case 'partial':
      return state.result;
    case 'running':
      return state.run.snapshot ?? state.last;
    case 'failed':
    case 'stale':
      return state.last;
    case 'empty':
    case 'waiting':
    case 'locked':
      return null;
    default:
      return state satisfies never;
  }
}
