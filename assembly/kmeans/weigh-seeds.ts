import { layTile, TILE } from './lay-tile';

/**
 * One pass of greedy k-means++ (Arthur and Vassilvitskii, 2007) over rows [from, to): lowers the
 * weight (f32) of each to its squared distance to the nearest of `seeds` points where that is less,
 * leaves the sum of the weights at `totals` (f64), and behind it for each of the candidates what
 * that sum would be were it a seed too. `others` holds the seeds and then the candidates, row-major
 * f32. A row that equals a seed gets exactly 0; else a weight is off by (d + 2) 2⁻²⁴ of itself at
 * most, and a total of 256 rows by 40 · 2⁻²⁴ more, unless squares leave the range of f32.
 *
 * Eight rows are laid out value by value, so that a vector holds one value of four rows and needs
 * no sum across. `from` is a multiple of 8; weights of the places up to the next one are 0.
 */
export function weighSeeds(
  points: usize, others: usize, weights: usize, tile: usize, totals: usize,
  from: i32, to: i32, seeds: i32, candidates: i32, columns: i32,
): void {
  const pointBytes = <usize>columns << 2;
  const first = others + <usize>seeds * pointBytes;
  const sums = tile + (<usize>columns << 5);
  memory.fill(sums, 0, <usize>(candidates + 1) << 4);
  for (let t = from; t < to; t += TILE) {
    layTile(points, tile, t, to, columns);
    const weight = weights + (<usize>t << 2);
    for (let seed = others; seed < first; seed += pointBytes) {
      lower(tile, seed, weight, sums);
    }
    addTo(sums, v128.load(weight), v128.load(weight, 16));
    let sum = sums + 16;
    let candidate = first;
    let left = candidates;
    for (; left >= 2; left -= 2, sum += 32, candidate += 2 * pointBytes) {
      weighTwo(tile, candidate, candidate + pointBytes, weight, sum, sums);
    }
    if (left > 0) weighTwo(tile, candidate, candidate, weight, sum, sums);
  }
  for (let c = 0; c <= candidates; c++) {
    const sum = v128.load(sums + (<usize>c << 4));
    const two = f64x2.add(
      f64x2.promote_low_f32x4(sum),
      f64x2.promote_low_f32x4(v128.shuffle<f32>(sum, sum, 2, 3, 2, 3)),
    );
    const total = f64x2.extract_lane(two, 0) + f64x2.extract_lane(two, 1);
    store<f64>(totals + (<usize>c << 3), total);
  }
}

/** Lowers the weights of a tile by one seed. The tile ends where `end` is. */
// @ts-ignore: decorator
@inline
function lower(tile: usize, seed: usize, weight: usize, end: usize): void {
  let a = f32x4.splat(0), b = a;
  for (let x = tile; x < end; x += 32, seed += 4) {
    const value = v128.load32_splat(seed);
    const fromA = f32x4.sub(v128.load(x), value), fromB = f32x4.sub(v128.load(x, 16), value);
    a = f32x4.add(a, f32x4.mul(fromA, fromA));
    b = f32x4.add(b, f32x4.mul(fromB, fromB));
  }
  v128.store(weight, f32x4.pmin(v128.load(weight), a));
  v128.store(weight, f32x4.pmin(v128.load(weight, 16), b), 16);
}

/** Adds what two candidates would leave of the weights of a tile to two sums. */
// @ts-ignore: decorator
@inline
function weighTwo(
  tile: usize, one: usize, other: usize, weight: usize, sum: usize, end: usize,
): void {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  for (let x = tile; x < end; x += 32, one += 4, other += 4) {
    const valueA = v128.load(x), valueB = v128.load(x, 16);
    const p = v128.load32_splat(one), q = v128.load32_splat(other);
    const pA = f32x4.sub(valueA, p), pB = f32x4.sub(valueB, p);
    const qA = f32x4.sub(valueA, q), qB = f32x4.sub(valueB, q);
    a = f32x4.add(a, f32x4.mul(pA, pA));
    b = f32x4.add(b, f32x4.mul(pB, pB));
    c = f32x4.add(c, f32x4.mul(qA, qA));
    d = f32x4.add(d, f32x4.mul(qB, qB));
  }
  const weightA = v128.load(weight), weightB = v128.load(weight, 16);
  addTo(sum, f32x4.pmin(weightA, a), f32x4.pmin(weightB, b));
  addTo(sum + 16, f32x4.pmin(weightA, c), f32x4.pmin(weightB, d));
}

// @ts-ignore: decorator
@inline
function addTo(sum: usize, a: v128, b: v128): void {
  v128.store(sum, f32x4.add(v128.load(sum), f32x4.add(a, b)));
}
