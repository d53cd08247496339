/**
 * Eigenvalues and eigenvectors of a symmetric matrix: Householder tridiagonalization and the
 * implicit QL method (EISPACK's tred2 and tql2, Wilkinson and Reinsch 1971, after the public
 * domain JAMA). Additions, products and square roots only, so the same bits on every machine.
 */
export interface Eigen {
  /** Largest first. */
  readonly values: Float64Array;
  /** Row i is the unit vector of value i; row-major. */
  readonly vectors: Float64Array;
}

/** Columns of the work space lie one after the other: (row k, column j) is at j · n + k. */
interface Work {
  readonly n: number;
  readonly v: Float64Array;
  /** The diagonal, and room before it is one. */
  readonly d: Float64Array;
  /** Beside the diagonal. */
  readonly e: Float64Array;
}

/** Costs about 10 n³ steps; yields after each of them that is of order n². `matrix` is row-major. */
export function* decomposeSymmetric(matrix: Float64Array, n: number): Generator<void, Eigen> {
  const work: Work = { n, v: matrix.slice(), d: new Float64Array(n), e: new Float64Array(n) };
  for (let j = 0; j < n; j++) work.d[j] = work.v[j * n + n - 1]!;
  for (let i = n - 1; i > 0; i--) {
    reflect(work, i);
    yield;
  }
  for (let i = 0; i < n - 1; i++) {
    collectReflection(work, i);
    yield;
  }
  finishReflections(work);
  yield* chase(work);
  return sortDescending(work);
}

/** Takes row i to tridiagonal form with one Householder reflection. */
function reflect({ n, v, d, e }: Work, i: number): void {
  let scale = 0;
  let h = 0;
  for (let k = 0; k < i; k++) scale += Math.abs(d[k]!);
  if (scale === 0) {
    e[i] = d[i - 1]!;
    for (let j = 0; j < i; j++) {
      d[j] = v[j * n + i - 1]!;
      v[j * n + i] = 0;
      v[i * n + j] = 0;
    }
    d[i] = 0;
    return;
  }
  for (let k = 0; k < i; k++) {
    d[k]! /= scale;
    h += d[k]! * d[k]!;
  }
  const f = d[i - 1]!;
  const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
  e[i] = scale * g;
  h -= f * g;
  d[i - 1] = f - g;
  applyReflection({ n, v, d, e }, i, h);
  d[i] = h;
}

function applyReflection({ n, v, d, e }: Work, i: number, h: number): void {
  e.fill(0, 0, i);
  for (let j = 0; j < i; j++) {
    const f = d[j]!;
    v[i * n + j] = f;
    let g = e[j]! + v[j * n + j]! * f;
    for (let k = j + 1; k < i; k++) {
      g += v[j * n + k]! * d[k]!;
      e[k]! += v[j * n + k]! * f;
    }
    e[j] = g;
  }
  let along = 0;
  for (let j = 0; j < i; j++) {
    e[j]! /= h;
    along += e[j]! * d[j]!;
  }
  for (let j = 0; j < i; j++) e[j]! -= (along / (h + h)) * d[j]!;
  for (let j = 0; j < i; j++) {
    const [f, g] = [d[j]!, e[j]!];
    for (let k = j; k < i; k++) v[j * n + k]! -= f * e[k]! + g * d[k]!;
    d[j] = v[j * n + i - 1]!;
    v[j * n + i] = 0;
  }
}

/** Multiplies reflection i + 1 into the vectors. */
function collectReflection({ n, v, d }: Work, i: number): void {
  v[i * n + n - 1] = v[i * n + i]!;
  v[i * n + i] = 1;
  const next = (i + 1) * n;
  const h = d[i + 1]!;
  if (h !== 0) {
    for (let k = 0; k <= i; k++) d[k] = v[next + k]! / h;
    for (let j = 0; j <= i; j++) {
      let g = 0;
      for (let k = 0; k <= i; k++) g += v[next + k]! * v[j * n + k]!;
      for (let k = 0; k <= i; k++) v[j * n + k]! -= g * d[k]!;
    }
  }
  v.fill(0, next, next + i + 1);
}

