/** What a segment may be used for: acted on, with care, or not. */
export type VerdictKind = 'use' | 'care' | 'avoid';

/**
 * Why a segment is not simply usable. Forbidding: `too-small`, fewer rows than asked for;
 * `dissolves`, it does not come back; `misplaced`, its rows lie nearer to another segment. Calling
 * for care: `doubtful`, it may not come back; `unmeasured`, nobody knows whether it does;
 * `overlaps`; `no-structure`, no segment stands out from rows spread evenly; `small-share`;
 * `blurred`, no short rule tells who is in it.
 */
export type Reason =
  | 'too-small'
  | 'dissolves'
  | 'misplaced'
  | 'doubtful'
  | 'unmeasured'
  | 'overlaps'
  | 'no-structure'
  | 'small-share'
  | 'blurred';

export interface Verdict {
  readonly kind: VerdictKind;
  /** The weightiest first; none for a segment that can be used. */
  readonly reasons: readonly Reason[];
}

/** How surely a segment comes back when rows are drawn anew. */
export interface SegmentStability {
  /** Mean best-match Jaccard coefficient over the bootstrap samples, and its interval of 95 %. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Samples in which it dissolved: a coefficient of 0.5 at most. */
  readonly dissolved: number;
}

/** How well a few short rules tell a segment, on rows that they were not learnt from. */
export interface RuleFidelity {
  /** Held-out rows that the rules put into the segment, rows of the segment, and both. */
  readonly named: number;
  readonly heldOut: number;
  readonly right: number;
}

export interface SegmentFigures {
  readonly size: number;
  /** Mean silhouette of the scored rows of the segment; null when none was scored. */
  readonly silhouette: number | null;
  /** 40 equal bins of −1 … 1. */
  readonly histogram: readonly number[];
  /** Its values from the highest to the lowest, at most 200 of them, evenly spaced by rank. */
  readonly profile: readonly number[];
  /** Index of the segment that its rows are nearest to after their own, by mean distance. */
  readonly neighbor: number | null;
  /** Mean distance of all its rows to their mean; null without rows. */
  readonly cohesion: number | null;
  /** The segment whose mean is nearest to its own, and how far; null without another. */
  readonly separation: { readonly segment: number; readonly distance: number } | null;
  /** Null when it was not measured, or no sample held a row of the segment. */
  readonly stability: SegmentStability | null;
  /** Null when no rows were held out. */
  readonly rules: RuleFidelity | null;
  /** Null while it is being found out. */
  readonly verdict: Verdict | null;
}

/**
 * Whether stability was measured, or why not: it was left out; `one-segment`; `by-hand`, no method
 * gave these segments; `density`, a method that goes by how densely rows lie, which drawing
 * changes; `refused`, the method could not do with the rows drawn; `stopped` before two samples.
 */
export type StabilityStatus =
  | 'measured'
  | 'running'
  | 'left-out'
  | 'one-segment'
  | 'by-hand'
  | 'density'
  | 'refused'
  | 'stopped';

export interface EvaluateDisplay {
  readonly rows: number;
  readonly clusters: number;
  readonly inertia: number;
  /** Null when undefined (k < 2 or k > n − 1). */
  readonly silhouette: number | null;
  /** Rows scored for the silhouette; equals `rows` when exact. */
  readonly silhouetteRows: number;
  /** Standard error of the sampled mean; 0 when exact. */
  readonly silhouetteError: number;
  /** From distances to the segments' means, over all labelled rows; null when undefined. */
  readonly simplifiedSilhouette: number | null;
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  readonly stability: {
    readonly status: StabilityStatus;
    /** Bootstrap samples finished, and rows drawn for each; fewer than there are: a sample. */
    readonly bootstraps: number;
    readonly draws: number;
  };
  /** Deviations by which the segments stand out from rows spread evenly; null when unknown. */
  readonly excess: number | null;
  /** Sets of evenly spread rows compared with. */
  readonly references: number;
  /** Fewer rows in a segment are too few to act on. */
  readonly minimumSize: number;
  /** Questions that the longest rule may ask. */
  readonly ruleDepth: number;
  readonly segments: readonly SegmentFigures[];
}
