/**
 * The number in (low, high] that is shortest to write, nearest to the middle of equally short ones:
 * `value < it` parts the same values as `value ≤ low`. Falls back on `high` itself.
 */
export function roundThreshold(low: number, high: number): number {
  const fits = (value: number) => low < value && value <= high;
  if (fits(0)) return 0;
  const largest = Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high)))) + 1;
  for (let power = largest; power > largest - 18; power--) {
    for (const multiple of [10, 5, 1]) {
      // 5 × 10^p is as easy to read as 10^(p + 1) is: both come before single steps.
      const nearest = Math.round((low / 2 + high / 2) / (multiple * Number(`1e${power - 1}`)));
      const found = [nearest, nearest + 1, nearest - 1]
        // Decimal text gives the double that is nearest to it; a product may miss it.
        .map((count) => Number(`${count * multiple}e${power - 1}`))
        .find(fits);
      if (found !== undefined) return found;
    }
  }
  return high;
}
