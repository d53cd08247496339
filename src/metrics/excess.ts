/** How closely the rows of one set lie about their centroids, for k = 1 and each k of the range. */
export interface Spread {
  /** ln of the inertia; −Infinity for none. */
  readonly logWithin: readonly number[];
  /** Simplified silhouettes. */
  readonly silhouettes: readonly number[];
}

/**
 * Least excess over evenly spread rows that counts as structure: even noise of 2 to 10 columns stayed
 * below it, see the tests of choosing k.
 */
export const STRUCTURE = 4;

/**
 * How far the best k of the data stands out from sets of rows spread evenly, in deviations of such
 * sets: the largest over k and over two measures of (own − mean) / (sd · √(1 + 1/B)). The measures
 * are the fall of log W from one cluster to k, and the simplified silhouette at k. Differences
 * within a set vary much less between sets than W itself, so this sees structure where
 * Tibshirani's rule, which compares neighbours, does not. Null with fewer than two sets, and
 * Infinity where nothing spreads.
 */
export function excessOver(own: Spread, references: readonly Spread[]): number | null {
  if (references.length < 2 || own.logWithin.length < 2) return null;
  let most = -Infinity;
  for (let k = 1; k < own.logWithin.length; k++) {
    const fall = (spread: Spread) => spread.logWithin[0]! - spread.logWithin[k]!;
    const silhouette = (spread: Spread) => spread.silhouettes[k]!;
    for (const measure of [fall, silhouette]) {
      most = Math.max(most, standing(measure(own), references.map(measure)));
    }
  }
  return most;
}

function standing(own: number, others: readonly number[]): number {
  const count = others.length;
  const mean = others.reduce((sum, value) => sum + value, 0) / count;
  const squares = others.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt((squares / (count - 1)) * (1 + 1 / count));
  if (own === Infinity) return Infinity;
  return deviation > 0 && Number.isFinite(own) ? (own - mean) / deviation : -Infinity;
}
