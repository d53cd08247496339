import type { ClusteringAlgorithm } from '../core/algorithm';

const fits = import.meta.glob<ClusteringAlgorithm>('./*/fit.ts', {
  eager: true,
  import: 'default',
});

/** The work of the clustering algorithm of this name. */
export function clusteringFitOf(name: string): ClusteringAlgorithm | undefined {
  return Object.values(fits).find(({ definition }) => definition.name === name);
}
