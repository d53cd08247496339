/** How often each code of one column meets each of another; rows that lack either are not counted. */
export interface Crosstab {
  /** Row-major: codes of the first × codes of the second. */
  readonly counts: Float64Array;
  readonly rowTotals: Float64Array;
  readonly columnTotals: Float64Array;
  readonly total: number;
}

const BLOCK = 1 << 17;

export interface Coded {
  /** One a row; −1 is missing. */
  readonly codes: Int32Array;
  /** Codes are below this. */
  readonly size: number;
}

/** Counts pairs of codes. Linear, yields every few milliseconds. */
export function* crosstab(a: Coded, b: Coded): Generator<void, Crosstab> {
  const counts = new Float64Array(a.size * b.size);
  for (let row = 0; row < a.codes.length; row++) {
    const [i, j] = [a.codes[row]!, b.codes[row]!];
    if (i >= 0 && j >= 0) counts[i * b.size + j]!++;
    if (row % BLOCK === BLOCK - 1) yield;
  }
  const rowTotals = new Float64Array(a.size);
  const columnTotals = new Float64Array(b.size);
  let total = 0;
  counts.forEach((count, at) => {
    rowTotals[Math.floor(at / b.size)]! += count;
    columnTotals[at % b.size]! += count;
    total += count;
  });
  return { counts, rowTotals, columnTotals, total };
}
