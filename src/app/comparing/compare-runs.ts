import { decisiveParams, readinessOf } from '../../core/fingerprint';
import type { Definitions } from '../../core/graph';
import { canonicalJson, type Json, type JsonObject } from '../../core/json';
import { cellOf, type Cell, type Notebook } from '../../core/notebook';
import type { StoredResult } from '../../storage/port';
import { figuresOf, type Figure } from './figures';

/** A run: the document as it was, and what is kept of its results, by fingerprint. */
export interface RunSide {
  readonly notebook: Notebook;
  readonly results: ReadonlyMap<string, StoredResult>;
}

/** What two documents differ in, as far as results depend on it. */
export type Difference =
  | { readonly kind: 'added' | 'removed'; readonly cell: Cell }
  | {
      readonly kind: 'param';
      readonly cell: Cell;
      readonly param: string;
      readonly then: Json | undefined;
      readonly now: Json | undefined;
    }
  | {
      readonly kind: 'input';
      readonly cell: Cell;
      readonly input: string;
      readonly then: string | null;
      readonly now: string | null;
    }
  | { readonly kind: 'seed'; readonly then: number; readonly now: number }
  | { readonly kind: 'source'; readonly name: string };

/** A cell of either run, and what it came to in each. */
export interface CellPair {
  readonly cell: Cell;
  readonly then: Outcome;
  readonly now: Outcome;
  /** Figures that either has, in one order. */
  readonly figures: readonly FigurePair[];
}

/** `absent`: there was no such cell; `gone`: its result is not kept; `unset`: it could not run. */
export type Outcome =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unset' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'there'; readonly result: StoredResult };

export interface FigurePair extends Omit<Figure, 'value'> {
  readonly then: number | null;
  readonly now: number | null;
}

/** The parameters, connections and data that differ, in the order of the later document. */
export function differencesOf(
  then: Notebook,
  now: Notebook,
  definitions: Definitions,
): Difference[] {
  const found: Difference[] = [];
  if (then.seed !== now.seed) found.push({ kind: 'seed', then: then.seed, now: now.seed });
  for (const { name, sha256 } of now.sources) {
    const before = then.sources.find((source) => source.name === name);
    if (before && before.sha256 !== sha256) found.push({ kind: 'source', name });
  }
  for (const cell of now.cells) {
    const before = cellOf(then, cell.id);
    if (!before || before.kind !== cell.kind) found.push({ kind: 'added', cell });
    else found.push(...cellDifferences(before, cell, { then, now, definitions }));
  }
  for (const cell of then.cells) {
    if (cellOf(now, cell.id)?.kind !== cell.kind) found.push({ kind: 'removed', cell });
  }
  return found;
}

interface Documents {
  readonly then: Notebook;
  readonly now: Notebook;
  readonly definitions: Definitions;
}

function cellDifferences(before: Cell, cell: Cell, documents: Documents): Difference[] {
  const old = decisive(before, documents.then, documents.definitions);
  const next = decisive(cell, documents.now, documents.definitions);
  const names = new Set([...Object.keys(next), ...Object.keys(old)]);
  const params = [...names].flatMap((param): Difference[] => {
    const [then, now] = [old[param], next[param]];
    return isSame(then, now) ? [] : [{ kind: 'param', cell, param, then, now }];
  });
  const inputs = [...new Set([...Object.keys(cell.inputs), ...Object.keys(before.inputs)])];
  const rewired = inputs.flatMap((input): Difference[] => {
    const [then = null, now = null] = [before.inputs[input], cell.inputs[input]];
    return then === now ? [] : [{ kind: 'input', cell, input, then, now }];
  });
  return [...params, ...rewired];
}

/** The parameters that a result depends on: complete where the cell can run, else as they are saved. */
function decisive(cell: Cell, notebook: Notebook, definitions: Definitions): JsonObject {
  const ready = readinessOf(notebook, definitions).get(cell.id);
  if (ready?.status !== 'ready') return cell.params;
  return decisiveParams(ready.definition, ready.params);
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalJson(one) === canonicalJson(other);
}

/** Every cell of either run with its figures side by side, in the order of the later document. */
export function pairsOf(then: RunSide, now: RunSide, definitions: Definitions): CellPair[] {
  const gone = then.notebook.cells.filter(({ id }) => !cellOf(now.notebook, id));
  return [...now.notebook.cells, ...gone].map((cell) => {
    const before = outcomeOf(then, cell, definitions);
    const after = outcomeOf(now, cell, definitions);
    return { cell, then: before, now: after, figures: figurePairs(before, after) };
  });
}

function outcomeOf(side: RunSide, cell: Cell, definitions: Definitions): Outcome {
  const own = cellOf(side.notebook, cell.id);
  if (own?.kind !== cell.kind) return { kind: 'absent' };
  const ready = readinessOf(side.notebook, definitions).get(cell.id);
  if (ready?.status !== 'ready') return { kind: 'unset' };
  const result = side.results.get(ready.fingerprint);
  return result ? { kind: 'there', result } : { kind: 'gone' };
}

function figurePairs(then: Outcome, now: Outcome): FigurePair[] {
  const before = figuresIn(then);
  const after = figuresIn(now);
  const keys = new Map([...before, ...after].map((figure) => [figure.key, figure]));
  return [...keys.values()].map(({ key, words, isShare }) => ({
    key,
    words,
    isShare,
    then: before.find((figure) => figure.key === key)?.value ?? null,
    now: after.find((figure) => figure.key === key)?.value ?? null,
  }));
}

function figuresIn(outcome: Outcome): readonly Figure[] {
  return outcome.kind === 'there' ? figuresOf(outcome.result.display) : [];
}

/** Cells whose result of that run is not kept any more, so that only a rerun brings it back. */
export function goneIn(side: RunSide, definitions: Definitions): string[] {
  return side.notebook.cells
    .filter((cell) => outcomeOf(side, cell, definitions).kind === 'gone')
    .map(({ id }) => id);
}

/** The clusterings that both runs have, the nearest to the end first. */
export function clusteringsIn(pairs: readonly CellPair[], definitions: Definitions): string[] {
  return pairs
    .filter(({ cell, then, now }) => {
      const gives = definitions.get(cell.kind)?.gives;
      return gives === 'clustering' && then.kind === 'there' && now.kind === 'there';
    })
    .map(({ cell }) => cell.id);
}
