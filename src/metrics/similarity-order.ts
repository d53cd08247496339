import { optimalLeafOrder } from './leaf-order';
import { linkage } from './linkage';
import { profileDistances } from './profile-distances';

/** Beyond this many profiles the given order says as much, and a tree would take seconds. */
const MOST_ORDERED = 400;

/**
 * Indexes so that similar profiles are neighbours: a tree by average linkage of their Euclidean
 * distances, its leaves in the order that keeps neighbours nearest. Null is a gap, not a zero.
 */
export function* similarityOrder(
  profiles: readonly (readonly (number | null)[])[],
): Generator<void, readonly number[]> {
  if (profiles.length < 2 || profiles.length > MOST_ORDERED) return [...profiles.keys()];
  const distances = profileDistances(profiles);
  const merges = linkage(distances, Array<number>(profiles.length).fill(1), 'average');
  yield;
  return yield* optimalLeafOrder(distances, merges);
}
