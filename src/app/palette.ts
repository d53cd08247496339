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

/** An entry with how it stands to the place: fed by the cell right above, by others, by nobody yet. */
export interface PlacedEntry extends PaletteEntry {
  readonly fit: 'above' | 'elsewhere' | 'none';
}

const FITS = ['above', 'elsewhere', 'none'] as const;

/** All known kinds for a place: first what takes what the cell above gives, last what lacks an input. */
export function entriesFor(
  notebook: Notebook,
  position: number,
  definitions: Definitions,
): PlacedEntry[] {
  const above = notebook.cells[position - 1]?.id;
  return paletteEntries(notebook, position, definitions)
    .map((entry): PlacedEntry => {
      const definition = definitions.get(entry.kind);
      const inputs = definition
        ? inputsForNewCell(definition, { notebook, position }, definitions)
        : {};
      const isNext = above !== undefined && Object.values(inputs).includes(above);
      return { ...entry, fit: !entry.isReady ? 'none' : isNext ? 'above' : 'elsewhere' };
    })
    .sort((a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit));
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
    'sequence',
    'privacy',
    'select',
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

/** What is done to a table comes before anything is made of it: then it is no next step any more. */
const PREPARING: readonly Stage[] = ['data', 'features'];

/**
 * Kinds that the notebook does not have yet and that could be added at its end, in the order of the
 * cycle; preparing a table comes last once something was made of it.
 */
export function nextKinds(notebook: Notebook, definitions: Definitions): string[] {
  const present = new Set(notebook.cells.map((cell) => cell.kind));
  const ranks = [...present].map((kind) => rankOf(definitions.get(kind)?.stage ?? 'anywhere'));
  const reached = Math.max(-1, ...ranks);
  const isPast = (stage: Stage) => PREPARING.includes(stage) && rankOf(stage) < reached;
  return paletteEntries(notebook, notebook.cells.length, definitions)
    .filter(({ kind, isReady }) => isReady && !present.has(kind))
    .sort((a, b) => Number(isPast(a.stage)) - Number(isPast(b.stage)))
    .map(({ kind }) => kind);
}

function rankOf(stage: Stage): number {
  return stage === 'anywhere' ? -1 : STAGES.indexOf(stage);
}
