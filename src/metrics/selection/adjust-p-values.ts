/**
 * P-values adjusted so that keeping those at most α holds the expected share of false finds at α
 * (Benjamini and Hochberg 1995), as `scipy.stats.false_discovery_control`. In the order given.
 */
export function adjustPValues(pValues: readonly number[]): readonly number[] {
  const count = pValues.length;
  const falling = pValues.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(count).fill(1);
  let least = 1;
  falling.forEach(({ p, i }, place) => {
    least = Math.min(least, (p * count) / (count - place));
    adjusted[i] = least;
  });
  return adjusted;
}
