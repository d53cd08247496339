/** Sums over the rows that have both columns of a pair. */
export interface PairSums {
  readonly a: number;
  readonly b: number;
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

const FIGURES = 6;
/** Products between two pauses. */
const STEP = 4e6;

/**
 * Adds up the products of all pairs of columns, block by block. A block is written into `column(j)`
 * (NaN: missing); pairs of columns without gaps (by `hasGaps`) cost one product a row, others six.
 */
export class PairwiseSums {
  private readonly values: readonly Float64Array[];
  private readonly masks: readonly (Float64Array | null)[];
  private readonly ones: Float64Array;
  private readonly totals: Float64Array;
  /** Sum and sum of squares of each column. */
  private readonly own: Float64Array;
  private rows = 0;

  constructor(hasGaps: readonly boolean[], block: number) {
    const count = hasGaps.length;
    this.values = hasGaps.map(() => new Float64Array(block));
    this.masks = hasGaps.map((has) => (has ? new Float64Array(block) : null));
    this.ones = new Float64Array(block).fill(1);
    this.totals = new Float64Array((count * (count - 1) * FIGURES) / 2);
    this.own = new Float64Array(count * 2);
  }

  column(j: number): Float64Array {
    return this.values[j]!;
  }

  /** Adds the block of `length` rows that stands in the columns. */
  *add(length: number): Generator<void, void> {
    this.rows += length;
    this.values.forEach((column, j) => {
      takeGaps(column, this.masks[j] ?? null, length);
      addOwn(column, this.own, { j, length });
    });
    let products = 0;
    for (const { a, b, at, isWhole } of this.places()) {
      const [x, y] = [this.values[a]!, this.values[b]!];
      if (isWhole) this.totals[at + 5]! += dot(x, y, length);
      else {
        const masks = [this.masks[a] ?? this.ones, this.masks[b] ?? this.ones] as const;
        addMasked({ totals: this.totals, at, length }, [x, y], masks);
      }
      products += (isWhole ? 1 : FIGURES) * length;
      if (products < STEP) continue;
      products = 0;
      yield;
    }
  }

  *pairs(): Generator<PairSums, void> {
    const { own, totals, rows } = this;
    for (const { a, b, at, isWhole } of this.places()) {
      const xy = totals[at + 5]!;
      if (isWhole) {
        const [x, xx, y, yy] = [own[2 * a]!, own[2 * a + 1]!, own[2 * b]!, own[2 * b + 1]!];
        yield { a, b, n: rows, x, y, xx, yy, xy };
      } else {
        const [n, x, y] = [totals[at]!, totals[at + 1]!, totals[at + 2]!];
        yield { a, b, n, x, y, xx: totals[at + 3]!, yy: totals[at + 4]!, xy };
      }
    }
  }

  /** Each pair, where its sums begin, and whether neither column has gaps. */
  private *places() {
    const { masks } = this;
    let at = 0;
    for (let a = 0; a < masks.length; a++) {
      for (let b = a + 1; b < masks.length; b++, at += FIGURES) {
        yield { a, b, at, isWhole: masks[a] === null && masks[b] === null };
      }
    }
  }
}

/** Missing values become 0 and leave the mask: products with them vanish. */
function takeGaps(values: Float64Array, mask: Float64Array | null, length: number): void {
  if (mask === null) return;
  for (let i = 0; i < length; i++) {
    const isMissing = Number.isNaN(values[i]!);
    mask[i] = isMissing ? 0 : 1;
    if (isMissing) values[i] = 0;
  }
}

function addOwn(
  values: Float64Array,
  own: Float64Array,
  { j, length }: { readonly j: number; readonly length: number },
): void {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < length; i++) {
    sum += values[i]!;
    squares += values[i]! * values[i]!;
  }
  own[2 * j]! += sum;
  own[2 * j + 1]! += squares;
}

/** Four sums side by side: the processor adds them at the same time. */
function dot(a: Float64Array, b: Float64Array, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}

interface Into {
  readonly totals: Float64Array;
  readonly at: number;
  readonly length: number;
}

function addMasked(
  { totals, at, length }: Into,
  [a, b]: readonly [Float64Array, Float64Array],
  [inA, inB]: readonly [Float64Array, Float64Array],
): void {
  let [n, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const [u, v, p, q] = [a[i]!, b[i]!, inA[i]!, inB[i]!];
    const [uq, vp] = [u * q, v * p];
    n += p * q;
    x += uq;
    y += vp;
    xx += uq * u;
    yy += vp * v;
    xy += u * v;
  }
  totals[at]! += n;
  totals[at + 1]! += x;
  totals[at + 2]! += y;
  totals[at + 3]! += xx;
  totals[at + 4]! += yy;
  totals[at + 5]! += xy;
}
