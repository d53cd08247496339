/**
 * How well each cluster of one labelling is found again in another of the same rows: for each the
 * largest Jaccard coefficient |A ∩ B| / |A ∪ B| over the clusters B of the other (Hennig,
 * "Cluster-wise assessment of cluster stability", CSDA 52, 2007). Null for a cluster without a
 * row. Noise (−1) is in no cluster. Labels are 0 … clusters − 1 and 0 … otherClusters − 1.
 */
export function bestMatchJaccard(
  labels: Int32Array,
  others: Int32Array,
  { clusters, otherClusters }: { readonly clusters: number; readonly otherClusters: number },
): (number | null)[] {
  const shared = new Float64Array(clusters * otherClusters);
  const sizes = new Float64Array(clusters);
  const otherSizes = new Float64Array(otherClusters);
  for (let i = 0; i < labels.length; i++) {
    const [label, other] = [labels[i]!, others[i]!];
    if (label >= 0) sizes[label]!++;
    if (other >= 0) otherSizes[other]!++;
    if (label >= 0 && other >= 0) shared[label * otherClusters + other]!++;
  }
  return Array.from(sizes, (size, c) => {
    if (size === 0) return null;
    let best = 0;
    for (let o = 0; o < otherClusters; o++) {
      const both = shared[c * otherClusters + o]!;
      best = Math.max(best, both / (size + otherSizes[o]! - both));
    }
    return best;
  });
}
