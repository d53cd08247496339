/**
 * Euclidean distances between profiles, n × n: over what is present in both, scaled up to the whole
 * length, so that a gap is no difference. Two profiles without anything in common are as far apart
 * as the farthest two.
 */
export function profileDistances(profiles: readonly (readonly (number | null)[])[]): Float64Array {
  const n = profiles.length;
  const distances = new Float64Array(n * n);
  const unknown: number[] = [];
  let farthest = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const distance = distanceOf(profiles[i]!, profiles[j]!);
      if (distance === null) unknown.push(i * n + j);
      else farthest = Math.max(farthest, distance);
      distances[i * n + j] = distance ?? 0;
    }
  }
  for (const at of unknown) distances[at] = farthest;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) distances[i * n + j] = distances[j * n + i]!;
  return distances;
}

function distanceOf(a: readonly (number | null)[], b: readonly (number | null)[]): number | null {
  let [squares, shared] = [0, 0];
  for (let j = 0; j < a.length; j++) {
    const [x, y] = [a[j] ?? null, b[j] ?? null];
    if (x === null || y === null) continue;
    squares += (x - y) ** 2;
    shared++;
  }
  return shared === 0 ? null : Math.sqrt((squares * a.length) / shared);
}
