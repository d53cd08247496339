/**
 * The gap statistic (Tibshirani, Walther and Hastie, JRSS B 63, 2001): how much more compact k
 * clusters of the data are than k clusters of rows spread evenly, Gap(k) = mean of log W*(k) −
 * log W(k), where W is the sum of squared distances to the centroids. As clusGap of R's package
 * `cluster` with d.power = 2, which halves W: a constant that the difference loses.
 */
export interface Gap {
  readonly clusters: number;
  readonly gap: number;
  /** s(k) = sd · √(1 + 1/B), the deviation over the B reference sets with divisor B − 1, as clusGap. */
  readonly error: number;
}

/**
 * Gap and s for each k from the log W of the data and of the reference sets (one list of the same
 * ks a set); null where a logarithm is not finite, since every row lies on a centroid there.
 */
export function summarizeGap(
  logWithin: readonly number[],
  references: readonly (readonly number[])[],
): ({ readonly gap: number; readonly error: number } | null)[] {
  const count = references.length;
  return logWithin.map((own, at) => {
    const logs = references.map((reference) => reference[at] ?? -Infinity);
    if (count === 0 || ![own, ...logs].every(Number.isFinite)) return null;
    const mean = logs.reduce((sum, log) => sum + log, 0) / count;
    const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
    const deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
    return { gap: mean - own, error: deviation * Math.sqrt(1 + 1 / count) };
  });
}

/**
 * Tibshirani's rule: the smallest k with Gap(k) ≥ Gap(k + 1) − s(k + 1). When none has it, the
 * last k. `gaps` are in the order of k without holes; null without any.
 */
export function chooseByGap(gaps: readonly Gap[]): number | null {
  for (const [i, { clusters, gap }] of gaps.entries()) {
    const next = gaps[i + 1];
    if (next && gap >= next.gap - next.error) return clusters;
  }
  return gaps.at(-1)?.clusters ?? null;
}
