import type { Job } from '../../core/job';
import type { areaTest } from '../../core/polygon';
import type { ClusteringValue, MatrixValue } from '../../core/values';

/** Where every row lies on two axes. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** A clustering with selections as further segments. */
export interface Selected {
  readonly value: ClusteringValue;
  /** Where each segment comes from: its index before, or −1 − i for selection i. */
  readonly origins: readonly number[];
  readonly selectionRows: readonly number[];
}

const BLOCK_ROWS = 65_536;
const NOT_PLACED = -1;

/** Marks the rows in an area with the number of their selection; one block a step. */
export async function* markArea(
  { x, y }: Places,
  isInside: ReturnType<typeof areaTest>,
  { marks, selection }: { readonly marks: Int16Array; readonly selection: number },
): Job<void, never> {
  for (let from = 0; from < marks.length; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, marks.length);
    for (let i = from; i < to; i++) if (isInside(x[i]!, y[i]!)) marks[i] = selection;
    yield { done: to, total: marks.length, phase: 'select-rows' };
  }
}

/**
 * The clustering with its rows moved to the selections that they are marked with (−1: none).
 * Segments keep their order, selections come behind. A segment that lost all its rows is gone, and
 * a selection that took rows from it stands in its place, so that the others keep their numbers.
 */
export async function* applyMarks(
  clustering: ClusteringValue,
  points: MatrixValue,
  { marks, selections }: { readonly marks: Int16Array; readonly selections: number },
): Job<Selected, never> {
  const { rows } = points.matrix;
  const counts = countMarks(clustering, marks, selections);
  const origins = arrange(counts);
  const indexOf = new Map(origins.map((origin, index) => [origin, index]));
  const labels = new Int32Array(rows);
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, rows);
    for (let i = from; i < to; i++) {
      const label = clustering.labels[i]!;
      const origin = marks[i]! >= 0 ? -1 - marks[i]! : label;
      labels[i] = marks[i]! < 0 && label < 0 ? label : indexOf.get(origin)!;
    }
    yield { done: 0.3 * (to / rows), total: 1, phase: 'select-rows' };
  }
  const sizes = origins.map((origin) =>
    origin >= 0 ? counts.left[origin]! : counts.taken[-1 - origin]!,
  );
  const measured = yield* measureSegments(labels, sizes, points);
  return {
    value: { ...clustering, labels, clusters: origins.length, sizes, ...measured },
    origins,
    selectionRows: counts.taken,
  };
}

interface Counts {
  /** Rows left in each segment, rows of each selection. */
  readonly left: number[];
  readonly taken: number[];
  /** By segment: selections that took rows from it. */
  readonly takers: Set<number>[];
}

function countMarks(
  { labels, clusters }: ClusteringValue,
  marks: Int16Array,
  selections: number,
): Counts {
  const left = new Array<number>(clusters).fill(0);
  const taken = new Array<number>(selections).fill(0);
  const takers = Array.from({ length: clusters }, () => new Set<number>());
  for (let i = 0; i < labels.length; i++) {
    const [label, mark] = [labels[i]!, marks[i]!];
    if (mark >= 0) {
      taken[mark]!++;
      takers[label]?.add(mark);
    } else if (label >= 0) left[label]!++;
  }
  return { left, taken, takers };
}

function arrange({ left, taken, takers }: Counts): number[] {
  const placed = new Set<number>();
  const slots = left.map((count, segment) => {
    if (count > 0) return segment;
    const heir = [...takers[segment]!].sort((a, b) => a - b).find((taker) => !placed.has(taker));
    if (heir === undefined) return null;
    placed.add(heir);
    return NOT_PLACED - heir;
  });
  const others = taken.flatMap((count, i) => (count > 0 && !placed.has(i) ? [-1 - i] : []));
  return [...slots.filter((slot) => slot !== null), ...others];
}

/** Means of the segments and the squared distances to them, in row order. */
async function* measureSegments(
  labels: Int32Array,
  sizes: readonly number[],
  { matrix }: MatrixValue,
): Job<{ readonly centroids: Float64Array; readonly inertia: number }, never> {
  const { rows, columns, values } = matrix;
  const centroids = new Float64Array(sizes.length * columns);
  let inertia = 0;
  const pass = async function* (visit: (row: number, at: number) => void, from: number): Job<void> {
    const block = Math.max(1, Math.floor((8 * BLOCK_ROWS) / columns));
    for (let start = 0; start < rows; start += block) {
      const end = Math.min(start + block, rows);
      for (let i = start; i < end; i++) if (labels[i]! >= 0) visit(i, labels[i]! * columns);
      yield { done: from + 0.35 * (end / rows), total: 1, phase: 'select-rows' };
    }
  };
  yield* pass((row, at) => {
    for (let j = 0; j < columns; j++) centroids[at + j]! += values[row * columns + j]!;
  }, 0.3) as Job<void, never>;
  for (let i = 0; i < centroids.length; i++) centroids[i]! /= sizes[Math.floor(i / columns)]!;
  yield* pass((row, at) => {
    for (let j = 0; j < columns; j++) {
      inertia += (values[row * columns + j]! - centroids[at + j]!) ** 2;
    }
  }, 0.65) as Job<void, never>;
  return { centroids, inertia };
}
