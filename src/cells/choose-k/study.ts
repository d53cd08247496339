import type { ClusteringFit } from '../../core/algorithm';
import type { Matrix } from '../../core/matrix';
import { excessOver, type Spread } from '../../metrics/excess';
import { summarizeGap } from '../../metrics/gap';
import { spreadOf } from '../../metrics/reference-spread';
import { summarizeStability } from '../../metrics/stability';
import { decide } from './decide';
import type { Candidate, ChooseKDisplay, Verdict } from './display';
import { settleTies, votesOf } from './votes';

/** A k of the data itself: its fit and what can be measured at once. */
export interface Fitted {
  readonly fit: ClusteringFit;
  readonly measured: Pick<
    Candidate,
    'silhouette' | 'silhouetteError' | 'calinskiHarabasz' | 'daviesBouldin'
  >;
  /** Simplified silhouette, which the reference sets have too. */
  readonly centroidSilhouette: number;
}

/** All that is known so far; stages add to it, and at any time it can be shown. */
export interface Study {
  readonly rows: number;
  readonly sample: Matrix;
  readonly from: number;
  readonly to: number;
  totalInertia: number;
  readonly fitted: Fitted[];
  /** One a reference set. */
  readonly references: Spread[];
  /** One a bootstrap sample: for each k the best-match coefficients of its clusters. */
  readonly bootstraps: (readonly (number | null)[])[][];
  isFinished: boolean;
}

export function createStudy(
  sample: Matrix,
  range: { readonly rows: number; readonly from: number; readonly to: number },
): Study {
  const none = { fitted: [], references: [], bootstraps: [] };
  return { ...range, ...none, sample, totalInertia: 0, isFinished: false };
}

export function displayOf(study: Study): ChooseKDisplay {
  const { rows, sample, from, to, fitted, references, bootstraps } = study;
  const own = spreadOf(study.totalInertia, {
    inertias: fitted.map(({ fit }) => fit.inertia),
    silhouettes: fitted.map(({ centroidSilhouette }) => centroidSilhouette),
  });
  const gaps = summarizeGap(
    own.logWithin,
    references.map(({ logWithin }) => logWithin),
  );
  const candidates = fitted.map((one, i): Candidate => {
    const { clusters, inertia, labels } = one.fit;
    const gap = gaps[i + 1] ?? null;
    const stability = summarizeStability(bootstraps.map((sampled) => sampled[i] ?? []));
    return {
      clusters,
      inertia: inertia / sample.rows,
      ...one.measured,
      gap: gap?.gap ?? null,
      gapError: gap?.error ?? 0,
      stability: stability?.mean ?? null,
      stabilityError: stability?.error ?? 0,
      smallest: smallestShare(labels, clusters),
    };
  });
  const single = gaps[0] ?? null;
  const excess = excessOver(own, references);
  const known = { totalInertia: study.totalInertia / sample.rows, single, candidates };
  const found = { votes: votesOf(known), excess };
  const verdict = verdictOf(study, { ...known, ...found });
  return {
    rows,
    sampled: sample.rows,
    columns: sample.columns,
    from,
    to,
    ...known,
    references: references.length,
    bootstraps: bootstraps.length,
    excess,
    votes: 'clusters' in verdict ? settleTies(found.votes, candidates, verdict) : found.votes,
    verdict,
  };
}

function verdictOf(study: Study, known: Parameters<typeof decide>[0]): Verdict {
  if (!study.isFinished) return { kind: 'unfinished' };
  return decide(known);
}

function smallestShare(labels: Int32Array, clusters: number): number {
  const sizes = new Float64Array(clusters);
  for (const label of labels) sizes[label]!++;
  return Math.min(...sizes) / labels.length;
}
