import type { Random } from '../../core/random';
import type { Shards, ShardWork } from '../../core/shards';
import type { KMeansParams } from './fit';
import { chooseStarts, trialsOf } from '../parts/starts';

/**
 * Starts for every number of clusters up to `most`, chosen once for all that share them: starts of
 * greedy k-means++ for fewer clusters are the first of those for more, where the number of trials is
 * the same; starts by farthest first always are. A restart draws the same random numbers whatever the
 * number of clusters, so what comes back is what `chooseStarts` would give.
 */
export function createSharedStarts(
  points: Shards,
  { start, most }: { readonly start: KMeansParams['start']; readonly most: number },
): (clusters: number, restart: number, random: Random) => ShardWork<Float64Array> {
  const known = new Map<string, Float64Array>();
  return async function* (clusters, restart, random) {
    const together = lastTogether(start, clusters, most);
    const key = `${restart} ${together}`;
    const all =
      known.get(key) ?? (yield* chooseStarts(points, { start, clusters: together }, random));
    known.set(key, all);
    return all.slice(0, clusters * points.columns);
  };
}

/** The largest number of clusters whose starts begin with those for this one. */
function lastTogether(start: KMeansParams['start'], clusters: number, most: number): number {
  if (start === 'random') return clusters;
  if (start === 'farthest-first') return most;
  let last = clusters;
  while (last < most && trialsOf(last + 1) === trialsOf(clusters)) last++;
  return last;
}
