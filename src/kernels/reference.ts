import { groupKernels } from './reference-groups';
import type { Kernels } from './kernels';
import { measureKernels } from './reference-measures';
import { medianKernels } from './reference-medians';
import { packKernels } from './reference-pack';
import { momentKernels, sumKernels } from './reference-sums';

/** Memory as Wasm has it: one buffer, offsets in bytes, handed out from the bottom. */
function createArena(): Pick<Kernels, 'memory' | 'reserve' | 'reset'> {
  const memory = { buffer: new ArrayBuffer(1 << 16) };
  // Offset 0 means "no room", so nothing may begin there.
  let free = 64;
  return {
    memory,
    reserve(bytes) {
      const start = free;
      free += Math.ceil(bytes / 64) * 64;
      if (free > memory.buffer.byteLength) {
        const grown = new ArrayBuffer(Math.max(free, memory.buffer.byteLength * 2));
        new Uint8Array(grown).set(new Uint8Array(memory.buffer));
        memory.buffer = grown;
      }
      new Uint8Array(memory.buffer, start, free - start).fill(0);
      return start;
    },
    reset() {
      free = 64;
    },
  };
}

/** Views from an offset to the end of the memory as it is now. */
export interface Views {
  readonly f32: (at: number) => Float32Array;
  readonly f64: (at: number) => Float64Array;
  readonly i32: (at: number) => Int32Array;
  readonly i64: (at: number) => BigInt64Array;
}

/**
 * The kernels in TypeScript: the specification that the Wasm module is held to, one plain loop
 * each, with sums taken in order of columns and rows.
 */
export function createReferenceKernels(): Kernels {
  const arena = createArena();
  const views: Views = {
    f32: (at) => new Float32Array(arena.memory.buffer, at),
    f64: (at) => new Float64Array(arena.memory.buffer, at),
    i32: (at) => new Int32Array(arena.memory.buffer, at),
    i64: (at) => new BigInt64Array(arena.memory.buffer, at),
  };
  return {
    ...arena,
    ...labelKernels(views),
    ...listKernels(views),
    ...groupKernels(views),
    ...sumKernels(views),
    ...momentKernels(views),
    ...weightKernels(views),
    ...measureKernels(views),
    ...medianKernels(views),
    ...packKernels(views),
  };
}

function labelKernels({
  f32,
  f64,
  i32,
}: Views): Pick<Kernels, 'rowNorms' | 'inertiaByLabel' | 'sumByLabel' | 'distancesToLabel'> {
  return {
    rowNorms(points, norms, from, to, columns) {
      const [x, norm] = [f32(points), f32(norms)];
      const origin = new Float64Array(columns);
      for (let i = from; i < to; i++) {
        norm[i] = Math.sqrt(squaredDistance(x, i * columns, origin, columns)) * (1 + 2 ** -20);
      }
    },
    inertiaByLabel(points, centroids, labels, from, to, columns) {
      const [x, c, of] = [f32(points), f64(centroids), i32(labels)];
      let inertia = 0;
      for (let i = from; i < to; i++) {
        if (of[i]! < 0) continue;
        inertia += distanceInPairs(x, i * columns, c.subarray(of[i]! * columns), columns);
      }
      return inertia;
    },
    sumByLabel(points, labels, sums, counts, from, to, columns) {
      const [x, of, sum, count] = [f32(points), i32(labels), f64(sums), i32(counts)];
      for (let i = from; i < to; i++) {
        const label = of[i]!;
        if (label < 0) continue;
        count[label]!++;
        for (let j = 0; j < columns; j++) sum[label * columns + j]! += x[i * columns + j]!;
      }
    },
    distancesToLabel(points, centroids, labels, distances, from, to, columns) {
      const [x, c, of, out] = [f32(points), f64(centroids), i32(labels), f64(distances)];
      for (let i = from; i < to; i++) {
        const label = of[i]!;
        out[i] =
          label < 0 ? 0 : squaredDistance(x, i * columns, c.subarray(label * columns), columns);
      }
    },
  };
}