function finishReflections({ n, v, d, e }: Work): void {
  for (let j = 0; j < n; j++) {
    d[j] = v[j * n + n - 1]!;
    v[j * n + n - 1] = 0;
  }
  v[n * n - 1] = 1;
  e.copyWithin(0, 1);
  e[n - 1] = 0;
}

/** Chases the numbers beside the diagonal out, one eigenvalue after the other. */
function* chase(work: Work): Generator<void> {
  const { n, d, e } = work;
  let shift = 0;
  let largest = 0;
  for (let l = 0; l < n; l++) {
    largest = Math.max(largest, Math.abs(d[l]!) + Math.abs(e[l]!));
    const isSmall = (at: number) => Math.abs(e[at]!) <= Number.EPSILON * largest;
    let m = l;
    while (m < n - 1 && !isSmall(m)) m++;
    while (m > l && !isSmall(l)) {
      shift += shiftDiagonal(work, l);
      rotateUp(work, l, m);
      yield;
    }
    d[l]! += shift;
    e[l] = 0;
  }
}

/** Wilkinson's shift, taken off the diagonal from l on. */
function shiftDiagonal({ n, d, e }: Work, l: number): number {
  const g = d[l]!;
  const p = (d[l + 1]! - g) / (2 * e[l]!);
  const r = p < 0 ? -Math.sqrt(p * p + 1) : Math.sqrt(p * p + 1);
  d[l] = e[l]! / (p + r);
  d[l + 1] = e[l]! * (p + r);
  const h = g - d[l]!;
  for (let i = l + 2; i < n; i++) d[i]! -= h;
  return h;
}

/** One implicit QL sweep from m up to l. */
function rotateUp(work: Work, l: number, m: number): void {
  const { d, e } = work;
  const below = d[l + 1]!;
  const beside = e[l + 1]!;
  let p = d[m]!;
  let [c, c2, c3, s, s2] = [1, 1, 1, 0, 0];
  for (let i = m - 1; i >= l; i--) {
    [c3, c2, s2] = [c2, c, s];
    const g = c * e[i]!;
    const h = c * p;
    const r = lengthOf(p, e[i]!);
    e[i + 1] = s * r;
    // Both may vanish where many eigenvalues are zero: then there is nothing to turn.
    s = r === 0 ? 0 : e[i]! / r;
    c = r === 0 ? 1 : p / r;
    p = c * d[i]! - s * g;
    d[i + 1] = h + s * (c * g + s * d[i]!);
    rotateColumns(work, i, { c, s });
  }
  p = (-s * s2 * c3 * beside * e[l]!) / below;
  e[l] = s * p;
  d[l] = c * p;
}

/** √(a² + b²) without squares that vanish; `Math.hypot` differs between engines. */
function lengthOf(a: number, b: number): number {
  const larger = Math.max(Math.abs(a), Math.abs(b));
  if (larger === 0) return 0;
  const [x, y] = [a / larger, b / larger];
  return larger * Math.sqrt(x * x + y * y);
}

function rotateColumns(
  { n, v }: Work,
  i: number,
  { c, s }: { readonly c: number; readonly s: number },
): void {
  const [left, right] = [i * n, (i + 1) * n];
  for (let k = 0; k < n; k++) {
    const h = v[right + k]!;
    v[right + k] = s * v[left + k]! + c * h;
    v[left + k] = c * v[left + k]! - s * h;
  }
}

function sortDescending({ n, v, d }: Work): Eigen {
  const order = Array.from(d.keys()).sort((a, b) => d[b]! - d[a]! || a - b);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => vectors.set(v.subarray(from * n, (from + 1) * n), to * n));
  return { values: Float64Array.from(order, (from) => d[from]!), vectors };
}
