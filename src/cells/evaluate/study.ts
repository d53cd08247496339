import type { CellResult } from '../../core/cell-compute';
import type { ClusterMeasures } from '../../metrics/cluster-measures';
import { excessOver, type Spread } from '../../metrics/excess';
import { meanInterval } from '../../metrics/intervals';
import type { Silhouette } from '../../metrics/silhouette';
import type {
  EvaluateDisplay,
  RuleFidelity,
  SegmentFigures,
  SegmentStability,
  StabilityStatus,
} from './display';
import { profileOf } from './profile';
import { depthFor } from './rules';
import { judge } from './verdict';

/** All that is known so far; stages add to it, and at any time it can be shown. */
export interface Study {
  readonly rows: number;
  readonly sizes: readonly number[];
  readonly minimumSize: number;
  /** Rows that each bootstrap sample draws. */
  readonly draws: number;
  status: StabilityStatus;
  measures?: ClusterMeasures;
  /** Null: undefined for these segments. */
  silhouette?: Silhouette | null;
  /** What is shown of it, one a segment: sorted once. */
  shapes: readonly Shape[];
  rules: readonly RuleFidelity[] | null;
  /** One a bootstrap sample: the best-match coefficients of the segments. */
  readonly bootstraps: (readonly (number | null)[])[];
  own?: Spread;
  readonly references: Spread[];
}

type Shape = Pick<SegmentFigures, 'silhouette' | 'histogram' | 'profile' | 'neighbor'>;

/** A coefficient up to this means that a cluster dissolved (Hennig, 2008). */
const DISSOLVED = 0.5;
/** Fewer samples have no interval. */
export const FEWEST_BOOTSTRAPS = 2;

export type Result = CellResult<'scores', EvaluateDisplay>;

/** The result so far, once indices and silhouette are known. */
export function resultOf(study: Study): Result | null {
  const { measures, silhouette: found } = study;
  if (!measures || found === undefined) return null;
  const silhouette = found?.mean ?? null;
  const { inertia, calinskiHarabasz, daviesBouldin, simplifiedSilhouette } = measures;
  const { rows, sizes, references, own } = study;
  const excess = own && study.status !== 'running' ? knownExcess(own, references) : null;
  const status = study.status;
  return {
    value: { kind: 'scores', silhouette, inertia, calinskiHarabasz, daviesBouldin },
    display: {
      rows,
      clusters: sizes.length,
      inertia,
      silhouette,
      silhouetteRows: found?.rows ?? 0,
      silhouetteError: found?.error ?? 0,
      simplifiedSilhouette,
      calinskiHarabasz,
      daviesBouldin,
      stability: { status, bootstraps: study.bootstraps.length, draws: study.draws },
      // Where nothing spreads, every even set is spread more.
      excess: excess === null || Number.isFinite(excess) ? excess : null,
      references: references.length,
      minimumSize: study.minimumSize,
      ruleDepth: depthFor(sizes.length),
      segments: segmentsOf(study, { excess, measures }),
    },
  };
}

/** Null where even sets have no deviation to go by. */
function knownExcess(own: Spread, references: readonly Spread[]): number | null {
  const excess = excessOver(own, references);
  return excess === -Infinity ? null : excess;
}

function segmentsOf(
  study: Study,
  of: {
    readonly excess: number | null;
    readonly measures: ClusterMeasures;
  },
): readonly SegmentFigures[] {
  const { sizes, minimumSize, status } = study;
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, segment) => {
    const figures = {
      size,
      ...study.shapes[segment]!,
      ...distancesOf(segment, of.measures),
      stability: stabilityOf(segment, study),
      rules: study.rules?.[segment] ?? null,
    };
    return {
      ...figures,
      verdict: judge(figures, { minimumSize, rows, status, excess: of.excess }),
    };
  });
}

/** Keeps a silhouette and what is shown of it. */
export function keepSilhouette(study: Study, found: Silhouette | null): void {
  study.silhouette = found;
  study.shapes = study.sizes.map((_, segment) => shapeOf(segment, found));
}

function shapeOf(segment: number, found: Silhouette | null): Shape {
  const scored = found?.clusters[segment];
  const rows = found?.byRow;
  return {
    silhouette: scored?.mean ?? null,
    histogram: scored?.histogram ?? new Array<number>(40).fill(0),
    profile: rows
      ? profileOf(rows.values.subarray(rows.ends[segment - 1] ?? 0, rows.ends[segment]))
      : [],
    neighbor: scored?.neighbor ?? null,
  };
}

function distancesOf(
  segment: number,
  { spreads }: ClusterMeasures,
): Pick<SegmentFigures, 'cohesion' | 'separation'> {
  const { cohesion, nearest } = spreads[segment]!;
  return {
    cohesion,
    separation: nearest && { segment: nearest.cluster, distance: nearest.distance },
  };
}

function stabilityOf(segment: number, { bootstraps }: Study): SegmentStability | null {
  return summarizeSegment(bootstraps.flatMap((sample) => sample[segment] ?? []));
}

/**
 * The stability of a segment from its coefficients in the samples that held a row of it, with
 * Student's interval within 0 … 1; null with fewer than two.
 */
export function summarizeSegment(coefficients: readonly number[]): SegmentStability | null {
  const count = coefficients.length;
  if (count < FEWEST_BOOTSTRAPS) return null;
  const mean = coefficients.reduce((sum, value) => sum + value, 0) / count;
  const squares = coefficients.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const { low, high } = meanInterval({ count, mean, squares })!;
  const dissolved = coefficients.filter((value) => value <= DISSOLVED).length;
  return { mean, low: Math.max(0, low), high: Math.min(1, high), dissolved };
}
