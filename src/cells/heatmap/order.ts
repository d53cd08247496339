import { optimalLeafOrder } from '../../metrics/leaf-order';
import { linkage } from '../../metrics/linkage';
import { profileDistances } from '../../metrics/profile-distances';
import type { HeatLine } from './display';

/** Beyond this many features the order of the file says as much, and a tree would take seconds. */
const MOST_ORDERED = 400;

/**
 * Indexes so that similar profiles are neighbours: a tree by average linkage of the Euclidean
 * distances between deviations, its leaves in the order that keeps neighbours nearest.
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

/** The deviations of one segment over all lines. */
export function profileOf(lines: readonly HeatLine[], segment: number): readonly (number | null)[] {
  return lines.map(({ effects }) => effects[segment] ?? null);
}
