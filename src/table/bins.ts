/**
 * Equal bins of [from, to] on a linear axis: the bin of a value, the last one holding `to`. The
 * edges are those of numpy.histogram (from + i × step), and a value on an edge belongs to the bin
 * above it, however the division rounds. `from` must be less than `to`.
 */
export function createBins(from: number, to: number, bins: number): (value: number) => number {
  // Parts where the range itself is not a double.
  const step = to - from < Infinity ? (to - from) / bins : to / bins - from / bins;
  const edges = Float64Array.from({ length: bins }, (_, bin) => from + bin * step);
  const range = to / 2 - from / 2;
  // Numbers too close for a double to halve their distance.
  if (!(range > 0 && step > 0)) return (value) => (value < to ? 0 : bins - 1);
  return (value) => {
    if (value >= to) return bins - 1;
    const share = (value / 2 - from / 2) / range;
    const near = Math.min(bins - 1, Math.floor(share * bins));
    const [edge, next] = [edges[near]!, edges[near + 1] ?? Infinity];
    if (value < edge) return near - 1;
    // Edges coincide where the doubles between the ends are fewer than the bins.
    return value >= next && next > edge ? near + 1 : near;
  };
}
