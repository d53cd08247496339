import { paced, stretch, type Job } from '../core/job';
import { follow } from '../core/shard-work';
import type { Shards } from '../core/shards';
import type { ClusteringValue, ColumnMeta, MatrixValue } from '../core/values';
import { quantile } from '../table/encode/quantile';
import { assignRows, type Centers } from './assign';
import { measureRows, type Nearness } from './distances';
import { REACH, type Distance, type Passport, type PassportSegment } from './passport';

/** What people call the segments, beside what was computed. */
export interface Titles {
  readonly title: string;
  readonly language: Passport['language'];
  readonly method: string;
  /** By index of the segment. */
  readonly segments: readonly Pick<PassportSegment, 'label' | 'mark' | 'name'>[];
}

const PHASE = 'make-passport';
const PROGRESS = { done: 0, total: 1, phase: PHASE };

/**
 * The passport of a clustering: its centroids, how far its rows are from them, and in which order
 * equally near segments get a row, found by scoring the rows that it was learnt from. `learnt.same`
 * says how many of these come back to their segment: all of them for K-means as it came, fewer after
 * edits by hand and for a method whose segments are not what is nearest to a centroid. Linear in
 * rows × segments × features.
 */
export async function* makePassport(
  points: MatrixValue,
  clustering: ClusteringValue,
  { shards, titles }: { readonly shards: Shards; readonly titles: Titles },
): Job<Passport, never> {
  const { centroids, labels, clusters } = clustering;
  const distance: Distance = titles.method === 'kmedians' ? 'manhattan' : 'euclidean';
  const plain = Array.from({ length: clusters }, (_, index) => index);
  const centers = { centroids, distance, order: plain };
  const found = yield* stretch(assigned(shards, centers), 0, 0.3);
  const order = orderOfTies(labels, found, clusters);
  const isPlain = order.every((index, place) => index === place);
  const scored = isPlain
    ? found
    : yield* stretch(assigned(shards, { ...centers, order }), 0.3, 0.6);
  const measuring = measureRows(points.matrix, labels, centers);
  const nearness = yield* stretch(paced(measuring, PROGRESS), 0.6, 0.9);
  const learnt = yield* stretch(paced(segmentsOf(clustering, nearness), PROGRESS), 0.9, 1);
  const noise = labels.reduce((sum, label) => sum + (label < 0 ? 1 : 0), 0);
  const rows = labels.length - noise;
  const same = labels.reduce((sum, label, row) => sum + (label === scored[row] ? 1 : 0), 0);
  const { segments, ...names } = titles;
  return {
    format: 'fenqun-segments',
    version: 1,
    ...names,
    distance,
    columns: points.columns.map(plainColumn),
    features: points.features,
    learnt: { rows, leftOut: points.tableRows - labels.length, noise, same },
    segments: learnt.map((segment, index) => ({ ...segments[index]!, ...segment })),
    order,
    rules: [],
  };
}

function plainColumn({ id, name, type, unit }: ColumnMeta): ColumnMeta {
  return { id, name, type, ...(unit === undefined ? {} : { unit }) };
}

function assigned(shards: Shards, centers: Centers): Job<Int32Array, never> {
  return follow(assignRows(shards, centers), (done) => ({ done, total: 1, phase: PHASE }));
}

/**
 * Rows that scoring puts elsewhere are as near to both segments where the method took the nearest:
 * its own goes first. Kahn's order of these wishes, lower indexes first; wishes in a circle (a
 * method that does not take the nearest) are left.
 */
export function orderOfTies(
  labels: Int32Array,
  scored: Int32Array,
  clusters: number,
): readonly number[] {
  const before = Array.from({ length: clusters }, () => new Set<number>());
  labels.forEach((label, row) => {
    if (label >= 0 && label !== scored[row]) before[scored[row]!]!.add(label);
  });
  const order: number[] = [];
  const open = new Set(before.keys());
  while (open.size > 0) {
    const free = [...open].find((index) => ![...before[index]!].some((other) => open.has(other)));
    const next = free ?? [...open][0]!;
    order.push(next);
    open.delete(next);
  }
  return order;
}

type Learnt = Pick<PassportSegment, 'rows' | 'centroid' | 'middle' | 'reach'>;

function* segmentsOf(
  { centroids, labels, columns, clusters, sizes }: ClusteringValue,
  { own }: Nearness,
): Generator<void, Learnt[]> {
  const grouped = sizes.map((size) => new Float64Array(size));
  const filled = new Int32Array(clusters);
  labels.forEach((label, row) => {
    if (label >= 0) grouped[label]![filled[label]!++] = own[row]!;
  });
  const segments: Learnt[] = [];
  for (const [index, distances] of grouped.entries()) {
    yield;
    const isEmpty = distances.length === 0;
    segments.push({
      rows: distances.length,
      centroid: [...centroids.subarray(index * columns, (index + 1) * columns)],
      middle: isEmpty ? 0 : quantile(distances, 0.5),
      reach: isEmpty ? 0 : quantile(distances, REACH),
    });
  }
  return segments;
}
