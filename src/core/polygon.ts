/** Corners of an area of the plane, in order; the last joins the first. */
export type Polygon = readonly (readonly [number, number])[];

/** Slabs of height into which a polygon is cut; more cost memory, fewer cost comparisons a point. */
const SLABS = 256;

/** The edges of a polygon, filed by the slabs that they cross. */
interface SlabIndex {
  readonly lowest: number;
  readonly highest: number;
  readonly perUnit: number;
  /** Slab s has the edges `edges[starts[s]] … edges[starts[s + 1] − 1]`. */
  readonly starts: Int32Array;
  readonly edges: Int32Array;
}

/**
 * Tells whether a point lies in a polygon, by the even–odd rule: an area that a crossing line goes
 * round twice is outside. An edge counts from its lower end up to, but not with, its upper end, so
 * that areas side by side share no point and leave none out. Asking costs the few edges at that
 * height (Shimrat, "Algorithm 112: position of point relative to polygon", CACM 5, 1962).
 */
export function areaTest(polygon: Polygon): (x: number, y: number) => boolean {
  const count = polygon.length;
  if (count < 3) return () => false;
  const [x1, y1, x2, y2] = ends(polygon);
  const { lowest, highest, perUnit, starts, edges } = fileEdges(y1, y2);
  return (x, y) => {
    if (!(y >= lowest && y < highest)) return false;
    const slab = Math.min(SLABS - 1, Math.floor((y - lowest) * perUnit));
    let isInside = false;
    for (let at = starts[slab]!; at < starts[slab + 1]!; at++) {
      const e = edges[at]!;
      const [fromY, toY] = [y1[e]!, y2[e]!];
      if (fromY > y === toY > y) continue;
      if (x < x1[e]! + ((x2[e]! - x1[e]!) * (y - fromY)) / (toY - fromY)) isInside = !isInside;
    }
    return isInside;
  };
}

function ends(polygon: Polygon): readonly [Float64Array, Float64Array, Float64Array, Float64Array] {
  const corner = (i: number) => polygon[i % polygon.length]!;
  const take = (of: (i: number) => number) => Float64Array.from(polygon, (_, i) => of(i));
  return [
    take((i) => corner(i)[0]),
    take((i) => corner(i)[1]),
    take((i) => corner(i + 1)[0]),
    take((i) => corner(i + 1)[1]),
  ];
}

function fileEdges(y1: Float64Array, y2: Float64Array): SlabIndex {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const y of y1) [lowest, highest] = [Math.min(lowest, y), Math.max(highest, y)];
  const perUnit = highest > lowest ? SLABS / (highest - lowest) : 0;
  const slabAt = (y: number) => Math.min(SLABS - 1, Math.floor((y - lowest) * perUnit));
  const starts = new Int32Array(SLABS + 1);
  const each = (visit: (slab: number, edge: number) => void) => {
    for (let e = 0; e < y1.length; e++) {
      const [from, to] = [Math.min(y1[e]!, y2[e]!), Math.max(y1[e]!, y2[e]!)];
      if (from === to) continue;
      for (let slab = slabAt(from); slab <= slabAt(to); slab++) visit(slab, e);
    }
  };
  each((slab) => starts[slab + 1]!++);
  for (let slab = 0; slab < SLABS; slab++) starts[slab + 1]! += starts[slab]!;
  const edges = new Int32Array(starts[SLABS]!);
  const next = starts.slice();
  each((slab, edge) => (edges[next[slab]!++] = edge));
  return { lowest, highest, perUnit, starts, edges };
}

/**
 * The same outline with fewer corners: none that is left out lies farther than `tolerance` from
 * where the line now runs (Douglas and Peucker, Cartographica 10, 1973).
 */
export function simplifyPolygon(polygon: Polygon, tolerance: number): Polygon {
  if (polygon.length <= 3) return polygon;
  const keep = new Uint8Array(polygon.length);
  keep[0] = 1;
  keep[polygon.length - 1] = 1;
  const open: [number, number][] = [[0, polygon.length - 1]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to] = stretch;
    let [farthest, distance] = [-1, tolerance];
    for (let i = from + 1; i < to; i++) {
      const off = distanceToLine(polygon[i]!, polygon[from]!, polygon[to]!);
      if (off > distance) [farthest, distance] = [i, off];
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  const kept = polygon.filter((_, i) => keep[i] === 1);
  return kept.length >= 3 ? kept : polygon;
}

function distanceToLine(
  [x, y]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length ** 2));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
