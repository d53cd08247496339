import { Tally } from './tally';
import type { Split, TreeFeature } from './tree';

export interface FoundSplit {
  readonly split: Split;
  readonly score: number;
}

/** The rows of a node as one feature has them: numbers ascending, missing last. */
export interface NodeRows {
  readonly order: Uint32Array;
  readonly labels: Int32Array;
  readonly counts: readonly number[];
  readonly minLeafRows: number;
}

/** Scores closer than this are equal: the quotients of a true tie may differ in their last digit. */
const TIE = 1e-12;

/** True where a split is better by more than rounding; of equals the first one asked about stays. */
export function isBetter(found: FoundSplit, best: FoundSplit | null): boolean {
  return best === null || found.score > best.score * (1 + TIE);
}

/**
 * The split of a node on one feature that lowers the Gini impurity most, or null where none leaves
 * enough rows on both sides. Thresholds lie midway between two neighbouring values; of equals the
 * lowest is taken. Missing values go to the side that lowers impurity more (right before left where
 * equal), or are parted from all present ones; where the node has none, a missing value met later
 * goes to the side with more rows (right where equal). As scikit-learn since 1.3. Linear in the rows.
 */
export function bestSplitOn(
  features: readonly TreeFeature[],
  feature: number,
  rows: NodeRows,
): FoundSplit | null {
  const asked = features[feature]!;
  const search = new Search(rows, feature);
  return asked.kind === 'number'
    ? search.onNumbers(asked.values)
    : search.onLevels(asked.codes, asked.levels);
}

class Search {
  private readonly tally: Tally;
  private best: FoundSplit | null = null;

  constructor(
    private readonly rows: NodeRows,
    private readonly feature: number,
  ) {
    this.tally = new Tally(rows.counts);
  }

  onNumbers(values: Float64Array): FoundSplit | null {
    const { order, labels } = this.rows;
    const present = countPresent(order, values);
    const hasMissing = present < order.length;
    for (const isMissingLeft of hasMissing ? [false, true] : [false]) {
      this.tally.reset();
      if (isMissingLeft) this.moveFrom(present, order.length);
      for (let i = 0; i < present - 1; i++) {
        this.tally.moveLeft(labels[order[i]!]!, 1);
        const [low, high] = [values[order[i]!]!, values[order[i + 1]!]!];
        if (low < high) this.offerThreshold(midway(low, high), hasMissing, isMissingLeft);
      }
    }
    if (hasMissing) {
      this.tally.reset();
      this.moveFrom(0, present);
      this.offer({ kind: 'present', feature: this.feature });
    }
    return this.best;
  }

  private moveFrom(from: number, to: number): void {
    const { order, labels } = this.rows;
    for (let i = from; i < to; i++) this.tally.moveLeft(labels[order[i]!]!, 1);
  }

  private offerThreshold(threshold: number, hasMissing: boolean, isMissingLeft: boolean): void {
    const { feature } = this;
    this.offer({
      kind: 'threshold',
      feature,
      threshold,
      isMissingLeft: this.side(hasMissing, isMissingLeft),
    });
  }

  private side(hasMissing: boolean, isMissingLeft: boolean): boolean {
    return hasMissing ? isMissingLeft : this.tally.rowsLeft > this.tally.rowsRight;
  }

  onLevels(codes: Int32Array, levels: number): FoundSplit | null {
    const { feature } = this;
    const found = countLevels(this.rows, codes, levels);
    const missing = found[levels]!;
    const hasMissing = missing.some((count) => count > 0);
    for (let level = 0; level < levels; level++) {
      if (found[level]!.every((count) => count === 0)) continue;
      for (const isMissingLeft of hasMissing ? [false, true] : [false]) {
        this.keepRight(isMissingLeft ? [found[level]!] : [found[level]!, missing]);
        this.offer({
          kind: 'level',
          feature,
          level,
          isMissingLeft: this.side(hasMissing, isMissingLeft),
        });
      }
    }
    if (hasMissing) {
      this.keepRight([missing]);
      this.offer({ kind: 'present', feature });
    }
    return this.best;
  }

  /** Moves all rows to the left but these, given as counts by class. */
  private keepRight(kept: readonly Int32Array[]): void {
    this.tally.reset();
    this.rows.counts.forEach((count, label) => {
      const staying = kept.reduce((sum, counts) => sum + counts[label]!, 0);
      this.tally.moveLeft(label, count - staying);
    });
  }

  private offer(split: Split): void {
    const { tally } = this;
    if (Math.min(tally.rowsLeft, tally.rowsRight) < this.rows.minLeafRows) return;
    const found = { split, score: tally.score() };
    if (isBetter(found, this.best)) this.best = found;
  }
}

function countPresent(order: Uint32Array, values: Float64Array): number {
  let present = order.length;
  while (present > 0 && Number.isNaN(values[order[present - 1]!]!)) present--;
  return present;
}

/** Rows by class of each level; those without a value come last. */
function countLevels({ order, labels, counts }: NodeRows, codes: Int32Array, levels: number) {
  const found = Array.from({ length: levels + 1 }, () => new Int32Array(counts.length));
  for (const row of order) {
    const code = codes[row]!;
    found[code < 0 ? levels : code]![labels[row]!]!++;
  }
  return found;
}

/** Halves first: the sum of two large numbers may not be finite. */
function midway(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  return middle < high ? middle : low;
}
