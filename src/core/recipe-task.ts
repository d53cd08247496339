import { bytesOf, fingerprintOfParts } from './fingerprint';
import type { Definitions } from './graph';
import type { Recipe, RecipeStep } from './staleness';
import type { CellTask } from './task';

const remembered = new WeakMap<Recipe, ReadonlyMap<string, string>>();

/** The fingerprints of all that a result was computed from, by cell. */
export function fingerprintsIn(recipe: Recipe): ReadonlyMap<string, string> {
  const known = remembered.get(recipe);
  if (known) return known;
  const found = new Map<string, string>();
  // Feeders come first.
  for (const step of recipe.steps) found.set(step.cellId, fingerprintOfStep(step, found));
  remembered.set(recipe, found);
  return found;
}

function fingerprintOfStep(step: RecipeStep, found: ReadonlyMap<string, string>): string {
  const { kind, version, params, seed, source, more } = step;
  const inputs = Object.entries(step.inputs).map(([name, id]) => [name, found.get(id) ?? '']);
  return fingerprintOfParts({
    kind,
    version,
    params,
    inputs: Object.fromEntries(inputs) as Readonly<Record<string, string>>,
    seed,
    source: bytesOf(source, more),
  });
}

/**
 * The task that gave a result, as its recipe remembers it; null when a cell type computes
 * differently by now, so that the same result would not come.
 */
export function taskOfRecipe(recipe: Recipe, definitions: Definitions): CellTask | null {
  const fingerprints = fingerprintsIn(recipe);
  const made = new Map<string, CellTask>();
  for (const step of recipe.steps) {
    const { cellId, kind, version, params, source, more } = step;
    if (definitions.get(kind)?.version !== version) return null;
    const inputs = Object.entries(step.inputs).flatMap(([name, id]) => {
      const feeder = made.get(id);
      return feeder ? [[name, feeder] as const] : [];
    });
    made.set(cellId, {
      fingerprint: fingerprints.get(cellId)!,
      cellId,
      kind,
      version,
      params: source ? { ...params, source: source.name } : params,
      // A cell that uses none computes the same with any.
      seed: step.seed ?? 0,
      inputs: Object.fromEntries(inputs),
      ...(source ? { source: { ...source, columns: [], rows: 0 } } : {}),
      ...(more ? { more: more.map((file) => ({ ...file, columns: [], rows: 0 })) } : {}),
    });
  }
  const task = made.get(recipe.steps.at(-1)?.cellId ?? '');
  return task?.fingerprint === recipe.fingerprint ? task : null;
}