function listKernels({
  f32,
  f64,
  i32,
}: Views): Pick<Kernels, 'assignFew' | 'assignListed' | 'listBelow' | 'listUnsettled'> {
  return {
    assignListed(...offsets) {
      const [points, , packed, , rows, drifts, , found, slacks, from, to, clusters, columns] =
        offsets;
      const [x, c, list, drift] = [f32(points), f64(packed), i32(rows), f32(drifts)];
      const [out, slack] = [i32(found), f32(slacks)];
      for (let i = from; i < to; i++) {
        const row = list[i]!;
        out[i] = nearestPacked(x, row, { packed: c, clusters, columns });
        // Nothing is known of the second nearest, which is always true.
        slack[row] = drift[out[i]!]!;
      }
    },
    assignFew(...offsets) {
      const [points, packed, , rows, , found, slacks, from, to, clusters, columns, , drift] =
        offsets;
      const [x, c, list] = [f32(points), f64(packed), i32(rows)];
      const [out, slack] = [i32(found), f32(slacks)];
      for (let i = from; i < to; i++) {
        const row = list[i]!;
        out[i] = nearestPacked(x, row, { packed: c, clusters, columns });
        slack[row] = drift;
      }
    },
    listBelow(slacks, _blocks, rows, from, to, drift) {
      const [slack, list] = [f32(slacks), i32(rows)];
      let count = 0;
      for (let i = from; i < to; i++) if (!(slack[i]! > drift)) list[count++] = i;
      return count;
    },
    listUnsettled(slacks, labels, drifts, _blocks, rows, from, to) {
      const [slack, of, drift, list] = [f32(slacks), i32(labels), f32(drifts), i32(rows)];
      let count = 0;
      for (let i = from; i < to; i++) if (!(slack[i]! > drift[of[i]!]!)) list[count++] = i;
      return count;
    },
  };
}

function weightKernels({
  f32,
  f64,
}: Views): Pick<Kernels, 'weighSeeds' | 'lowerWeights' | 'sumLowered'> {
  return {
    weighSeeds(points, others, weights, _tile, totals, from, to, seeds, candidates, columns) {
      const [x, other, weight, total] = [f32(points), f32(others), f32(weights), f64(totals)];
      total.fill(0, 0, candidates + 1);
      for (let i = from; i < to; i++) {
        const squareTo = (p: number): number =>
          roundedSquare(x, i * columns, other.subarray(p * columns, (p + 1) * columns));
        for (let p = 0; p < seeds; p++) weight[i] = Math.min(weight[i]!, squareTo(p));
        total[0]! += weight[i]!;
        for (let c = 0; c < candidates; c++) {
          total[1 + c]! += Math.min(weight[i]!, squareTo(seeds + c));
        }
      }
    },
    lowerWeights(points, point, weights, from, to, columns) {
      const [x, p, weight] = [f32(points), f64(point), f64(weights)];
      let total = 0;
      for (let i = from; i < to; i++) {
        weight[i] = Math.min(weight[i]!, squaredDistance(x, i * columns, p, columns));
        total += weight[i]!;
      }
      return total;
    },
    sumLowered(points, packed, weights, totals, from, to, candidates, columns) {
      const [x, c, weight, total] = [f32(points), f64(packed), f64(weights), f64(totals)];
      for (let i = from; i < to; i++) {
        for (let p = 0; p < candidates; p++) {
          const distance = distanceToPacked(x, i, { packed: c, point: p, columns });
          total[p]! += Math.min(weight[i]!, distance);
        }
      }
    },
  };
}

function squaredDistance(
  x: Float32Array,
  start: number,
  point: Float64Array,
  columns: number,
): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) {
    const difference = x[start + j]! - point[j]!;
    sum += difference * difference;
  }
  return sum;
}

/** The squared distance in f32, rounded after every step. */
function roundedSquare(x: Float32Array, start: number, point: Float32Array): number {
  return point.reduce((sum, value, j) => {
    const difference = Math.fround(x[start + j]! - value);
    return Math.fround(sum + Math.fround(difference * difference));
  }, 0);
}

/** Even columns and odd ones apart. */
function distanceInPairs(
  x: Float32Array,
  start: number,
  point: Float64Array,
  columns: number,
): number {
  const sums: [number, number] = [0, 0];
  for (let j = 0; j < columns; j++) {
    const difference = x[start + j]! - point[j]!;
    sums[j & 1 ? 1 : 0] += difference * difference;
  }
  return sums[0] + sums[1];
}

interface PackedPoint {
  readonly packed: Float64Array;
  readonly point: number;
  readonly columns: number;
}

function distanceToPacked(x: Float32Array, row: number, to: PackedPoint): number {
  const start = (to.point >> 2) * 4 * to.columns + (to.point & 3);
  let sum = 0;
  for (let j = 0; j < to.columns; j++) {
    const difference = x[row * to.columns + j]! - to.packed[start + j * 4]!;
    sum += difference * difference;
  }
  return sum;
}

/** The point of least distance, of equal ones the first. */
function nearestPacked(
  x: Float32Array,
  row: number,
  { packed, clusters, columns }: Omit<PackedPoint, 'point'> & { readonly clusters: number },
): number {
  let nearest = 0;
  let least = Infinity;
  for (let point = 0; point < clusters; point++) {
    const distance = distanceToPacked(x, row, { packed, point, columns });
    if (distance < least) {
      least = distance;
      nearest = point;
    }
  }
  return nearest;
}
