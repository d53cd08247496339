/** What labels have drifted since bounds were last set from nothing; see `listUnsettled`. */
export interface Drift {
  /** For each label: moves of its own centroid and of the fastest other one, summed. */
  readonly ofLabel: Float64Array;
  /** Moves of each centroid, summed. */
  readonly ofCentroid: Float64Array;
  /** Moves of the fastest of each group of four centroids, summed. */
  readonly ofGroup: Float64Array;
  /** The same for the worst label of each step, summed. */
  ofWorst: number;
}

export function createDrift(clusters: number): Drift {
  return {
    ofLabel: new Float64Array(clusters),
    ofCentroid: new Float64Array(clusters),
    ofGroup: new Float64Array(Math.ceil(clusters / 4)),
    ofWorst: 0,
  };
}

/** Moves are raised by this share, so that rounding never makes a drift too small. */
const RAISED = 1 + 2 ** -40;

/** Adds the step of all centroids from `before` to `after`. */
export function addStep(drift: Drift, before: Float64Array, after: Float64Array): void {
  const clusters = drift.ofLabel.length;
  const columns = after.length / clusters;
  const moves = new Float64Array(clusters);
  let fastest = 0;
  let second = 0;
  for (let c = 0; c < clusters; c++) {
    const move = moveOf(before, after, c * columns, (c + 1) * columns);
    moves[c] = move;
    if (move > moves[fastest]! || c === 0) {
      second = c === 0 ? 0 : moves[fastest]!;
      fastest = c;
    } else if (move > second) second = move;
  }
  const first = moves[fastest]!;
  for (let c = 0; c < clusters; c++) {
    drift.ofCentroid[c]! += moves[c]!;
    drift.ofLabel[c]! += moves[c]! + (c === fastest ? second : first);
  }
  for (let group = 0; group < drift.ofGroup.length; group++) {
    drift.ofGroup[group]! += Math.max(...moves.subarray(group * 4, group * 4 + 4));
  }
  drift.ofWorst = (drift.ofWorst + first + second) * RAISED;
}

/** How far a centroid moves at most. */
function moveOf(before: Float64Array, after: Float64Array, from: number, to: number): number {
  let square = 0;
  for (let at = from; at < to; at++) {
    const difference = after[at]! - before[at]!;
    square += difference * difference;
  }
  return Math.sqrt(square) * RAISED;
}

/** The least f32 that is not below a number ≥ 0, or the one after it. */
export function roundedUp(value: number): number {
  return Math.fround(value * (1 + 2 ** -23));
}
