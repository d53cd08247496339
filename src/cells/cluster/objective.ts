import { clusteringAlgorithm } from '../../algorithms/catalogue';
import type { Objective } from '../../core/algorithm';

/** The inertia, which every algorithm minimises that names nothing else. */
const INERTIA: Objective = {
  name: { zh: '簇内平方和', en: 'inertia' },
  explained: ({ zh, en }) => ({
    zh: `解释了总方差的 ${zh}`,
    en: `explains ${en} of the variance`,
  }),
};

/** What a method minimises; `zeroMeansEqual`: at zero every row equals the middle of its cluster. */
export function objectiveOf(method: unknown): Objective & { readonly zeroMeansEqual: boolean } {
  const objective = clusteringAlgorithm(method)?.text.objective;
  return { ...(objective ?? INERTIA), zeroMeansEqual: objective === undefined };
}

/** True for a method whose trace counts something else than iterations. */
export function hasOwnSteps(method: unknown): boolean {
  return clusteringAlgorithm(method)?.text.steps !== undefined;
}
