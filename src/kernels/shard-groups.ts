import type { Bench } from './shard-bench';
import { codeLength, codesOf } from './shard-codes';
import { roundedUp } from './shard-drift';
import { labelBuffer } from './shard-labels';
import type { Laid } from './shard-layout';
import type { Look } from './shard-look';
import { LIST_ROWS } from './shard-memory';
import type { Tracking } from './shard-tracking';

/** From this many products a row on, bounds for groups of centroids pay. */
const LEAST_PRODUCTS = 640;
/** Bounds of a shard take at most this much. */
const MOST_BYTES = 2 ** 24;

/** Groups in a word of a mask. */
const WORD = 32;

/** Whether rows should keep a bound for every group of centroids. */
export function suitsGroups({ memory }: Bench, clusters: number): boolean {
  if (clusters < 2 || clusters * memory.columns < LEAST_PRODUCTS) return false;
  return boundsBytes(memory.rows, clusters) <= MOST_BYTES;
}

function boundsBytes(rows: number, clusters: number): number {
  return Math.ceil(rows / 16) * Math.ceil(clusters / 4) * 64;
}

/** Where things lie. */
function layOutGroups({ memory }: Bench, clusters: number) {
  const { rows, columns } = memory;
  const groups = Math.ceil(clusters / 4);
  const words = Math.ceil(groups / WORD);
  return {
    groups,
    words,
    codes: memory.kept('group codes', groups * codeLength(columns) * 8),
    terms: memory.kept('terms', groups * 48),
    paths: memory.kept('paths', clusters * 4),
    groupPaths: memory.kept('group paths', groups * 4),
    bounds: memory.kept('bounds', boundsBytes(rows, clusters)),
    nears: memory.kept('nears', rows * 4),
    masks: memory.kept('masks', LIST_ROWS * words * 4),
    room: memory.kept('room', Math.max(groups * 40 + 160, codeLength(columns) * 8)),
  };
}

/** Bounds for groups of centroids, see `listByGroups`. */
export function lookAtGroups(bench: Bench, laid: Laid, tracking: Tracking): Look {
  const { kernels, memory } = bench;
  const { columns, points } = memory;
  const { list, found } = memory.tracking();
  const { centroids, drift } = tracking;
  const { rowMajor } = laid;
  const clusters = centroids.length / columns;
  const at = layOutGroups(bench, clusters);
  const own = codesOf(bench);
  const inUnits = (path: number): number => roundedUp(path * own.unit);
  bench.f64(rowMajor, centroids.length).set(centroids);
  bench.f32(at.paths, clusters).set(drift.ofCentroid.map(inUnits));
  bench.f32(at.groupPaths, at.groups).set(drift.ofGroup.map(inUnits));
  // prettier-ignore
  kernels.encodeCentroids(
    rowMajor, own.center, at.codes, at.terms, at.room, clusters, columns, own.unit,
  );
  const labels = labelBuffer(bench, tracking.buffer);
  return {
    // prettier-ignore
    list: (from, to) => kernels.listByGroups(
      labels, at.nears, at.bounds, at.paths, at.groupPaths, list, at.masks,
      from, to, at.groups, at.words,
    ),
    // prettier-ignore
    assign: (count) => kernels.assignByGroups(
      points, own.codes, own.steps, own.squares, rowMajor, at.codes, at.terms, at.paths,
      at.groupPaths, list, at.masks, labels, at.room, found, at.bounds, at.nears,
      0, count, clusters, columns, at.words, own.unit,
    ),
    isPatient: true,
  };
}

/** Forgets all bounds: nothing is known to be far. */
export function forgetGroups(bench: Bench, clusters: number): void {
  const { bounds } = layOutGroups(bench, clusters);
  bench.f32(bounds, boundsBytes(bench.memory.rows, clusters) / 4).fill(-Infinity);
}
