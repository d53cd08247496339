import { LARGEST, LEAST_STEP, REACH, codeBytes } from './codes';
import { SHARE } from './group-bounds';
import { TERMS } from './look-at-group';

/** Centroids farther off than this, in units, are never certain: they are measured in f64. */
const FAR: f64 = <f64>(1 << 20);
/** So wrong that nothing is certain, and so far that nothing is farther. */
const WRONG: f64 = <f64>((<i64>1) << 62);

/**
 * Writes the codes of the centroids (f64, row-major) in groups of four, see `fourProducts`, and the
 * terms of each group: for its four centroids half the squared norm less 2⁻¹⁹ of it, which covers
 * its roundings, then the step, then by how much distances in steps of a row may be wrong besides
 * (f32). Places left over in the last group are
 * farther than anything. `room` holds a row in f64.
 *
 * How wrong: with x = s (q + e) and c = t p + f the product of codes s q · t p differs from x · c
 * by s e · c + s q · f, so by at most ‖e‖ ‖c‖ + `REACH` ‖f‖ steps of the row. Rounding makes each
 * value of e at most a half, and three roundings of f32 before that add less than 0.01 to ‖e‖. A
 * tenth of ‖c‖ more is more than 32 roundings of anything that large; the last term is more than
 * all that f64 distances are wrong by.
 */
export function encodeCentroids(
  centroids: usize, center: usize, codes: usize, terms: usize, room: usize,
  clusters: i32, columns: i32, unit: f64,
): void {
  const reach = REACH - 2 - sqrt<f64>(<f64>columns);
  const exactly = REACH * <f64>(columns + 8) * sqrt<f64>(<f64>columns) / <f64>((<i64>1) << 48);
  const rowLoss = sqrt<f64>(<f64>columns) / 2;
  const bytes = codeBytes(columns);
  const places = (clusters + 3) & ~3;
  memory.fill(codes, 0, <usize>places * bytes);
  memory.fill(room, 0, bytes << 2);
  for (let c = 0; c < places; c++) {
    const term = terms + <usize>(c >> 2) * TERMS + (<usize>(c & 3) << 2);
    if (c >= clusters) {
      writeTerms(term, WRONG, 0, 0);
      continue;
    }
    measure(centroids + ((<usize>c * <usize>columns) << 3), center, room, columns, unit);
    const norm = sqrt<f64>(square);
    if (!(norm < FAR)) {
      writeTerms(term, 0, 0, WRONG);
      continue;
    }
    const wanted = max<f64>(norm / reach, largest / LARGEST);
    const step = <f64><f32>max<f64>(wanted * (1.0 + 1.0 / <f64>(1 << 20)), LEAST_STEP);
    const group = codes + <usize>(c >> 2) * (bytes << 2);
    const lost = encode(room, group + (<usize>(c & 3) << 4), columns, step);
    const wrong = (rowLoss + 0.11) * norm + REACH * sqrt<f64>(lost) * step + exactly;
    writeTerms(term, square / 2, step, wrong * 1.001);
  }
}

/** Where `measure` leaves the squared norm and the largest value. */
let square: f64 = 0;
let largest: f64 = 0;

/** Writes a centroid from the center and in units. */
// @ts-ignore: decorator
@inline
function measure(centroid: usize, center: usize, into: usize, columns: i32, unit: f64): void {
  const units = f64x2.splat(unit);
  let squares = f64x2.splat(0), most = squares;
  let j = 0;
  for (; j + 2 <= columns; j += 2) {
    const origin = f64x2.promote_low_f32x4(v128.load64_zero(center));
    const y = f64x2.mul(f64x2.sub(v128.load(centroid), origin), units);
    v128.store(into, y);
    squares = f64x2.add(squares, f64x2.mul(y, y));
    most = f64x2.pmax(most, f64x2.abs(y));
    centroid += 16;
    center += 8;
    into += 16;
  }
  square = f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
  largest = max<f64>(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
  if (j === columns) return;
  const last = (load<f64>(centroid) - <f64>load<f32>(center)) * unit;
  store<f64>(into, last);
  square += last * last;
  largest = max<f64>(largest, abs<f64>(last));
}

/** Writes the codes of a centroid, eight columns at a time; returns the square of what is lost. */
// @ts-ignore: decorator
@inline
function encode(values: usize, into: usize, columns: i32, step: f64): f64 {
  const scale = f64x2.splat(1 / step);
  let lost = f64x2.splat(0);
  for (let j = 0; j < columns; j += 8, values += 64, into += 64) {
    const a = f64x2.mul(v128.load(values), scale), b = f64x2.mul(v128.load(values, 16), scale);
    const c = f64x2.mul(v128.load(values, 32), scale), d = f64x2.mul(v128.load(values, 48), scale);
    const p = f64x2.nearest(a), q = f64x2.nearest(b), r = f64x2.nearest(c), s = f64x2.nearest(d);
    const ab = f64x2.add(squareOf(f64x2.sub(a, p)), squareOf(f64x2.sub(b, q)));
    const cd = f64x2.add(squareOf(f64x2.sub(c, r)), squareOf(f64x2.sub(d, s)));
    lost = f64x2.add(lost, f64x2.add(ab, cd));
    const low = v128.shuffle<i64>(toCodes(p), toCodes(q), 0, 2);
    const high = v128.shuffle<i64>(toCodes(r), toCodes(s), 0, 2);
    v128.store(into, i16x8.narrow_i32x4_s(low, high));
  }
  return f64x2.extract_lane(lost, 0) + f64x2.extract_lane(lost, 1);
}

// @ts-ignore: decorator
@inline
function squareOf(value: v128): v128 {
  return f64x2.mul(value, value);
}

// @ts-ignore: decorator
@inline
function toCodes(values: v128): v128 {
  return i32x4.trunc_sat_f64x2_s_zero(values);
}

// @ts-ignore: decorator
@inline
function writeTerms(term: usize, half: f64, step: f64, wrong: f64): void {
  store<f32>(term, <f32>(half * (1 - 2 * <f64>SHARE)));
  store<f32>(term, <f32>step, 16);
  store<f32>(term, <f32>wrong, 32);
}
