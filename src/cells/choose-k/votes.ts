import { chooseByGap, type Gap } from '../../metrics/gap';
import type { Candidate, IndexKey } from './display';

export interface Known {
  /** A row's share of the inertia of one cluster. */
  readonly totalInertia: number;
  readonly single: { readonly gap: number; readonly error: number } | null;
  readonly candidates: readonly Candidate[];
}

/** The k that each index points to by its own rule; of equally good ones the fewest clusters. */
export function votesOf(known: Known): Record<IndexKey, number | null> {
  const { candidates } = known;
  return {
    inertia: kneeOf(known),
    silhouette: bestOf(candidates, ({ silhouette }) => silhouette),
    calinskiHarabasz: bestOf(candidates, ({ calinskiHarabasz }) => calinskiHarabasz),
    daviesBouldin: bestOf(candidates, ({ daviesBouldin }) =>
      daviesBouldin === null ? null : -daviesBouldin,
    ),
    gap: gapVote(known),
    stability: bestOf(candidates, ({ stability }) => stability),
  };
}

/** Values that look the same on the screen. */
const ALIKE = 0.0005;

/** An index whose value at the recommended k is as good as the best does not point elsewhere. */
export function settleTies(
  votes: Record<IndexKey, number | null>,
  candidates: readonly Candidate[],
  { clusters }: { readonly clusters: number },
): Record<IndexKey, number | null> {
  const at = (k: number | null) => candidates.find((candidate) => candidate.clusters === k);
  const settled = { ...votes };
  for (const key of ['silhouette', 'daviesBouldin', 'stability'] as const) {
    const [best, own] = [at(votes[key])?.[key], at(clusters)?.[key]];
    if (typeof best !== 'number' || typeof own !== 'number') continue;
    if (Math.abs(best - own) < ALIKE) settled[key] = clusters;
  }
  return settled;
}

function bestOf(
  candidates: readonly Candidate[],
  worth: (candidate: Candidate) => number | null,
): number | null {
  let best: number | null = null;
  let most = -Infinity;
  for (const candidate of candidates) {
    const value = worth(candidate);
    if (value === null || value <= most) continue;
    most = value;
    best = candidate.clusters;
  }
  return best;
}

/**
 * The knee of the inertia: how many times more the step to k took off than the step beyond it.
 * Needs the k before (one cluster for k = 2) and the k after; Infinity where nothing is left.
 */
export function sharpnessOf({ totalInertia, candidates }: Known): readonly (number | null)[] {
  return candidates.map(({ clusters, inertia }, i) => {
    const before = candidates[i - 1]?.inertia ?? (clusters === 2 ? totalInertia : undefined);
    const after = candidates[i + 1]?.inertia;
    if (before === undefined) return null;
    if (inertia === 0) return before > 0 ? Infinity : null;
    if (after === undefined) return null;
    // A worse optimum beyond k can cost more than k did: a step of nothing then.
    const step = Math.max(inertia - after, 1e-9 * totalInertia);
    return Math.max(0, before - inertia) / step;
  });
}

function kneeOf(known: Known): number | null {
  const sharpness = sharpnessOf(known);
  const worth = new Map(known.candidates.map((candidate, i) => [candidate, sharpness[i] ?? null]));
  return bestOf(known.candidates, (candidate) => worth.get(candidate) ?? null);
}

/** Tibshirani's rule, from one cluster on where the range begins at two. */
function gapVote({ single, candidates }: Known): number | null {
  const gaps: Gap[] = [];
  if (single && candidates[0]?.clusters === 2) gaps.push({ clusters: 1, ...single });
  for (const { clusters, gap, gapError } of candidates) {
    // Nothing spreads from here on: the rule has nothing to compare.
    if (gap === null) break;
    gaps.push({ clusters, gap, error: gapError });
  }
  return chooseByGap(gaps);
}
