import { decisiveParams, readinessOf, type Ready } from './fingerprint';
import type { Definitions } from './graph';
import { canonicalJson, ownValue, type Json, type JsonObject } from './json';
import type { Notebook } from './notebook';
import type { ProblemReport } from './problem';

/** One cell as it was when a result was computed. */
export interface RecipeStep {
  readonly cellId: string;
  readonly kind: string;
  readonly version: number;
  /** Without the parameters that only change looks. */
  readonly params: JsonObject;
  /** Null when the seed does not matter to the cell. */
  readonly seed: number | null;
  readonly source: { readonly name: string; readonly sha256: string } | null;
  /** Further sources, read as one with the first. */
  readonly more?: readonly { readonly name: string; readonly sha256: string }[];
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * All that a result was computed from: the cell and everything upstream, feeders first.
 * Stored with the result, so that what changed since can be said in words.
 */
export interface Recipe {
  readonly fingerprint: string;
  readonly steps: readonly RecipeStep[];
}

/** What changed since a result was computed; a code and facts, the words come later. */
export type StaleReason =
  | {
      readonly kind: 'param';
      readonly cellId: string;
      readonly param: string;
      readonly from: Json;
      readonly to: Json;
    }
  | { readonly kind: 'seed'; readonly cellId: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'source';
      readonly cellId: string;
      /** Names of the files; equal when a file of the same name has other bytes. */
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'input';
      readonly cellId: string;
      readonly input: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** The cell type computes differently than it did. */
  | {
      readonly kind: 'version';
      readonly cellId: string;
      readonly from: number;
      readonly to: number;
    }
  /** The cell cannot be computed as the notebook stands. */
  | { readonly kind: 'blocked'; readonly cellId: string; readonly problem: ProblemReport };

/** What the result of a cell would be computed from; null when it cannot be computed. */
export function recipeOf(
  notebook: Notebook,
  cellId: string,
  definitions: Definitions,
): Recipe | null {
  const ready = readinessOf(notebook, definitions).get(cellId);
  if (ready?.status !== 'ready') return null;
  const steps = new Map<string, RecipeStep>();
  collectSteps(ready, notebook.seed, steps);
  return { fingerprint: ready.fingerprint, steps: [...steps.values()] };
}

function collectSteps(ready: Ready, seed: number, steps: Map<string, RecipeStep>): void {
  if (steps.has(ready.cell.id)) return;
  for (const input of Object.values(ready.inputs)) collectSteps(input, seed, steps);
  const { cell, definition, params, source, more } = ready;
  steps.set(cell.id, {
    cellId: cell.id,
    kind: cell.kind,
    version: definition.version,
    params: decisiveParams(definition, params),
    seed: definition.usesSeed ? seed : null,
    source: source ? { name: source.name, sha256: source.sha256 } : null,
    ...(more ? { more: more.map(({ name, sha256 }) => ({ name, sha256 })) } : {}),
    inputs: Object.fromEntries(
      Object.entries(ready.inputs).map(([name, input]) => [name, input.cell.id]),
    ),
  });
}

/**
 * Why a result no longer belongs to its cell, what lies furthest upstream first; empty while
 * it is fresh.
 */
export function whyStale(
  recipe: Recipe,
  { notebook, cellId }: { readonly notebook: Notebook; readonly cellId: string },
  definitions: Definitions,
): StaleReason[] {
  const readiness = readinessOf(notebook, definitions).get(cellId);
  if (!readiness) return [];
  if (readiness.status === 'blocked') {
    return [{ kind: 'blocked', cellId, problem: readiness.problem }];
  }
  const now = recipeOf(notebook, cellId, definitions);
  if (!now || now.fingerprint === recipe.fingerprint) return [];
  const before = new Map(recipe.steps.map((step) => [step.cellId, step]));
  return now.steps.flatMap((step) => {
    const old = before.get(step.cellId);
    return old && old.kind === step.kind ? changesOf(old, step) : [];
  });
}

function changesOf(old: RecipeStep, now: RecipeStep): StaleReason[] {
  const { cellId } = now;
  const reasons: StaleReason[] = [];
  if (old.source && now.source && old.source.sha256 !== now.source.sha256) {
    reasons.push({ kind: 'source', cellId, from: old.source.name, to: now.source.name });
  }
  for (const [i, { name, sha256 }] of (now.more ?? []).entries()) {
    const before = old.more?.[i];
    if (before?.name !== name || before.sha256 === sha256) continue;
    reasons.push({ kind: 'source', cellId, from: name, to: name });
  }
  reasons.push(...changedParams(old, now));
  if (old.seed !== null && now.seed !== null && old.seed !== now.seed) {
    reasons.push({ kind: 'seed', cellId, from: old.seed, to: now.seed });
  }
  for (const input of keysOf(old.inputs, now.inputs)) {
    const from = ownValue(old.inputs, input) ?? null;
    const to = ownValue(now.inputs, input) ?? null;
    if (from !== to) reasons.push({ kind: 'input', cellId, input, from, to });
  }
  if (old.version !== now.version) {
    reasons.push({ kind: 'version', cellId, from: old.version, to: now.version });
  }
  return reasons;
}

/** Where another choice brings parameters of its own, the choice is the reason, not they. */
function changedParams({ params: old, cellId }: RecipeStep, now: RecipeStep): StaleReason[] {
  const changed = keysOf(old, now.params).flatMap((param) => {
    const from = ownValue(old, param) ?? null;
    const to = ownValue(now.params, param) ?? null;
    if (canonicalJson(from) === canonicalJson(to)) return [];
    return [{ kind: 'param', cellId, param, from, to } as const];
  });
  const shared = changed.filter(
    ({ param }) => Object.hasOwn(old, param) && Object.hasOwn(now.params, param),
  );
  return shared.length > 0 ? shared : changed;
}

function keysOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(b), ...Object.keys(a)])];
}
