import { STAGES, type Stage } from '../core/cell-type';
import type { Definitions } from '../core/graph';
import type { Notebook } from '../core/notebook';
import type { CellState } from './cell-state';

/** How a stage of the cycle stands: all of its cells fresh, some, none; or worse. */
export type StageState = 'fresh' | 'some' | 'running' | 'stale' | 'failed' | 'empty';

export type CycleStage = (typeof STAGES)[number];

export interface StageSummary {
  readonly stage: CycleStage;
  readonly state: StageState;
  readonly cellIds: readonly string[];
}

/** The stages of the cycle in order, each with its cells in the order of the document. */
export function stageSummaries(
  notebook: Notebook,
  definitions: Definitions,
  states: ReadonlyMap<string, CellState>,
): StageSummary[] {
  const byStage = new Map<Stage, string[]>();
  for (const { id, kind } of notebook.cells) {
    const stage = definitions.get(kind)?.stage ?? 'anywhere';
    if (!byStage.get(stage)?.push(id)) byStage.set(stage, [id]);
  }
  return STAGES.map((stage) => {
    const cellIds = byStage.get(stage) ?? [];
    const kinds = cellIds.map((id) => states.get(id)?.kind ?? 'waiting');
    return { stage, cellIds, state: stateOfStage(kinds) };
  });
}

/** What is wrong goes before what is under way, and that before what is done. */
export function stateOfStage(kinds: readonly CellState['kind'][]): StageState {
  if (kinds.length === 0) return 'empty';
  if (kinds.includes('failed')) return 'failed';
  if (kinds.includes('running')) return 'running';
  if (kinds.includes('stale')) return 'stale';
  const fresh = kinds.filter((kind) => kind === 'fresh').length;
  if (fresh === kinds.length) return 'fresh';
  return fresh > 0 || kinds.includes('partial') ? 'some' : 'empty';
}

/** Whether the line between a stage and the next is solid: only between fresh stages. */
export function isLineSolid(stages: readonly { readonly state: StageState }[], i: number): boolean {
  return stages[i]?.state === 'fresh' && stages[i + 1]?.state === 'fresh';
}

/** The codes of the stages for the list of recent notebooks. */
export function parseStageStates(saved: unknown): StageState[] {
  const known: readonly string[] = ['fresh', 'some', 'running', 'stale', 'failed', 'empty'];
  if (!Array.isArray(saved)) return STAGES.map(() => 'empty');
  return STAGES.map((_, i) => {
    const state: unknown = saved[i];
    // Checked against the list of known states.
    return typeof state === 'string' && known.includes(state) ? (state as StageState) : 'empty';
  });
}
