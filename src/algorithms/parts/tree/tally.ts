/**
 * Classes counted on the two sides of a split while rows move from right to left. Sums of squared
 * counts are whole numbers and stay exact, so the same split has the same score on either path.
 */
export class Tally {
  private readonly left: Float64Array;
  private readonly right: Float64Array;
  private leftSquares = 0;
  private rightSquares = 0;
  rowsLeft = 0;
  rowsRight = 0;

  constructor(private readonly counts: readonly number[]) {
    this.left = new Float64Array(counts.length);
    this.right = new Float64Array(counts.length);
    this.reset();
  }

  /** Every row of the node to the right. */
  reset(): void {
    this.left.fill(0);
    this.right.set(this.counts);
    this.rowsLeft = this.leftSquares = 0;
    this.rowsRight = this.rightSquares = 0;
    for (const count of this.counts) {
      this.rowsRight += count;
      this.rightSquares += count * count;
    }
  }

  /** Moves rows of a class from right to left. */
  moveLeft(label: number, rows: number): void {
    const [left, right] = [this.left[label]!, this.right[label]!];
    this.leftSquares += rows * (2 * left + rows);
    this.rightSquares -= rows * (2 * right - rows);
    this.left[label] = left + rows;
    this.right[label] = right - rows;
    this.rowsLeft += rows;
    this.rowsRight -= rows;
  }

  /**
   * Σ squared counts / rows of both sides: the larger, the lower their Gini impurity weighted by
   * rows, which is the number of rows less this.
   */
  score(): number {
    return this.leftSquares / this.rowsLeft + this.rightSquares / this.rowsRight;
  }
}

/** The score of rows that are not split. */
export function scoreOf(counts: readonly number[]): number {
  let [rows, squares] = [0, 0];
  for (const count of counts) {
    rows += count;
    squares += count * count;
  }
  return rows === 0 ? 0 : squares / rows;
}
