import { roundThreshold } from './round-threshold';
import type { TracedBranch, TracedNode } from './trace';
import type { TreeFeature } from './tree';

/**
 * What one feature must be on the way to a leaf, all questions about it in one: a number from `from`
 * on and below `below`, or a level that is `level` and none of `except`; `present` is false where only
 * a missing value fits, `missing` is true where one fits too.
 */
export interface Condition {
  readonly feature: number;
  readonly from: number | null;
  readonly below: number | null;
  readonly level: number | null;
  readonly except: readonly number[];
  readonly present: boolean;
  readonly missing: boolean;
}

/** Every row fits exactly one rule of a tree. */
export interface Rule {
  readonly label: number;
  /** One a feature, in the order in which the tree first asks about it; none: every row. */
  readonly conditions: readonly Condition[];
  /** Rows that fit, and those among them that the tree did not learn from. */
  readonly rows: number;
  readonly heldOut: number;
  /** Held-out rows that fit and are of this label. */
  readonly right: number;
}

/**
 * The paths of a tree as rules, from left to right. Thresholds are the shortest numbers that send all
 * traced rows the same way. Leaves side by side that agree are one rule.
 */
export function rulesOf(root: TracedNode): readonly Rule[] {
  return pathsOf(root, []);
}

function pathsOf(node: TracedNode, path: readonly Condition[]): readonly Rule[] {
  const { label, branch, rows, heldOut, right } = node;
  if (!branch) return [{ label, conditions: path, rows, heldOut, right }];
  const [onLeft, onRight] = sidesOf(branch);
  return [
    ...pathsOf(branch.left, narrowed(path, branch.split.feature, onLeft)),
    ...pathsOf(branch.right, narrowed(path, branch.split.feature, onRight)),
  ];
}

type Narrowing = (condition: Condition) => Condition;

function sidesOf({ split, low, high }: TracedBranch): readonly [Narrowing, Narrowing] {
  if (split.kind === 'present') {
    return [(on) => ({ ...on, missing: false }), (on) => ({ ...on, present: false })];
  }
  const missingOn = (on: Condition, isLeft: boolean) =>
    on.missing && split.isMissingLeft === isLeft;
  if (split.kind === 'level') {
    const { level } = split;
    return [
      (on) => ({ ...on, except: [...on.except, level], missing: missingOn(on, true) }),
      (on) => ({ ...on, level, except: [], missing: missingOn(on, false) }),
    ];
  }
  const at = limitOf(low, high);
  return [
    (on) => ({ ...on, below: Math.min(on.below ?? at, at), missing: missingOn(on, true) }),
    (on) => ({ ...on, from: Math.max(on.from ?? at, at), missing: missingOn(on, false) }),
  ];
}

/** Between infinite values nothing is rounded: from the right one on, and below it, is always true. */
function limitOf(low: number, high: number): number {
  return Number.isFinite(low) && Number.isFinite(high) ? roundThreshold(low, high) : high;
}

const ANYTHING = { from: null, below: null, level: null, except: [], present: true, missing: true };

function narrowed(
  path: readonly Condition[],
  feature: number,
  by: Narrowing,
): readonly Condition[] {
  if (!path.some((condition) => condition.feature === feature)) {
    return [...path, by({ feature, ...ANYTHING })];
  }
  return path.map((condition) => (condition.feature === feature ? by(condition) : condition));
}

/** True where a row fits every condition of a rule. */
export function fits(rule: Rule, features: readonly TreeFeature[], row: number): boolean {
  return rule.conditions.every((condition) => fitsOne(condition, features, row));
}

function fitsOne(condition: Condition, features: readonly TreeFeature[], row: number): boolean {
  const { from, below, level, except, present, missing } = condition;
  const feature = features[condition.feature]!;
  if (feature.kind === 'number') {
    const value = feature.values[row]!;
    if (Number.isNaN(value)) return missing;
    return present && (from === null || value >= from) && (below === null || value < below);
  }
  const code = feature.codes[row]!;
  if (code < 0) return missing;
  return present && (level === null ? !except.includes(code) : code === level);
}
