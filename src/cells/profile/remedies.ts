import type { JsonObject } from '../../core/json';
import type { Sibling, SiblingTarget } from '../../core/view-props';
import type { Language } from '../../core/words';
import type { CleanStep } from '../../table/clean/step';
import type { Alert } from '../../table/profile/alert';
import { suggestSteps } from '../../table/profile/suggest-steps';
import { sentenceOf } from './alert-sentences';
import { remedyWords, severityWords } from './remedy-words';

/** An alert as a line of the list. */
export interface AlertRow {
  readonly key: string;
  readonly severity: Alert['severity'];
  readonly rank: string;
  readonly sentence: string;
  /** What its button does; null where cleaning is not the answer. */
  readonly remedy: string | null;
  readonly steps: readonly CleanStep[];
  readonly isSafe: boolean;
  /** True when the cleaning beside already has all its steps. */
  readonly isDone: boolean;
}

export function alertRows(
  alerts: readonly Alert[],
  done: readonly unknown[],
  language: Language,
): readonly AlertRow[] {
  const known = new Set(done.map((step) => JSON.stringify(sorted(step))));
  return alerts.map((alert, i) => {
    const remedy = suggestSteps(alert);
    const steps = remedy?.steps ?? [];
    return {
      key: `${i} ${alert.kind}`,
      severity: alert.severity,
      rank: severityWords[alert.severity][language],
      sentence: sentenceOf(alert)[language],
      remedy: remedy === null ? null : remedyWords(alert)[language],
      steps,
      isSafe: remedy?.isSafe ?? false,
      isDone: steps.length > 0 && steps.every((step) => known.has(JSON.stringify(sorted(step)))),
    };
  });
}

/** With the keys in order, so that equal steps read the same. */
function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, sorted(value)]));
}

/** The cleaning of the same table, if there is one: the nearest. */
export function cleaningOf(siblings: readonly Sibling[]): Sibling | null {
  return siblings.find(({ kind }) => kind === 'clean') ?? null;
}

export function stepsOf(cleaning: Sibling | null): readonly unknown[] {
  const steps = cleaning?.params['steps'];
  return Array.isArray(steps) ? steps : [];
}

/** Where the steps go, and what the cell there then holds: those it has, and the new ones behind. */
export function withSteps(
  cleaning: Sibling | null,
  steps: readonly CleanStep[],
): { readonly target: SiblingTarget; readonly patch: JsonObject } {
  // Steps are plain JSON by their type.
  const added = steps as unknown as JsonObject[];
  if (cleaning === null) {
    return { target: { kind: 'clean', standsBetween: true }, patch: { steps: added } };
  }
  // As the document has them.
  const had = stepsOf(cleaning) as JsonObject[];
  return { target: { kind: 'clean', id: cleaning.id }, patch: { steps: [...had, ...added] } };
}

/** The safe remedies that are not done yet, in order. */
export function stepsToApply(rows: readonly AlertRow[]): readonly CleanStep[] {
  return rows.flatMap(({ isSafe, isDone, steps }) => (isSafe && !isDone ? steps : []));
}
