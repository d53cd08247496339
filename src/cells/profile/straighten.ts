import type { JsonObject } from '../../core/json';
import type { Sibling, SiblingTarget } from '../../core/view-props';
import type { Alert } from '../../table/profile/alert';
import { cleaningOf } from './remedies';

/** A skewed column that its features cell can straighten, or already does. */
export interface Straightening {
  readonly column: string;
  readonly isDone: boolean;
}

/**
 * For each alert, what the features cell beside can do about it; null where it is no matter of
 * features. Behind a cleaning cell there is none to be seen from here, and none is added.
 */
export function straightenings(
  alerts: readonly Alert[],
  siblings: readonly Sibling[],
): readonly (Straightening | null)[] {
  const features = featuresOf(siblings);
  if (features === null && cleaningOf(siblings) !== null) return alerts.map(() => null);
  return alerts.map(({ kind, columns: [column] }) => {
    if (kind !== 'skewed' || column === undefined) return null;
    if (features === null) return { column, isDone: false };
    return isUsed(features, column)
      ? { column, isDone: transformFor(features, column) !== 'none' }
      : null;
  });
}

/** Without chosen columns the cell takes every number column that varies. */
function isUsed({ params }: Sibling, column: string): boolean {
  const columns: unknown = params['columns'];
  return !Array.isArray(columns) || columns.length === 0 || columns.includes(column);
}

function featuresOf(siblings: readonly Sibling[]): Sibling | null {
  return siblings.find(({ kind }) => kind === 'features') ?? null;
}

/** Rules for single columns as the features cell keeps them. */
function rulesOf(features: Sibling | null): readonly JsonObject[] {
  const rules = features?.params['custom'];
  // The definition of that cell has parsed them.
  return Array.isArray(rules) ? (rules as JsonObject[]) : [];
}

function transformFor(features: Sibling, column: string): unknown {
  const own = rulesOf(features).findLast((rule) => rule.column === column);
  return own?.transform ?? features.params['transform'];
}

/** Where the transform goes, and the rules of that cell with it; what the rule says of others stays. */
export function withStraightening(
  siblings: readonly Sibling[],
  column: string,
): { readonly target: SiblingTarget; readonly patch: JsonObject } {
  const features = featuresOf(siblings);
  const rules = rulesOf(features);
  const own = rules.findLast((rule) => rule.column === column) ?? { column };
  const others = rules.filter((rule) => rule.column !== column);
  const target = features === null ? { kind: 'features' } : { kind: 'features', id: features.id };
  return { target, patch: { custom: [...others, { ...own, transform: 'auto' }] } };
}
