import { STAGES, type CellDefinition, type Stage } from '../core/cell-type';
import { inputsForNewCell, type Definitions } from '../core/graph';
import type { Notebook } from '../core/notebook';
import type { ValueKind } from '../core/values';

/** A kind of cell that may be added, and whether everything that it needs is there above. */
export interface PaletteEntry {
  readonly kind: string;
  readonly stage: Stage;
  readonly isReady: boolean;
}

/** All known kinds in the order of the cycle, those for anywhere last. */
export function paletteEntries(
  notebook: Notebook,
  position: number,
  definitions: Definitions,
): PaletteEntry[] {
  const order: readonly Stage[] = [...STAGES, 'anywhere'];
  return [...definitions.values()]
    .map((definition) => ({
      kind: definition.kind,
      stage: definition.stage,
      isReady: isFed(definition, { notebook, position }, definitions),
    }))
    .sort(
      (a, b) =>
        order.indexOf(a.stage) - order.indexOf(b.stage) ||
        rankInStage(a.kind) - rankInStage(b.kind),
    );
}

/** Within a stage the steps stand in the order in which people take them. */
function rankInStage(kind: string): number {
  const order = [
    'load',
    'profile',
    'clean',
    'join',
    'derive',
    'sql',
    'rfm',
    'privacy',
    'features',
    'choose-k',
    'cluster',
    'evaluate',
    'segments',
    'persona',
    'explain',
    'scatter',
    'heatmap',
    'parallel',
    'dendrogram',
    'audience',
    'score',
    'note',
  ];
  const rank = order.indexOf(kind);
  return rank < 0 ? order.length : rank;
}

function isFed(
  definition: CellDefinition,
  at: { readonly notebook: Notebook; readonly position: number },
  definitions: Definitions,
): boolean {
  const inputs = inputsForNewCell(definition, at, definitions);
  return Object.keys(definition.takes).every(
    (input) => Object.hasOwn(inputs, input) || definition.optional?.includes(input) === true,
  );
}

/** The kinds that give a value of this kind, those that need nothing for it first. */
export function givingKinds(value: ValueKind, definitions: Definitions): string[] {
  return [...definitions.values()]
    .filter(({ gives }) => gives === value)
    .sort((a, b) => Object.keys(a.takes).length - Object.keys(b.takes).length)
    .map(({ kind }) => kind);
}

/** Where a new cell of a stage belongs: after the last cell of that stage or an earlier one. */
export function positionForStage(
  notebook: Notebook,
  stage: Stage,
  definitions: Definitions,
): number {
  const rank = STAGES.indexOf(stage as (typeof STAGES)[number]);
  const ranks = notebook.cells.map((cell) => {
    const own = definitions.get(cell.kind)?.stage;
    return own === undefined || own === 'anywhere' ? -1 : STAGES.indexOf(own);
  });
  return ranks.findLastIndex((own) => own >= 0 && own <= rank) + 1;
}

/** The kinds that belong to a stage. */
export function kindsOfStage(stage: Stage, definitions: Definitions): string[] {
  return [...definitions.values()].filter((known) => known.stage === stage).map(({ kind }) => kind);
}

/** Kinds that the notebook does not have yet and that could be added at its end, in the order of the cycle. */
export function nextKinds(notebook: Notebook, definitions: Definitions): string[] {
  const present = new Set(notebook.cells.map((cell) => cell.kind));
  return paletteEntries(notebook, notebook.cells.length, definitions)
    .filter(({ kind, isReady }) => isReady && !present.has(kind))
    .map(({ kind }) => kind);
}
