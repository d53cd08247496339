/** Points of a profile at most: enough for a curve, few enough for fifty segments. */
const MOST_POINTS = 200;

/**
 * The silhouette values of a segment from the highest to the lowest: all of them, or those at
 * evenly spaced ranks when there are more than 200; to four decimals, as many as a picture shows.
 */
export function profileOf(values: Float64Array): readonly number[] {
  const sorted = values.slice().sort().reverse();
  const points = Math.min(sorted.length, MOST_POINTS);
  return Array.from({ length: points }, (_, i) => {
    const rank = Math.floor(((i + 0.5) * sorted.length) / points);
    return Math.round(sorted[rank]! * 1e4) / 1e4;
  });
}
